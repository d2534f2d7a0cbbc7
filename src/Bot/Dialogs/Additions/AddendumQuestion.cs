using SlrtBot.Bot.Dialogs.Status;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Conversations;

namespace SlrtBot.Bot.Dialogs.Additions;

/// <summary>"Which report is this for?" What was sent waits until it is answered; the buttons never grow old.</summary>
public sealed class AddendumQuestion(Addenda addenda, ComplaintLabels labels)
{
    /// <summary>Under which the question is open.</summary>
    public const string Step = "addendum";
    public const string Family = "addendum.";
    public const string AnewKey = "addendum.anew";
    public const string DropKey = "addendum.drop";

    /// <summary>With the reference: the only complaint there is, one of several, one whose number is typed.</summary>
    private const string OnlyKey = "addendum.add";
    private const string OneKey = "addendum.to";
    private const string TypedKey = "addendum.ref";

    private const int Shown = 5;
    private const int QuestionShown = 60;

    public static Option Anew(Turn turn) => turn.Option(AnewKey) with { IsLasting = true };

    /// <summary>Keeps the message, and asks.</summary>
    /// <param name="among">At least one.</param>
    public Task KeepAndAskAsync(Turn turn, KeptMessages sent, IReadOnlyList<Complaint> among, CancellationToken cancellationToken)
    {
        var kept = turn.Kept();
        var isMore = !kept.IsEmpty;
        turn.StoreKept(kept.And(sent));
        return AskAsync(turn, among, isMore ? turn.Phrase("addendum.kept") : null, cancellationToken);
    }

    /// <param name="because">What came instead of an answer, where it was asked before.</param>
    public async Task AskAsync(Turn turn, IReadOnlyList<Complaint> among, string? because, CancellationToken cancellationToken)
    {
        var asked = among.Where(c => c.Status == ComplaintStatus.NeedsInformation).ToList();
        var prompt = asked.Count > 1 ? await OfAskedAsync(turn, asked, cancellationToken)
            : among is [var only] ? turn.Question("addendum", ("reference", only.Reference)).With(
                Lasting(turn.OptionAbout(OnlyKey, only.Reference) with { Style = ChoiceStyle.Success }))
            : turn.Question("addendum.which").With(await labels.ButtonsAsync(turn, OneKey, among.Take(Shown), cancellationToken));
        prompt = prompt.With(Anew(turn), Lasting(turn.Option(DropKey))) with { Unshown = [.. among.Select(Typed)] };
        turn.Show(Step, because is null ? prompt : Reprompt.Of(turn, prompt, because));
    }

    private async Task<Prompt> OfAskedAsync(Turn turn, List<Complaint> asked, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        foreach (var complaint in asked.Take(Shown))
        {
            var question = await addenda.QuestionOfAsync(turn, complaint, QuestionShown, cancellationToken);
            lines.Add(turn.Phrase(
                "question.line", ("number", lines.Count + 1), ("about", await labels.AboutAsync(turn, complaint, cancellationToken)), ("question", question)));
        }

        return turn.Question("question.which", ("lines", string.Join('\n', lines)))
            .With(await labels.ButtonsAsync(turn, OneKey, asked.Take(Shown), cancellationToken));
    }

    private static Option Typed(Complaint complaint) => new(AboutComplaint.Key(TypedKey, complaint.Reference), complaint.Reference);

    private static Option Lasting(Option option) => option with { IsLasting = true };
}
