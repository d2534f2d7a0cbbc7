using SlrtBot.Bot.Dialogs.Status;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Complaints.Changes;

namespace SlrtBot.Bot.Dialogs.Feedback;

/// <summary>The words that go with "not yet" and "partly", asked once and added to the complaint.</summary>
internal sealed class MissingStep(AddToComplaint add) : Step<FeedbackDraft>
{
    public override string Name => "missing";

    public override bool Applies(Turn turn, FeedbackDraft draft) => draft.AsksWhatIsMissing;

    public override bool IsAnswered(Turn turn, FeedbackDraft draft) => false;

    public override Prompt Ask(Turn turn, FeedbackDraft draft) =>
        turn.Question("afterwards.missing").With(turn.Option(Words.Skip)) with { TakesWords = true };

    public override async Task<Next> TakeAsync(Turn turn, FeedbackDraft draft, Answer answer, CancellationToken cancellationToken)
    {
        if (answer.Choice == Words.Skip)
        {
            draft.AsksWhatIsMissing = false;
            return draft.Onward(turn);
        }

        if (!answer.IsText && answer.Files.Count == 0)
        {
            return Next.Puzzled();
        }

        var outcome = await add.DoAsync(draft.ComplaintId, turn.Sent(answer), turn.Context.By, cancellationToken);
        if (RefusedChat.Told(turn, outcome.Refusals, draft.Reference) is { } refused)
        {
            return Next.Over(refused);
        }

        draft.AsksWhatIsMissing = false;
        return draft.Onward(turn, turn.Phrase("afterwards.added", ("reference", draft.Reference)));
    }
}
