using SlrtBot.Bot.Engine;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Changes;
using SlrtBot.Core.Complaints.Feedback;
using SlrtBot.Core.Complaints.Moves;

namespace SlrtBot.Bot.Dialogs.Feedback;

/// <summary>
/// After the resident has said whether the help came: what is missing, or how content they are. Every question may be
/// skipped or left for something else.
/// </summary>
[StoredAs(DialogName), Guarded]
public sealed class FeedbackDialog(RateService rate, CommentOnService comment, ReopenByResident reopen, AddToComplaint add)
    : StepwiseDialog<FeedbackDraft>
{
    public const string DialogName = "afterwards";

    public override string Name => DialogName;

    protected override IReadOnlyList<Step<FeedbackDraft>> Steps { get; } =
    [
        new MissingStep(add),
        new RatingStep(rate),
        new AgainStep(reopen),
        new CommentStep(comment),
    ];

    /// <summary>Whoever wants something else is not held back.</summary>
    public override bool IsAtRest(Turn turn) => true;

    public override bool Expects(Turn turn) => turn.Open.Step.StartsWith($"{DialogName}/", StringComparison.Ordinal);

    public override Task<bool> TakeAsync(Turn turn, Answer answer, CancellationToken cancellationToken) =>
        Expects(turn) ? base.TakeAsync(turn, answer, cancellationToken) : Task.FromResult(false);

    public void AskWhatIsMissing(Turn turn, Complaint complaint) => Begin(turn, Of(complaint) with { AsksWhatIsMissing = true });

    public void AskRating(Turn turn, Complaint complaint) => Begin(turn, Of(complaint) with { AsksRating = true });

    protected override Step<FeedbackDraft>? Before(Turn turn, FeedbackDraft draft, Step<FeedbackDraft> step) => null;

    protected override void Leave(Turn turn) => MainMenu.Begin(turn);

    private static FeedbackDraft Of(Complaint complaint) => new() { ComplaintId = complaint.Id, Reference = complaint.Reference };
}
