using System.Text.RegularExpressions;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Programmes;
using SlrtBot.Core.Understanding;

namespace SlrtBot.Bot.Dialogs.Complaints;

/// <summary>What a story or a message seems to be: each text is read once in a turn, however many ask.</summary>
public sealed partial class StoryGuess(Understander understander, ProgrammeNames programmes, CategoryTerms categories)
{
    private const double SureEnough = 0.8;

    /// <summary>So that whoever tells of two things under one heading is not asked: it is rarely wrong from here on (docs/understanding.md).</summary>
    private const double SureAgainstPick = 0.93;
    private const int MostWordsOfTalk = 8;

    /// <summary>A part may speak of something else than the whole.</summary>
    private const double SureOfAPart = Understood.WorthProposing;
    private const int FewestWordsOfPart = 3;
    private const int WordsOfAWindow = 9;
    private const int WordsOfAStride = 3;
    private const int MostWordsOfAStory = 90;
    private readonly Dictionary<string, Understood> _read = new(StringComparer.Ordinal);

    public CategoryTerms Categories => categories;

    /// <summary>"bansos sy ga cair": too short for a story by its length, and a problem all the same.</summary>
    public bool NamesTrouble(string text) =>
        CountWords(text) > 1 && Read(text) is { Kind: MessageKind.Complaint, Category: { } category } understood
        && !ComplaintCategory.Get(category).IsEmpty
        && (understood.Confidence >= SureEnough || (understood.Programme is not null && understood.IsWorthProposing));

    /// <summary>"emang buat apa data saya": about the conversation itself, however many words it takes.</summary>
    public bool IsTalk(string text) =>
        CountWords(text) <= MostWordsOfTalk && Read(text) is { Kind: MessageKind.Meta, Confidence: >= SureEnough };

    /// <summary>Null where a person has said so already, or where it is a complaint.</summary>
    public ComplaintKind? NoComplaint(ComplaintDraft draft) =>
        draft.Story.Length == 0 || draft.AssistedBy is not null || draft.Urgency == Urgency.Emergency || categories.Get(draft.Category!).IsSensitive
            ? null
            : Of(draft).Kind switch
            {
                MessageKind.Suggestion => ComplaintKind.Suggestion,
                MessageKind.Question when !AsksForInformation(draft) => ComplaintKind.Question,
                _ => null,
            };

    /// <summary>A code of what the story tells of, where it lies surely in another group than the one that was picked by hand; else null.</summary>
    public string? AgainstPick(ComplaintDraft draft) =>
        draft is { Group: { } picked, Story.Length: > 0, IsMisjudged: false, AssistedBy: null, Urgency: not Urgency.Emergency } && picked != ComplaintCategory.Extortion.Group
        && Of(draft) is { Kind: MessageKind.Complaint, Category: { } category, Confidence: >= SureAgainstPick } && categories.Get(category) is { IsOffered: true, Group: { } told }
        && told != picked
            ? category
            : null;

    /// <summary>As the person said; else what the chosen category says.</summary>
    public static ComplaintKind KindOf(ComplaintDraft draft) =>
        draft.Kind ?? (AsksForInformation(draft) ? ComplaintKind.Question : ComplaintKind.Complaint);

    /// <summary>A proposal, shown with the category: whoever says no to that, or changes it, says no to this.</summary>
    public string? ProgrammeOf(ComplaintDraft draft) => draft.Story.Length == 0 || draft.IsMisjudged ? null : Of(draft).Programme;

    /// <summary>"Belum pernah dapat (PKH)".</summary>
    /// <param name="category">A code.</param>
    public string Named(Turn turn, ComplaintDraft draft, string category) =>
        Remark.On(turn.Phrase($"category.{category}"), ProgrammeOf(draft) is { } code ? programmes.ShortOf(code) : null);

    public Understood Of(ComplaintDraft draft) => Read(draft.Story);

    /// <summary>
    /// What the whole story seems to be about; where that is not clear, since it greets, explains and tells of several things, what some part of it
    /// says surely.
    /// </summary>
    public Understood Proposed(ComplaintDraft draft)
    {
        var whole = Of(draft);
        return IsProposable(whole, Understood.WorthProposing) ? whole : OfPart(draft, SureOfAPart) ?? whole;
    }

    /// <summary>The heading that is least wrong, where nobody chose one; never a grave one. Null where nothing in the story has any.</summary>
    public string? Likeliest(ComplaintDraft draft) => OfPart(draft, 0)?.Category;

    /// <summary>Sentences and clauses of a few words at least.</summary>
    public static IEnumerable<string> ClausesOf(string story) => Clauses().Split(story).Where(part => CountWords(part) >= FewestWordsOfPart);

    /// <summary>Something is wrong, by a part of a story alone.</summary>
    public bool Complains(string clause) => Read(clause) is { Kind: MessageKind.Complaint, Category: { } code } read && IsProposable(read, SureOfAPart) && !ComplaintCategory.Get(code).IsEmpty;

    private Understood? OfPart(ComplaintDraft draft, double from) => PartsOf(draft.Story).Prepend(draft.Story).Select(Read)
        .Where(read => read is { Kind: MessageKind.Complaint, Urgency: not Urgency.Emergency } && IsProposable(read, from) && !categories.Get(read.Category!).IsSensitive)
        .MaxBy(read => read.Confidence);

    private bool IsProposable(Understood read, double from) => read.Confidence >= from && read.Category is { } code && categories.IsOffered(code);

    /// <summary>Messages and clauses, and of a long one without marks the words that stand together.</summary>
    private static IEnumerable<string> PartsOf(string story)
    {
        foreach (var part in Clauses().Split(story))
        {
            var words = part.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (words.Length >= FewestWordsOfPart)
            {
                yield return part;
            }

            for (var from = 0; words.Length > WordsOfAWindow && from + FewestWordsOfPart < words.Length && from < MostWordsOfAStory; from += WordsOfAStride)
            {
                yield return string.Join(' ', words.Skip(from).Take(WordsOfAWindow));
            }
        }
    }

    /// <summary>What the whole story says, and then each of its messages.</summary>
    public IEnumerable<Understood> AllOf(ComplaintDraft draft) => draft.Story.Split('\n').Prepend(draft.Story).Select(Read);

    private Understood Read(string text)
    {
        if (!_read.TryGetValue(text, out var understood))
        {
            _read[text] = understood = understander.Understand(text);
        }

        return understood;
    }

    private static bool AsksForInformation(ComplaintDraft draft) => ComplaintCategory.Get(draft.Category!).AsksForInformation;

    [GeneratedRegex(@"[\n,.;!?]+|\s(?:padahal|pdhl|tapi|tp|terus|trus|sama|sareng|kaliyan|but|and|also)\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Clauses();

    private static int CountWords(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
}
