using SlrtBot.Bot.Protocol;
using SlrtBot.Core.Areas;

namespace SlrtBot.Bot.Dialogs.Anywhere;

/// <summary>A chat is opened, perhaps by a poster's code that names a village. What was under way goes on.</summary>
[Hears(Words.Start)]
internal sealed class StartWord(DialogCatalogue dialogs, AreaCatalogue areas) : AnywhereWord
{
    private const string VillageLink = "d_";

    public override Task<bool> DoAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        TakeVillage(turn, turn.Context.Activity.ReadDeepLink());
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

        return Task.FromResult(true);
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
