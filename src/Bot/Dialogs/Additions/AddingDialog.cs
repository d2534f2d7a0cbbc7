using SlrtBot.Bot.Engine;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Conversations;

namespace SlrtBot.Bot.Dialogs.Additions;

/// <summary>
/// Words, pictures, voices and papers for one complaint, until the resident says that it is all. Whoever wants something
/// else is not held back, and what comes after a long silence is asked about anew.
/// </summary>
[StoredAs(DialogName), Guarded]
public sealed class AddingDialog(Addenda addenda, AdditionOffer offer) : StepwiseDialog<AddingDraft>
{
    public const string DialogName = "adding";

    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(30);

    public override string Name => DialogName;

    protected override IReadOnlyList<Step<AddingDraft>> Steps { get; } = [new AddingStep(addenda)];

    public override bool IsAtRest(Turn turn) => true;

    public override bool Expects(Turn turn) => turn.Open.Step.StartsWith($"{DialogName}/", StringComparison.Ordinal)
        && turn.Context.Now - turn.Draft<AddingDraft>().At <= Silence;

    public override bool Collects(Turn turn, string text) => Expects(turn) || Telling.IsStory(text);

    public override async Task<bool> TakeAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        if (!Expects(turn))
        {
            return false;
        }

        return (answer.IsText && answer.Files.Count == 0 && await addenda.FindAsync(turn, turn.Draft<AddingDraft>().ComplaintId, cancellationToken) is { } complaint
                && await offer.TryProtectAsync(turn, answer, complaint, cancellationToken))
            || await base.TakeAsync(turn, answer, cancellationToken);
    }

    public void Begin(Turn turn, Complaint complaint) => Begin(turn, Of(turn, complaint));

    /// <summary>Something in it is wrong, and what is right is asked for.</summary>
    public void BeginAmending(Turn turn, Complaint complaint) => Begin(turn, Of(turn, complaint) with { IsCorrection = true });

    /// <summary>Something was added already; more may follow.</summary>
    /// <param name="told">That it was.</param>
    public void GoOn(Turn turn, Complaint complaint, KeptMessages added, string told)
    {
        var draft = Of(turn, complaint);
        draft.Count(added);
        turn.Add(told);
        Begin(turn, draft);
    }

    protected override Step<AddingDraft>? Before(Turn turn, AddingDraft draft, Step<AddingDraft> step) => null;

    protected override void Leave(Turn turn) => MainMenu.Begin(turn);

    private static AddingDraft Of(Turn turn, Complaint complaint) =>
        new() { ComplaintId = complaint.Id, Reference = complaint.Reference, At = turn.Context.Now };
}
