using System.Text.RegularExpressions;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Language;

namespace SlrtBot.Bot.Dialogs.Complaints.Asides;

/// <summary>"sadu pak, tapi jangan sampai rt tahu": an answer and what is said beside it are told apart by a mark or a word between them.</summary>
public sealed partial class Remarks(AnswerReader reader, SpokenForms forms, AreaCatalogue areas, Fear fear, NotThere notThere)
{
    private const int MostParts = 6;
    private const int LongestText = 300;

    /// <summary>Not between digits, and a stop only before a space: "3,204E+15", "rt.03".</summary>
    private const string AtMarks = @"(?<!\d)[,;!?\n]+\s*|[,;!?\n]+\s*(?!\d|\s)|\.(?:\s+|$)";

    /// <summary>Whoever tells, tells in parts; and what is sent for good is not read out of one.</summary>
    private static readonly string[] WholeSteps = [StoryStep.StepName, ReviewStep.StepName, ReceiptStep.StepName];

    /// <summary>Whoever has none of it says so first, or last, and why.</summary>
    private static readonly string[] StepsOfNone = [PhotosStep.StepName, PhoneStep.StepName, NationalIdStep.StepName];

    /// <summary>Where something is proposed, "iya ketua kelompok" is a yes.</summary>
    private static readonly string[] StepsOfYes = [GroupStep.StepName, TopicStep.StepName, KindStep.StepName];

    private const int MostWordsOfAddress = 3;
    private const int MostWordsAfterYes = 5;
    private readonly PhraseForms _yes = forms.Of("also.guess.right");
    private readonly PhraseForms _denial = forms.Of("words.denial");
    private readonly PhraseForms _not = forms.Of("answer.not_that");
    private readonly PhraseForms _titles = forms.Of("answer.titles");
    private readonly PhraseForms _takesBack = forms.Of("answer.takes_back");

    /// <returns>At least one part; the whole where nothing divides it. Only the marks between them are lost.</returns>
    public static IReadOnlyList<string> Split(string text) =>
        [.. Between().Split(text, MostParts).Select(part => part.Trim(' ', ',', '.', ';', '!', '\n')).Where(part => part.Length > 0)];

    /// <summary>As <see cref="Split"/>, at marks alone: "bukan Siti tapi Sari" stays whole.</summary>
    public static IReadOnlyList<string> SplitAtMarks(string text) =>
        [.. Marks().Split(text, MostParts).Select(part => part.Trim(' ', ',', '.', ';', '!', '\n')).Where(part => part.Length > 0)];

    /// <returns>None where the message is one piece, or is no text.</returns>
    public IEnumerable<AnswerPart> PartsOf(Turn turn, string step, Answer answer)
    {
        if (answer.Text.Length is 0 or > LongestText || answer.IsForwarded || answer.Files.Count > 0 || !(answer.IsText || answer.IsGuessed) || WholeSteps.Contains(step)
            || Pieces(turn, step, answer.Text) is not { Count: > 1 } parts || (step == VillageStep.StepName && notThere.In(answer.Text) is not null))
        {
            return [];
        }

        if (step == VillageStep.StepName && parts.Skip(1).FirstOrDefault(part => Later().IsMatch(part)) is { } later)
        {
            return [new AnswerPart(
                reader.Again(new Answer { Text = AfterAll().Replace(Later().Replace(later, ""), "") }, turn.Open),
                string.Join(", ", parts.Where(part => part != later && part.Contains(' ', StringComparison.Ordinal))), IsSure: true)];
        }

        // "Kp. Cibeureum RT 3, Desa Cangkuang" is one place, whichever of its parts may be a village's name as well.
        var isWhole = step == VillageStep.StepName && areas.Search(answer.Text).Certainty is not (AreaCertainty.None or AreaCertainty.Near);
        return parts.Select((part, i) => (Read: reader.Again(new Answer { Text = part }, turn.Open), Beside: string.Join(", ", parts.Where((_, other) => other != i))))
            .Where(p => p.Read.Word is null)
            .Select(p => new AnswerPart(p.Read, p.Beside, !isWhole && IsSure(turn, step, p.Read, p.Beside)));
    }

    /// <summary>
    /// "iya bu tati. jd gimana", "nggih leres ampun ngantos kades ngertos": the yes at the beginning is the answer, where somebody is only
    /// addressed after it, or something is feared.
    /// </summary>
    private IReadOnlyList<string> Pieces(Turn turn, string step, string text)
    {
        var parts = Split(text);
        var said = forms.Hear(parts.Count > 0 ? parts[0] : "");
        var length = said.Count > 0 ? _yes.LengthAt(said, 0) : 0;
        if (step == ConsentStep.StepName || length == 0 || length == said.Count
            || reader.Again(new Answer { Text = said.Part(0, length) }, turn.Open).Choice is null)
        {
            return parts;
        }

        var isAddress = _titles.LengthAt(said, length) > 0 && said.Count - length <= MostWordsOfAddress && parts.Count > 1;
        var rest = said.From(length);
        if (StepsOfYes.Contains(step) && parts.Count == 1 && forms.Hear(rest) is { Count: <= MostWordsAfterYes, Asks: false } more && !_denial.AreIn(more) && !_not.AreIn(more) && !fear.Speaks(more))
        {
            return [said.Part(0, length), rest];
        }

        return isAddress || fear.Speaks(forms.Hear(rest)) ? [said.Part(0, length), .. isAddress ? [] : new[] { rest }, .. parts.Skip(1)] : parts;
    }

    private bool IsSure(Turn turn, string step, Answer part, string beside) => step switch
    {
        ConsentStep.StepName => ((part.Choice == ConsentStep.Agree || (part.IsText && Assent.Speaks(turn, part.Text, Assent.Consents))) && !TakesBack(beside))
            || (part.Choice == ConsentStep.Refuse && forms.Of(Assent.Consents).AreIn(forms.Hear(part.Text))),
        // A number beside the village is the step's own matter.
        VillageStep.StepName when part.IsText =>
            PersonName.TakePhone(beside).Phone is null && !PlaceOptions.SaysMoreThanAVillage(part.Text) && areas.Search(forms.Wording.WithoutCourtesies(TextFolding.Fold(part.Text))).Certainty == AreaCertainty.One,
        PhoneStep.StepName when PersonName.TakePhone(beside).Phone is not null => false,
        _ when StepsOfNone.Contains(step) => part.Choice == Words.Skip || (part.IsText && NoneAnswer.Says(turn, part.Text)),
        _ => part is { Choice: not null, IsGuessed: false } && !turn.Open.TakesWords,
    };

    /// <summary>"setuju, eh ga jadi" is no yes.</summary>
    private bool TakesBack(string beside) => _takesBack.AreIn(forms.Hear(beside));

    [GeneratedRegex(AtMarks + @"|\s+(?=(?:tapi|tp|tetapi|tapina|nanging|ning|but|soalnya|soalna|terus|trus|trs)\s)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Between();

    /// <summary>"eh cicalengka deng": what is said later counts.</summary>
    [GeneratedRegex(@"^(?:e+h+|maksud(?:nya)?(?: saya| abdi| kula)?|maksad(?: abdi)?|ralat|sorry|i mean|no wait|actually)\s+(?:(?:salah|bukan|maksudnya|sorry|maaf|i mean)\s+)*(?=\S)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Later();

    [GeneratedRegex(@"(?:\s+(?:deng|ding|ketang|kétang|maksudnya|rather))+\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AfterAll();

    [GeneratedRegex(AtMarks, RegexOptions.CultureInvariant)]
    private static partial Regex Marks();
}
