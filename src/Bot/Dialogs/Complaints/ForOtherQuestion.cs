using SlrtBot.Bot.Engine;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Representatives;

namespace SlrtBot.Bot.Dialogs.Complaints;

/// <summary>
/// Asked together with the number, once a complaint for somebody else is sent: does that person want the reporter to
/// hear of it? Of a child: who is its guardian? The complaint waits for neither answer.
/// </summary>
internal sealed class ForOtherQuestion(AnswerForOther act)
{
    /// <summary>Stored with the answer; a test holds it against the text.</summary>
    public const string Version = "2026-11";

    /// <summary>Values of <see cref="Receipt.Question"/>.</summary>
    public const string Consent = "consent";
    public const string Answered = "answered";
    private const string Guardian = "guardian";
    private const string GuardianName = "guardian_name";

    private const string Yes = "for_other.yes";
    private const string Pending = "for_other.pending";
    private const string Child = "for_other.child";
    private const string Incapable = "for_other.incapable";
    private const string AmParent = "for_other.parent";
    private const string AmGuardian = "for_other.guardian";
    private const string SomebodyElse = "for_other.somebody";

    /// <param name="number">What to telephone in the emergency that it is; null where it is none.</param>
    /// <returns>Null where nothing is asked.</returns>
    public static Prompt? Ask(Turn turn, Receipt receipt, string? number) => receipt.Question switch
    {
        Consent => Sent(turn, receipt, number)
            .With(turn.Option(Yes, Core.Conversations.ChoiceStyle.Success), turn.Option(Pending), turn.Option(Child), turn.Option(Incapable)),
        Guardian => turn.Question("for_other.guardian")
            .With(turn.Option(AmParent), turn.Option(AmGuardian), turn.Option(SomebodyElse)),
        GuardianName => turn.Question("for_other.guardian_name").With(turn.Option(Words.Skip)) with { TakesWords = true },
        Answered => SeveralReports.Offer(turn, receipt, new Prompt(receipt.UrgentCategory is { } category
                ? turn.Phrase("for_other.number.urgent", ("reference", receipt.Reference), ("until", ReceiptStep.Until(turn, category)))
                : turn.Phrase("for_other.number", ("reference", receipt.Reference)))
            .With(turn.Option(Words.Status), turn.Option(Words.Menu))),
        _ => null,
    };

    private static Prompt Sent(Turn turn, Receipt receipt, string? number)
    {
        var question = turn.Question("for_other", ("reference", receipt.Reference), ("date", receipt.PromiseOn));
        return number is null
            ? question
            : question with { Text = turn.Phrase("for_other.emergency", ("reference", receipt.Reference), ("number", number)) };
    }

    /// <returns>Null where it is no answer to it.</returns>
    public async Task<Next?> TryTakeAsync(Turn turn, ComplaintDraft draft, Answer answer, CancellationToken cancellationToken)
    {
        var id = draft.Receipt!.ComplaintId;
        var (choice, beside) = answer.IsText ? Spoken(turn, draft.Receipt, answer.Text) : (answer.Choice, "");
        if (beside.Length > 0 && await TryTakeAsync(turn, draft, new Answer { Choice = choice }, cancellationToken) is { } taken)
        {
            // What else was said is for the menu, where it is a question, or an addition to what was sent.
            turn.Add(taken.Text);
            turn.Store(draft);
            return Next.NotMine;
        }

        if (answer.IsText && choice is null && draft.Receipt.Question == Consent && SpokenConsent.IsPuzzled(turn, answer.Text))
        {
            return Next.Again(turn.Phrase("ask.for_other.help"));
        }

        switch (choice)
        {
            case Yes:
                return await RecordAsync(turn, draft, new(id, RepresentativeConsent.Yes, Version), "for_other.told.all", cancellationToken);
            case Pending:
                return await RecordAsync(turn, draft, new(id, RepresentativeConsent.Pending, Version), "for_other.told.brief", cancellationToken);
            case Incapable:
                return await RecordAsync(turn, draft, new(id, RepresentativeConsent.Incapable, Version), "for_other.told.incapable", cancellationToken);
            case Child:
                return Then(draft, Guardian);
            case SomebodyElse:
                return Then(draft, GuardianName);
            case AmParent or AmGuardian:
                var relation = choice == AmParent ? Relation.Parent : Relation.Guardian;
                return await RecordAsync(
                    turn, draft, new(id, RepresentativeConsent.Guardian, Version, relation), "for_other.told.guardian", cancellationToken);
        }

        return draft.Receipt.Question == GuardianName && (answer.Choice == Words.Skip || IsName(answer))
            ? await RecordAsync(
                turn, draft, new(id, RepresentativeConsent.Pending, Version, Relation.Other, IsName(answer) ? PersonName.Read(answer.Text) : null),
                "for_other.told.somebody", cancellationToken)
            : null;
    }

    /// <summary>The option that words mean, where one is open to them, and what is said beside it: "iya udah bilang, kapan cairnya?".</summary>
    private static (string? Choice, string Beside) Spoken(Turn turn, Receipt receipt, string text)
    {
        var parts = Asides.Remarks.SplitAtMarks(text);
        var at = parts.ToList().FindIndex(part => Meant(turn, receipt, part) is not null);
        return at < 0 ? (Meant(turn, receipt, text), "")
            : (Meant(turn, receipt, parts[at]), string.Join(", ", parts.Where((part, i) => i != at && Meant(turn, receipt, part) is null && !IsNoRemark(turn, part))));
    }

    private static string? Meant(Turn turn, Receipt receipt, string text) => receipt.Question switch
    {
        Consent => SpokenConsent.IsIncapable(turn, text) ? Incapable
            : SpokenConsent.IsChild(turn, text) ? Child
            : SpokenConsent.IsYes(turn, text) ? Yes
            : SpokenConsent.IsPending(turn, text) ? Pending
            : null,
        Answered when SpokenConsent.IsYes(turn, text) => Yes,
        _ => null,
    };

    private static bool IsNoRemark(Turn turn, string part) => turn.Forms.Hear(part) is { Count: <= 1 }
        || turn.Forms.Wording.WithoutCourtesies(Core.Language.TextFolding.Fold(part)).Length == 0;

    private async Task<Next> RecordAsync(
        Turn turn, ComplaintDraft draft, AnswerForOtherInput input, string told, CancellationToken cancellationToken)
    {
        var outcome = await act.DoAsync(input, turn.Context.By, cancellationToken);
        draft.Receipt = draft.Receipt! with { Question = Answered };
        return Next.Again(turn.Phrase(outcome.Succeeded ? told : "agreed.consent_withdrawn"));
    }

    private static Next Then(ComplaintDraft draft, string question)
    {
        draft.Receipt = draft.Receipt! with { Question = question };
        return Next.Again();
    }

    private static bool IsName(Answer answer) =>
        answer.IsText && !Telling.IsStory(answer.Text) && PersonName.Read(answer.Text) is not null;
}
