using SlrtBot.Bot.Dialogs.Status;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Complaints.Feedback;

namespace SlrtBot.Bot.Dialogs.Feedback;

/// <summary>Words for the office, which nobody has to say.</summary>
internal sealed class CommentStep(CommentOnService comment) : Step<FeedbackDraft>
{
    public override string Name => "comment";

    public override bool Applies(Turn turn, FeedbackDraft draft) => draft.AsksComment;

    public override bool IsAnswered(Turn turn, FeedbackDraft draft) => false;

    public override Prompt Ask(Turn turn, FeedbackDraft draft) =>
        turn.Question("afterwards.comment").With(turn.Option(Words.Skip)) with { TakesWords = true };

    public override async Task<Next> TakeAsync(Turn turn, FeedbackDraft draft, Answer answer, CancellationToken cancellationToken)
    {
        if (answer.Choice != Words.Skip)
        {
            if (!answer.IsText)
            {
                return answer.Files.Count > 0 ? Next.NotMine : Next.Puzzled();
            }

            var outcome = await comment.DoAsync(draft.ComplaintId, answer.Text, turn.Context.By, cancellationToken);
            if (RefusedChat.Told(turn, outcome.Refusals, draft.Reference) is { } refused)
            {
                return Next.Over(refused);
            }
        }

        draft.AsksComment = false;
        return draft.Onward(turn);
    }
}
