using System.Text.RegularExpressions;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Numbers;

namespace SlrtBot.Bot.Dialogs.Complaints;

/// <summary>
/// Step 6: the NIK, only where it helps to find somebody in the lists of aid, always with the reason, never required.
/// An odd number is asked about once and then taken.
/// </summary>
internal sealed partial class NationalIdStep(AreaCatalogue areas, CategoryTerms categories) : Step<ComplaintDraft>
{
    public const string StepName = "national_id";
    private const string Why = "national_id.why";
    private const string ForSure = "national_id.sure";
    private const string Written = "national_id.written";
    private const string IsFamilyCard = "national_id.family_card";
    private const string IsNeither = "national_id.neither";

    public override string Name => StepName;

    public override bool Applies(Turn turn, ComplaintDraft draft) =>
        !draft.IsAnonymous && draft.Category is { } code && categories.Get(code).NeedsIdentity;

    public override bool IsAnswered(Turn turn, ComplaintDraft draft) => draft.WithoutNationalId || draft.NationalId is not null;

    public override Prompt Ask(Turn turn, ComplaintDraft draft)
    {
        if (WrittenIn(draft) is { } written)
        {
            return (turn.Question(Written, ("number", NationalId.Mask(written))) with { TakesWords = true })
                .With(turn.Option(Written, ChoiceStyle.Success), turn.Option(IsFamilyCard), turn.Option(IsNeither));
        }

        var prompt = turn.Question(Asked(draft));
        prompt = draft.DoubtfulId is null ? prompt : prompt.With(turn.Option(ForSure));
        return prompt.With(turn.Option(Words.Skip), turn.Option(Why)) with
        {
            TakesWords = true,
            Example = turn.Phrase("ask.national_id.example"),
            Help = turn.Phrase("ask.national_id.help"),
        };
    }

    protected override Next Take(Turn turn, ComplaintDraft draft, Answer answer) => answer.Choice switch
    {
        Words.Skip => Without(draft),
        Written when WrittenIn(draft) is { } written => Check(turn, draft, written),
        IsFamilyCard or IsNeither when WrittenIn(draft) is { } other => NotThat(draft, other, answer.Choice == IsFamilyCard),
        Why => Next.Again(turn.Phrase("ask.national_id.help")),
        ForSure when draft.DoubtfulId is { } doubtful => Accept(draft, doubtful),
        _ when !answer.IsText => Next.Puzzled(),
        _ when Doubt.Speaks(turn, answer.Text) => Next.Again(turn.Phrase("ask.national_id.help")),
        _ when NoneAnswer.Says(turn, answer.Text) => Without(draft),
        _ when SpreadsheetNumber().IsMatch(answer.Text) => Next.Puzzled(turn.Phrase("national_id.shortened")),
        _ => StoryStep.TakeLong(turn, draft, answer) ?? Check(turn, draft, Alone().Matches(answer.Text) is [var only] ? only.Value : WithoutTheWord(answer.Text)),
    };

    private Next Check(Turn turn, ComplaintDraft draft, string text)
    {
        var today = LocalDay.Of(turn.Context.Now, areas.ZoneOf(draft.VillageCode ?? ""));
        var check = NationalId.Check(text, today, draft.FamilyCard);
        if (check.Refusal is { } refusal)
        {
            return Next.Puzzled(turn.Phrase($"refusal.{refusal.Code}", [.. refusal.Values.Select(v => (v.Key, (object?)v.Value))]));
        }

        if (check.Warnings.Count == 0 || check.Digits == draft.DoubtfulId)
        {
            return Accept(draft, check.Digits);
        }

        (draft.DoubtfulId, draft.NumbersAreTold) = (check.Digits, true);
        return Next.Again(turn.Phrase($"warning.{check.Warnings[0]}"));
    }

    /// <summary>A number that was written before it was asked for: what it is can only be asked, since a KK has the same form.</summary>
    private static string? WrittenIn(ComplaintDraft draft) =>
        draft.DoubtfulId is null && !draft.NumbersAreTold ? draft.Numbers.FirstOrDefault() : null;

    private static Next NotThat(ComplaintDraft draft, string number, bool isFamilyCard)
    {
        draft.FamilyCard = isFamilyCard ? number : draft.FamilyCard;
        draft.NumbersAreTold = true;
        return Next.Again();
    }

    /// <summary>A child needs none: its guardian's finds the family.</summary>
    private static string Asked(ComplaintDraft draft) =>
        draft.IsChild ? "national_id.of_guardian" : draft.Subject == Subject.Self ? StepName : "national_id.of_other";

    private static string WithoutTheWord(string text) =>
        text.StartsWith("nik", StringComparison.OrdinalIgnoreCase) ? text[3..].TrimStart(' ', ':', '=', '.') : text;

    private static Next Accept(ComplaintDraft draft, string digits)
    {
        (draft.NationalId, draft.DoubtfulId, draft.WithoutNationalId) = (digits, null, false);
        return Next.Forward();
    }

    private static Next Without(ComplaintDraft draft)
    {
        (draft.NationalId, draft.DoubtfulId, draft.WithoutNationalId) = (null, null, true);
        return Next.Forward();
    }

    /// <summary>"3,20437E+15": what a spreadsheet makes of sixteen digits; the rest of them is lost.</summary>
    /// <summary>"3204051203950007 itu nik ktp".</summary>
    [GeneratedRegex(@"(?<!\d)\d{16}(?!\d)")]
    private static partial Regex Alone();

    [GeneratedRegex(@"^\D*\d(?:[.,]\d+)?\s*E\s*\+?\s*\d{2}\D*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SpreadsheetNumber();
}
