using SlrtBot.Bot.Engine;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Language;

namespace SlrtBot.Bot.Dialogs.Complaints;

/// <summary>
/// Step 6, only where something hints at it: people live elsewhere than their KTP says, and the lists of aid go by the
/// one or the other. The village of the complaint is where they live; the other address is kept beside it.
/// </summary>
internal sealed class DomicileStep(AreaCatalogue areas) : Step<ComplaintDraft>
{
    public const string StepName = "domicile";
    private const string Same = "domicile.same";
    private const string Differs = "domicile.differs";
    private const int AreaDigits = 6;
    private const int Longest = 200;
    private const int Shortest = 3;

    public override string Name => StepName;

    public override bool Applies(Turn turn, ComplaintDraft draft) =>
        !draft.IsAnonymous && draft.VillageCode is { } village && (IsIssuedElsewhere(draft, village) || IsTold(turn, draft));

    public override bool IsAnswered(Turn turn, ComplaintDraft draft) => draft.CardAddress is not null;

    public override Prompt Ask(Turn turn, ComplaintDraft draft) => draft.CardDiffers
        ? turn.Question("domicile.where").With(turn.Option(Words.Skip)) with { TakesWords = true }
        : turn.Question(Name, ("village", areas.Path(draft.VillageCode ?? "")))
            .With(turn.Option(Same), turn.Option(Differs), turn.Option(Words.Skip));

    protected override Next Take(Turn turn, ComplaintDraft draft, Answer answer)
    {
        switch (answer.Choice)
        {
            case Same or Words.Skip:
                draft.CardAddress = "";
                return Next.Forward();
            case Differs:
                draft.CardDiffers = true;
                return Next.Again();
        }

        if (!draft.CardDiffers)
        {
            return StoryStep.TakeEarly(turn, draft, answer) ?? Next.Puzzled();
        }

        if (!answer.IsText || answer.Text.Length is < Shortest or > Longest || !answer.Text.Any(char.IsLetter))
        {
            return Next.Puzzled();
        }

        draft.CardAddress = areas.Search(answer.Text).Only is { } known ? areas.Path(known.Code) : TextFolding.CleanLine(answer.Text);
        return Next.Forward();
    }

    /// <summary>The number's first digits are the sub-district where it was issued, which is where the person lived then.</summary>
    private static bool IsIssuedElsewhere(ComplaintDraft draft, string village) =>
        draft.NationalId is { Length: >= AreaDigits } nik
        && AreaCode.DistrictOf(village) is { } district && nik[..AreaDigits] != district.Replace(".", "", StringComparison.Ordinal);

    private static bool IsTold(Turn turn, ComplaintDraft draft)
    {
        if (!draft.Story.Contains("ktp", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var folded = $" {TextFolding.Fold(draft.Story)} ";
        return Words.Forms(turn.Phrases, "words.card_elsewhere").Any(form => folded.Contains($" {form} ", StringComparison.Ordinal));
    }
}
