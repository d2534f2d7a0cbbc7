namespace SlrtBot.Bot.Dialogs.Complaints;

/// <summary>
/// After sending: the number, the promise, and that nothing more is to be done. Here the dialog rests: a second press
/// of "send" shows the same number again, anything else begins something new.
/// </summary>
internal sealed class ReceiptStep : Step<ComplaintDraft>
{
    public const string StepName = "receipt";

    public override string Name => StepName;

    public override bool Applies(Turn turn, ComplaintDraft draft) => draft.Receipt is not null;

    public override bool IsAnswered(Turn turn, ComplaintDraft draft) => false;

    public override Prompt Ask(Turn turn, ComplaintDraft draft)
    {
        var receipt = draft.Receipt!;
        return turn.Question(Name, ("reference", receipt.Reference), ("date", receipt.PromiseOn)) with
        {
            Options = [turn.Option(Words.Status), turn.Option(Words.Menu)],
            Monospace = [receipt.Reference],
            Keeps = [ReviewStep.Send],
        };
    }

    protected override Next Take(Turn turn, ComplaintDraft draft, Answer answer) =>
        answer.Choice == ReviewStep.Send ? Next.Again() : Next.NotMine;
}
