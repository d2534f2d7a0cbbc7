using SlrtBot.Bot.Engine;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.DataRequests;

namespace SlrtBot.Bot.Dialogs.DataRequests;

/// <summary>
/// The person wants everything gone. Asked once more, since it cannot be undone; where a complaint is still worked on, it
/// is said that it would be withdrawn.
/// </summary>
[Hears("erase", "erase.sure", "erase.no"), Guarded]
internal sealed class EraseDataWord(DialogCatalogue dialogs, KeptData kept, OpenRequest request, DataRequestTerm term, ForgetDraft forget) : GlobalWord
{
    public override async Task<bool> DoAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        // "hapus" is a yes to that question, and asks for nothing where it is not open.
        if (KeyOf(answer) == "erase.sure" && turn.Open.Offers("erase.sure"))
        {
            var outcome = await request.DoAsync(turn.Conversation, new(DataRequestKind.Erase), turn.Context.By, cancellationToken);
            turn.Add(turn.Phrase("rights.erase.opened", ("until", term.Of(turn, outcome.Value))));
            // Whoever wants all of it gone is not asked on for a report.
            if (!dialogs.Of(turn).IsAtRest(turn))
            {
                await forget.DoAsync(turn.Conversation, turn.Context.By, cancellationToken);
                MainMenu.Rest(turn);
            }

            dialogs.Return(turn);
            return true;
        }

        if (KeyOf(answer) == "erase.no")
        {
            turn.Add(turn.Phrase("rights.erase.kept"));
            dialogs.Return(turn);
            return true;
        }

        var data = await kept.OfAsync(turn.Conversation.Id, cancellationToken);
        turn.Show(dialogs.Of(turn).Path(turn), turn.Question(data.HasUnsettled ? "erase.unsettled" : "erase").With(
            turn.Option("erase.sure", ChoiceStyle.Danger), turn.Option("erase.no")));
        return true;
    }
}
