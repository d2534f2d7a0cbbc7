using SlrtBot.Bot.Dialogs.Office;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Bot.Dialogs.Complaints;

/// <summary>
/// After sending: the number, the promise, and that nothing more is to be done, or, where it is urgent, what is. Here the dialog rests: a second press
/// of "send" shows the same number again, anything else is for the menu.
/// </summary>
internal sealed class ReceiptStep(ForOtherQuestion forOther, OfficeCard office) : Step<ComplaintDraft>
{
    public const string StepName = "receipt";

    public override string Name => StepName;

    public override bool Applies(Turn turn, ComplaintDraft draft) => draft.Receipt is not null;

    public override bool IsAnswered(Turn turn, ComplaintDraft draft) => false;

    public override bool Collects(ComplaintDraft draft, string text) => Telling.IsStory(text);

    public override Prompt Ask(Turn turn, ComplaintDraft draft)
    {
        var receipt = draft.Receipt!;
        var number = receipt.Danger is { } danger ? office.FirstLine(danger) : null;
        var prompt = ForOtherQuestion.Ask(turn, receipt, number)
            ?? SeveralReports.Offer(turn, receipt, Sent(turn, receipt, number).With(turn.Option(Words.Status), turn.Option(Words.Menu)));
        return prompt with
        {
            // "Tolong kirim juga …" is no second press of "send".
            TakesWords = true,
            Monospace = [receipt.Reference],
            Keeps = [ReviewStep.Send],
        };
    }

    public override async Task<Next> TakeAsync(Turn turn, ComplaintDraft draft, Answer answer, CancellationToken cancellationToken) =>
        answer.Choice == ReviewStep.Send ? Next.Again() : await forOther.TryTakeAsync(turn, draft, answer, cancellationToken) ?? Next.NotMine;

    /// <summary>A suggestion is not promised an answer, a question is not promised help; and a day of next week helps nobody in danger.</summary>
    private static Prompt Sent(Turn turn, Receipt receipt, string? number) => receipt switch
    {
        { Kind: ComplaintKind.Complaint, UrgentCategory: { } category } when number is not null => new Prompt(turn.Phrase(
            "receipt.emergency", ("reference", receipt.Reference), ("number", number), ("until", Until(turn, category)))),
        { Kind: ComplaintKind.Complaint, IsMoneyGone: true } => new Prompt(turn.Phrase("receipt.money_gone", ("reference", receipt.Reference), ("date", receipt.PromiseOn))),
        { Kind: ComplaintKind.Complaint, UrgentCategory: { } category } => new Prompt(turn.Phrase(
            "receipt.urgent", ("reference", receipt.Reference), ("date", receipt.PromiseOn), ("until", Until(turn, category)))),
        { Kind: ComplaintKind.Complaint } => turn.Question(StepName, ("reference", receipt.Reference), ("date", receipt.PromiseOn)),
        _ => new Prompt(turn.Phrase($"receipt.{Codes.Of(receipt.Kind)}", ("reference", receipt.Reference), ("date", receipt.PromiseOn))),
    };

    /// <summary>What helps until the office answers: urgent is more than a mark.</summary>
    public static string Until(Turn turn, string category) => turn.Phrase(turn.Has($"until.{category}") ? $"until.{category}" : "until.other");
}
