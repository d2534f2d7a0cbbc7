using SlrtBot.Bot.Engine;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Programmes;
using SlrtBot.Core.Understanding;

namespace SlrtBot.Bot.Dialogs.Complaints;

/// <summary>What a story or a message seems to be: each text is read once in a turn, however many ask.</summary>
public sealed class StoryGuess(Understander understander, ProgrammeNames programmes)
{
    private const double SureEnough = 0.8;

    /// <summary>So that whoever tells of two things under one heading is not asked: it is rarely wrong from here on (docs/understanding.md).</summary>
    private const double SureAgainstPick = 0.93;
    private const int MostWordsOfTalk = 8;
    private readonly Dictionary<string, Understood> _read = new(StringComparer.Ordinal);

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
        draft.Story.Length == 0 || draft.AssistedBy is not null || draft.Urgency == Urgency.Emergency || ComplaintCategory.Get(draft.Category!).IsSensitive
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
        && Of(draft) is { Kind: MessageKind.Complaint, Category: { } category, Confidence: >= SureAgainstPick } && ComplaintCategory.Get(category).Group is { } told
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

    private static int CountWords(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
}
