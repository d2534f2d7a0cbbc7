using SlrtBot.Bot.Dialogs.Representatives;
using SlrtBot.Bot.Dialogs.StaffLinks;
using SlrtBot.Bot.Engine;
using SlrtBot.Bot.Protocol;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints.Representatives;

namespace SlrtBot.Bot.Dialogs.Start;

/// <summary>
/// A chat is opened, perhaps by a poster's code that names a village, by the link to a staff account, by that of a
/// complaint's slip, or by a facilitator's code. What was under way goes on.
/// </summary>
[Hears(Words.Start)]
[Unguarded("it greets, and its links lead to what asks for itself")]
internal sealed class StartWord(
    DialogCatalogue dialogs, StaffLinker staff, SlipJoiner slips, AssistedStart assisted, AreaCatalogue areas) : GlobalWord
{
    private const string VillageLink = "d_";
    private const string StaffLink = "s_";
    private const string AssistantLink = "f_";

    public override async Task<bool> DoAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        var parameter = turn.Context.Activity.ReadDeepLink();
        if (parameter?.StartsWith(StaffLink, StringComparison.Ordinal) == true)
        {
            await staff.LinkAsync(turn, parameter[StaffLink.Length..], cancellationToken);
            return true;
        }

        if (parameter?.StartsWith(SlipCode.LinkPrefix, StringComparison.Ordinal) == true)
        {
            await slips.JoinAsync(turn, parameter[SlipCode.LinkPrefix.Length..], cancellationToken);
            return true;
        }

        if (parameter?.StartsWith(AssistantLink, StringComparison.Ordinal) == true)
        {
            await assisted.BeginAsync(turn, parameter[AssistantLink.Length..], cancellationToken);
            return true;
        }

        TakeVillage(turn, parameter);
        var dialog = dialogs.Of(turn);
        if (dialog.IsAtRest(turn))
        {
            MainMenu.Welcome(turn);
        }
        else
        {
            turn.Add(turn.Phrase("draft.resumed"));
            dialog.Show(turn);
        }

        return true;
    }

    private void TakeVillage(Turn turn, string? parameter)
    {
        if (parameter?.StartsWith(VillageLink, StringComparison.Ordinal) == true
            && AreaCode.Normalise(parameter[VillageLink.Length..]) is { } code
            && areas.Find(areas.NowOf(code)) is { Level: AreaLevel.Village, HasEnded: false } village)
        {
            turn.Conversation.VillageCode = village.Code;
            turn.Add(turn.Phrase("welcome.village", ("village", areas.Path(village.Code))));
        }
    }
}
