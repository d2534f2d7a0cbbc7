using SlrtBot.Bot.Dialogs.Status;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Complaints.Moves;

namespace SlrtBot.Bot.Dialogs.Feedback;

/// <summary>Whoever is not content is offered to have the complaint looked at again.</summary>
internal sealed class AgainStep(ReopenByResident reopen) : Step<FeedbackDraft>
{
    private const string Enough = "afterwards.enough";

    public override string Name => "again";

    public override bool Applies(Turn turn, FeedbackDraft draft) => draft.AsksWhetherToReopen;

    public override bool IsAnswered(Turn turn, FeedbackDraft draft) => false;

    public override Prompt Ask(Turn turn, FeedbackDraft draft) => turn.Question("afterwards.again")
        .With(turn.Option("reopen"), turn.Option(Enough));

    public override async Task<Next> TakeAsync(Turn turn, FeedbackDraft draft, Answer answer, CancellationToken cancellationToken)
    {
        switch (answer.Choice)
        {
            case Enough:
                draft.AsksWhetherToReopen = false;
                return draft.Onward(turn);
            case "reopen":
                var outcome = await reopen.DoAsync(draft.ComplaintId, turn.Context.By, cancellationToken);
                if (RefusedChat.Told(turn, outcome.Refusals, draft.Reference) is { } refused)
                {
                    return Next.Over(refused);
                }

                draft.AsksWhetherToReopen = false;
                draft.AsksWhatIsMissing = outcome.Succeeded;
                draft.AsksComment = !outcome.Succeeded;
                return draft.Onward(turn, ReopenWord.Told(turn, outcome, draft.Reference));
            default:
                return Telling.IsOwnStory(answer) || answer.Files.Count > 0 ? Next.NotMine : Next.Puzzled();
        }
    }
}
