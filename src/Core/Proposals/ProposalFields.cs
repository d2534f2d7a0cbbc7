using SlrtBot.Core.Kernel;
using SlrtBot.Core.Language;
using SlrtBot.Core.Registry;

namespace SlrtBot.Core.Proposals;

/// <summary>One question of a proposal; label <c>proposal.field.{code}</c>, choices <c>proposal.choice.{code}.{choice}</c>.</summary>
public sealed record ProposalField(string Code, FieldKind Kind, bool IsRequired, params IReadOnlyList<string> Choices) : WrittenField(Code, Kind, Choices)
{
    public const int LongestLine = 160;
    public const int LongestText = 2000;

    /// <summary>Coded or a count, and therefore about nobody; the others are sealed.</summary>
    public bool IsFact => Kind is FieldKind.Choice or FieldKind.Several or FieldKind.Number;

    public override int Longest => Kind == FieldKind.Line ? LongestLine : Kind == FieldKind.Text ? LongestText : base.Longest;

    public override string? Problem(string value) =>
        base.Problem(value) ?? (Code is ProposalFields.NationalId or ProposalFields.FamilyCard && !ProposalFields.IsNumber(value) ? "number_16" : null);
}

/// <summary>All fields of all kinds of proposals.</summary>
public static class ProposalFields
{
    public const string Name = "name";
    public const string NationalId = "nik";
    public const string FamilyCard = "kk";
    public const string Address = "address";
    public const string BornOn = "born_on";
    public const string Programme = "programme";
    public const string Exception = "exception";
    public const string Rejections = "rejections";
    public const string What = "what";
    public const string Old = "old";
    public const string New = "new";
    public const string Cause = "cause";
    public const string Evidence = "evidence";
    public const string Why = "why";

    private static readonly ProposalField[] Whom =
    [
        new(Name, FieldKind.Line, true),
        new(NationalId, FieldKind.Line, false),
        new(FamilyCard, FieldKind.Line, false),
        new(BornOn, FieldKind.Day, false),
        new(Address, FieldKind.Line, true),
    ];

    private static readonly ProposalField Seen = new(Evidence, FieldKind.Several, true, "visit", "ktp", "kk", "letter", "photo", "statement");

    private static readonly Dictionary<ProposalKind, IReadOnlyList<ProposalField>> ByKind = new()
    {
        [ProposalKind.Add] =
        [
            .. Whom,
            new(Rejections, FieldKind.Several, true, [.. ProposalRules.Rejections, WrittenField.None]),
            new(Programme, FieldKind.Choice, false, [.. DecileCeilings.Programmes]),
            new(Exception, FieldKind.Choice, false, [.. ProposalRules.Exceptions]),
            new(Why, FieldKind.Text, true),
        ],
        [ProposalKind.Correct] =
        [
            .. Whom,
            new(What, FieldKind.Choice, true, "nik", "name", "kk", "born_on", "address", "members", "house", "floor", "wall", "roof", "water", "light", "toilet", "work", "assets", "disability", "illness", "other"),
            new(Old, FieldKind.Line, true),
            new(New, FieldKind.Line, true),
            Seen,
            new(Why, FieldKind.Text, false),
        ],
        [ProposalKind.Remove] =
        [
            .. Whom,
            new(Cause, FieldKind.Choice, true, "dead", "moved", "able", "not_found", "double"),
            Seen,
            new(Why, FieldKind.Text, true),
        ],
    };

    /// <summary>In the order in which they are asked.</summary>
    public static IReadOnlyList<ProposalField> Of(ProposalKind kind) => ByKind[kind];

    public static IEnumerable<ProposalField> All => ByKind.Values.SelectMany(fields => fields).DistinctBy(f => f.Code);

    internal static bool IsNumber(string text) => Numbers.NationalId.Normalise(text) is { Length: Numbers.NationalId.Length } digits && digits.All(char.IsAsciiDigit);
}

/// <summary>What somebody entered for a proposal.</summary>
/// <param name="Values">Field → as typed or ticked; several codes between blanks, days as <c>yyyy-MM-dd</c>.</param>
public sealed record ProposalEntry(ProposalKind Kind, IReadOnlyDictionary<string, string> Values)
{
    /// <returns>Cleaned, numbers as digits alone; null where nothing, or nothing but blanks, was entered.</returns>
    public string? this[string field] => Values.GetValueOrDefault(field) is { } text && TextFolding.Clean(text).Trim() is { Length: > 0 } clean
        ? field is ProposalFields.NationalId or ProposalFields.FamilyCard && ProposalFields.IsNumber(clean) ? Numbers.NationalId.Normalise(clean) : clean
        : null;

    public IReadOnlyList<string> Several(string field) => this[field]?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <param name="today">The service day.</param>
    public IEnumerable<Refusal> Problems(DateOnly today)
    {
        foreach (var field in ProposalFields.Of(Kind))
        {
            if (this[field.Code] is not { } value)
            {
                if (field.IsRequired)
                {
                    yield return new Refusal("required", field.Code);
                }
            }
            else if (field.Problem(value) is { } problem)
            {
                yield return new Refusal(problem, field.Code);
            }
            else if (field.Code == ProposalFields.BornOn && (WrittenField.DayOf(value) > today || WrittenField.DayOf(value) < today.AddYears(-120)))
            {
                yield return new Refusal("day_out_of_range", field.Code);
            }
        }

        // The keeper of the data looks people up by number; without one nobody can be found, added or taken out.
        if (this[ProposalFields.NationalId] is null && this[ProposalFields.FamilyCard] is null)
        {
            yield return new Refusal("proposal_number_needed", ProposalFields.NationalId);
        }

        if (Kind == ProposalKind.Correct && this[ProposalFields.Old] is { } old && old == this[ProposalFields.New])
        {
            yield return new Refusal("proposal_nothing_new", ProposalFields.New);
        }
    }
}
