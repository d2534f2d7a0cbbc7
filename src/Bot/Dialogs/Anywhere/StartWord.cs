using SlrtBot.Bot.Dialogs.StaffLinks;
using SlrtBot.Bot.Protocol;
using SlrtBot.Core.Areas;

namespace SlrtBot.Bot.Dialogs.Anywhere;

/// <summary>
/// A chat is opened, perhaps by a poster's code that names a village, or by the link to a staff account. What was under
/// way goes on.
/// </summary>
[Hears(Words.Start)]
internal sealed class StartWord(DialogCatalogue dialogs, StaffLinker staff, AreaCatalogue areas) : AnywhereWord
{
    private const string VillageLink = "d_";
    private const string StaffLink = "s_";

    public override async Task<bool> DoAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        var parameter = turn.Context.Activity.ReadDeepLink();
        if (parameter?.StartsWith(StaffLink, StringComparison.Ordinal) == true)
        {
            await staff.LinkAsync(turn, parameter[StaffLink.Length..], cancellationToken);
            return true;
        }

        TakeVillage(turn, parameter);
        var dialog = dialogs.Of(turn);
        if (dialog.IsAtRest(turn))
        {
            MenuDialog.Welcome(turn);
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
            && areas.Find(code) is { Level: AreaLevel.Village })
        {
            turn.Conversation.VillageCode = code;
            turn.Add(turn.Phrase("welcome.village", ("village", areas.Path(code))));
        }
    }
}
