using System.Text.RegularExpressions;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Understanding;

/// <summary>
/// Says what a message seems to be about. It learns from <see cref="LabelledLine.BuiltIn"/> once per process, at start or
/// when it is first asked, is thread-safe, and keeps nothing of what it is asked.
/// </summary>
public sealed partial class Understander
{
    private const string Meta = "META";
    private const string NoProgramme = "-";
    private const int MostReasons = 5;

    /// <summary>Shown to the person who wrote them, in one line.</summary>
    private const int MostUrgentReasons = 3;
    private const float LeastShare = 0.12f;

    /// <summary>Below any that the model can say.</summary>
    private const float NoDanger = -1f;
    private const int LinesOfARead = 2;

    /// <summary>Of the lines in which a word stands, those of danger: what stands in others as often is no sign.</summary>
    private const float LeastOfASign = 0.4f;

    private const float DangerUnnamed = 0.6f;

    /// <summary>Where the words seem to be about something that threatens nobody, as farewells do.</summary>
    private const float DangerElsewhere = 0.85f;
    /// <summary>Half a sentence about nothing in particular ("bapak saya di kamar") needs words of the list.</summary>
    private const float SureTalk = 0.995f;
    private const float DangerDoubted = 0.85f;
    private const float DangerHinted = 0.5f;
    private const float DangerTold = 0.6f;
    private const float DangerNamed = 0.2f;
    private const float SureProgramme = 0.4f;

    /// <summary>Of a category that words say (<see cref="CategoryWords"/>).</summary>
    private const float SureWords = 0.9f;

    /// <summary>Below, every second proposal was wrong (docs/understanding.md).</summary>
    private const float SureUrgent = 0.5f;

    /// <summary>Fewer ("tentang rumah tangga") say that a life is in danger by the words of the list, or not at all.</summary>
    private const int FewestWords = 4;

    private static readonly string Emergency = Codes.Of(Urgency.Emergency);
    private static readonly string Urgent = Codes.Of(Urgency.Urgent);
    private static readonly string Normal = Codes.Of(Urgency.Normal);
    private static readonly Learning Learning = new(Rounds: 8, Rate: 4f, Decay: 0.15f);
    private static readonly Lazy<Learnt> BuiltIn = new(() => Learnt.From(LabelledLine.BuiltIn, LabelledLine.Dangers, Learning));
    private readonly Lazy<Learnt> _learnt;

    public Understander() => _learnt = BuiltIn;

    /// <param name="lines">What it learns from.</param>
    public Understander(IEnumerable<LabelledLine> lines) => _learnt = new Lazy<Learnt>(() => Learnt.From([.. lines], [], Learning));

    /// <summary>Learns now, so that nobody's first message has to wait for it.</summary>
    public void Learn() => _ = _learnt.Value;

    public Understood Understand(string text)
    {
        var learnt = _learnt.Value;
        // A number of a complaint is drawn by lot, and its letters may look like words of danger.
        var tokens = learnt.Normaliser.Read(References().Replace(text, " "));
        if (tokens.Count == 0)
        {
            return new Understood(ComplaintCategory.Empty.Code, MessageKind.Meta, null, Urgency.Normal, 1, []);
        }

        var features = Features.Of(tokens);
        var vector = learnt.Space.Vector(features);
        var alarm = Emergencies.BuiltIn.Hear(tokens);
        var categories = learnt.Category.Probabilities(vector);
        var likeliest = Best(learnt.Category, categories, _ => true);
        var isAboutDanger = Of(likeliest.Label) is { IsDangerous: true };
        var isTalk = likeliest.Label == Meta && likeliest.Probability >= SureTalk;
        var unnamed = tokens.Count < FewestWords || isTalk ? 1 : isAboutDanger ? DangerUnnamed : DangerElsewhere;
        var urgency = UrgencyOf(learnt, vector, DangerOf(learnt, tokens, alarm), alarm, unnamed);
        if (urgency != Urgency.Emergency && Emergencies.BuiltIn.IsPressing(tokens))
        {
            urgency = Urgency.Urgent;
        }

        var suggests = Suggests(learnt, vector);
        var (label, confidence) = Best(
            learnt.Category, categories, l => urgency == Urgency.Emergency ? Of(l) is { IsNotOurs: false } : !(suggests && Of(l) is { IsAboutOfficial: true }));
        if (CategoryWords.BuiltIn.Find(tokens, label, Best(learnt.Programme, learnt.Programme.Probabilities(vector), _ => true).Label) is { } said
            && (urgency != Urgency.Emergency || (alarm.Kind != DangerKind.General && Of(said)?.Danger == alarm.Kind)))
        {
            (label, confidence) = (said, MathF.Max(confidence, SureWords));
        }

        var category = Of(label);
        var fitting = Fitting(urgency, category);
        var otherwise = Emergencies.BuiltIn.Otherwise(tokens).Select(at => tokens[at]).ToHashSet();
        var reasons = fitting < Urgency.Urgent ? [] : UrgentReasons(learnt, tokens, features, fitting, urgency == Urgency.Emergency ? alarm : Alarm.None);
        if (fitting == Urgency.Urgent && reasons.Count > 0 && reasons.TrueForAll(otherwise.Contains) && !Emergencies.BuiltIn.IsPressing(tokens))
        {
            // "kis saya mati": the card is dead, and nobody else.
            fitting = Urgency.Normal;
        }

        var raised = urgency == Urgency.Emergency ? alarm : Alarm.None;
        return new Understood(
            category?.Code,
            KindOf(learnt, vector, category),
            ProgrammeOf(learnt, vector, category),
            fitting,
            Math.Round((double)confidence, 3),
            [.. Because(learnt, tokens, features, Speaks(learnt.Category, likeliest.Label), raised).Take(MostReasons)])
        {
            IsDangerNamed = raised.Strength >= AlarmStrength.Maybe,
            Danger = raised.Strength != AlarmStrength.None ? raised.Kind
                : fitting == Urgency.Emergency && confidence >= Understood.WorthProposing && category is { Danger: var threat } && !Emergencies.BuiltIn.SpeakOfAnother(tokens, threat) ? threat
                : DangerKind.General,
            UrgentBecause = fitting < Urgency.Urgent ? [] : [.. reasons.Where(token => !otherwise.Contains(token)).Select(token => token.Typed).Distinct(StringComparer.Ordinal).Take(MostUrgentReasons)],
        };
    }

    /// <summary>What the model makes of the words that are not taken back; nothing where none of them speaks of danger.</summary>
    private static float DangerOf(Learnt learnt, IReadOnlyList<Token> tokens, Alarm alarm)
    {
        var takenBack = Emergencies.BuiltIn.TakenBack(tokens);
        Token[] left = [.. tokens.Where((_, i) => !takenBack.Contains(i))];
        if (alarm.Strength == AlarmStrength.Past || (alarm.Strength == AlarmStrength.None && !left.Any(t => IsSign(learnt, t))))
        {
            return NoDanger;
        }

        var heard = learnt.DangerSpace.Vector(Features.Of(left));
        return learnt.Danger.Probabilities(heard)[Array.IndexOf(learnt.Danger.Labels, Emergency)];
    }

    /// <summary>A word of some line of danger that is not plain; one that was read as another than was typed must stand in several.</summary>
    private static bool IsSign(Learnt learnt, Token token) => learnt.DangerLines.GetValueOrDefault(token.Stem) is var (danger, all)
        && danger >= (token.Typed == token.Word ? 1 : LinesOfARead) && danger >= all * LeastOfASign && !PlainWords.Contains(token);

    private static Urgency UrgencyOf(Learnt learnt, SparseVector vector, float danger, Alarm alarm, float unnamed)
    {
        var probabilities = learnt.Urgency.Probabilities(vector);
        var needed = alarm.Strength switch
        {
            AlarmStrength.Sure => 0,
            AlarmStrength.Past => 1,
            AlarmStrength.Told => DangerTold,
            AlarmStrength.Maybe => DangerNamed,
            AlarmStrength.Hinted => DangerHinted,
            AlarmStrength.Doubtful => MathF.Max(DangerDoubted, unnamed),
            _ => unnamed,
        };
        if (danger >= needed)
        {
            return Urgency.Emergency;
        }

        var isUrgent = probabilities[Array.IndexOf(learnt.Urgency.Labels, Urgent)] >= SureUrgent;
        return Codes.Parse<Urgency>(Best(learnt.Urgency, probabilities, label => label != Emergency && (isUrgent || label != Urgent)).Label);
    }

    /// <summary>What should be done better accuses nobody.</summary>
    private static bool Suggests(Learnt learnt, SparseVector vector) =>
        Best(learnt.Kind, learnt.Kind.Probabilities(vector), _ => true).Label == Codes.Of(MessageKind.Suggestion);

    private static MessageKind KindOf(Learnt learnt, SparseVector vector, ComplaintCategory? category) => category switch
    {
        null or { IsEmpty: true } => MessageKind.Meta,
        _ => Codes.Parse<MessageKind>(Best(learnt.Kind, learnt.Kind.Probabilities(vector), label => label != Codes.Of(MessageKind.Meta)).Label),
    };

    private static string? ProgrammeOf(Learnt learnt, SparseVector vector, ComplaintCategory? category)
    {
        var (label, probability) = Best(learnt.Programme, learnt.Programme.Probabilities(vector), _ => true);
        return category is null or { IsEmpty: true } || label == NoProgramme || probability < SureProgramme ? null : label;
    }

    /// <summary>Information is asked for at leisure, and what is not for us does not press us.</summary>
    private static Urgency Fitting(Urgency urgency, ComplaintCategory? category) => (urgency, category) switch
    {
        (Urgency.Emergency, _) => urgency,
        (_, null or { IsNotOurs: true }) => Urgency.Normal,
        (_, { AsksForInformation: true }) => Urgency.Info,
        (Urgency.Info, _) => Urgency.Normal,
        (Urgency.Urgent, _) when !category.IsPressing => Urgency.Normal,
        _ => urgency,
    };

    /// <returns>Null where the label stands for talk about the conversation itself.</returns>
    private static ComplaintCategory? Of(string label) => label == Meta ? null : ComplaintCategory.Get(label);

    private static (string Label, float Probability) Best(LinearModel model, float[] probabilities, Func<string, bool> may)
    {
        var best = Enumerable.Range(0, probabilities.Length).Where(i => may(model.Labels[i])).MaxBy(i => probabilities[i]);
        return (model.Labels[best], probabilities[best]);
    }

    private static Func<int, float> Speaks(LinearModel model, string label)
    {
        var index = Array.IndexOf(model.Labels, label);
        return input => model.Weight(input, index);
    }

    /// <summary>The person reads these words, and small ones explain nothing.</summary>
    private static List<Token> UrgentReasons(Learnt learnt, IReadOnlyList<Token> tokens, List<Feature> features, Urgency urgency, Alarm raised) =>
        [.. Weighty(learnt, tokens, features, SpeaksRather(learnt, Codes.Of(urgency)), raised).Where(token => !SmallWords.Contains(token))];

    /// <summary>What makes it more than an ordinary complaint.</summary>
    private static Func<int, float> SpeaksRather(Learnt learnt, string label)
    {
        var (index, other) = (Array.IndexOf(learnt.Urgency.Labels, label), Array.IndexOf(learnt.Urgency.Labels, Normal));
        return input => (learnt.Urgency.Weight(input, index) - learnt.Urgency.Weight(input, other)) * learnt.Space.Rarity(input);
    }

    private static IEnumerable<string> Because(Learnt learnt, IReadOnlyList<Token> tokens, List<Feature> features, Func<int, float> weight, Alarm alarm) =>
        Weighty(learnt, tokens, features, weight, alarm).Select(token => token.Typed).Distinct(StringComparer.Ordinal);

    /// <summary>The words that raised an alarm, then those that speak most for it.</summary>
    private static IEnumerable<Token> Weighty(Learnt learnt, IReadOnlyList<Token> tokens, List<Feature> features, Func<int, float> weight, Alarm alarm)
    {
        var speaks = new float[tokens.Count];
        foreach (var feature in features)
        {
            if (learnt.Space.IndexOf(feature.Name) is >= 0 and var input)
            {
                speaks[feature.At] += weight(input) * feature.Weight;
            }
        }

        var sum = speaks.Where(s => s > 0).Sum();
        return alarm.At.Concat(Enumerable.Range(0, tokens.Count).Where(i => speaks[i] > sum * LeastShare).OrderByDescending(i => speaks[i])).Select(i => tokens[i]);
    }

    [GeneratedRegex(@"\b[s5]lrt[- ]?[0-9a-z]{4}[- ]?[0-9a-z]{4}[- ]?[0-9a-z]\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex References();
}
