using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Visits;

/// <summary>One thing to look at. Labels <c>visit.field.{code}</c>, its choices <c>visit.choice.{code}.{choice}</c>.</summary>
/// <param name="Code">Section, dot, name.</param>
/// <param name="IsNeeded">Whether a report with these values lacks something without it.</param>
public sealed record VisitField(string Code, FieldKind Kind, IReadOnlyList<string> Choices, Func<IReadOnlyDictionary<string, string>, bool> IsNeeded)
    : WrittenField(Code, Kind, Choices)
{
    public const int LongestText = 1000;

    /// <summary>A household is no village.</summary>
    public const int MostPeople = 40;

    public string Section => Code[..Code.IndexOf('.', StringComparison.Ordinal)];

    public override int Longest => Kind is FieldKind.Line or FieldKind.Text ? LongestText : base.Longest;

    public override string? Problem(string value) => Kind switch
    {
        FieldKind.Number => int.TryParse(value, out var number) && number is >= 1 and <= MostPeople ? null : "people_wrong",
        FieldKind.Day => DayOf(value) is null ? "visited_on_wrong" : null,
        _ => base.Problem(value),
    };
}

/// <summary>
/// What a visit writes down, in its sections. Adding one is a line here and its words; facts of the household, once there is a
/// record of it, are fields like these.
/// </summary>
public static class VisitFields
{
    public const string Whom = "met.whom";
    public const string Day = "met.day";
    public const string Evidence = "met.evidence";
    public const string Finding = "outcome.finding";
    public const string Advice = "outcome.advice";

    private static readonly string[] People = ["resident", "family", "neighbour"];

    public static IReadOnlyList<VisitField> All { get; } =
    [
        Choice(Whom, Always, [.. People, "not_home", "moved", "died", "not_found"]),
        new(Day, FieldKind.Day, [], Always),
        Line("met.name", Never),
        Line("met.relation", v => v.GetValueOrDefault(Whom) is "family" or "neighbour"),
        // "Not found, moved, died" decides much: what was seen, and who said so.
        Text(Evidence, v => v.ContainsKey(Whom) && !IsMet(v)),
        Choice("house.condition", WhereMet, ["good", "light", "heavy", "unsafe", "not_seen"]),
        Choice("house.ownership", Never, ["own", "family", "rent", "borrowed", "other"]),
        new("house.people", FieldKind.Number, [], Never),
        Text("house.words", Never),
        Several("need.what", WhereMet, ["food", "health", "school", "house", "papers", "work", "protection", "other", "none"]),
        Choice("need.haste", WhereMet, ["today", "week", "month", "can_wait"]),
        Text("need.words", WhereMet),
        Several("papers.seen", WhereMet, ["ktp", "kk", "kks", "kis", "sktm", "health", "school", "other", "none"]),
        Text("papers.words", Never),
        Choice(Finding, WhereMet, ["as_told", "partly_as_told", "not_as_told"]),
        Text(Advice, Always),
    ];

    public static IReadOnlyList<string> Sections { get; } = [.. All.Select(f => f.Section).Distinct()];

    public static VisitField? Find(string code) => All.FirstOrDefault(f => f.Code == code);

    public static IEnumerable<VisitField> Of(string section) => All.Where(f => f.Section == section);

    /// <summary>What a report with these values still lacks.</summary>
    public static IEnumerable<VisitField> Missing(IReadOnlyDictionary<string, string> values) => All.Where(f => f.IsNeeded(values) && !values.ContainsKey(f.Code));

    /// <summary>What it found: whom nobody met was not found to live as told.</summary>
    public static VisitOutcome? OutcomeOf(IReadOnlyDictionary<string, string> values) => values.GetValueOrDefault(IsMet(values) ? Finding : Whom) is { } code
        && Codes.TryParse<VisitOutcome>(code, out var outcome) ? outcome : null;

    /// <summary>As long as nobody has said that no one was met, all of it is to be looked at.</summary>
    private static bool WhereMet(IReadOnlyDictionary<string, string> values) => !values.ContainsKey(Whom) || IsMet(values);

    private static bool IsMet(IReadOnlyDictionary<string, string> values) => People.Contains(values.GetValueOrDefault(Whom));

    private static bool Always(IReadOnlyDictionary<string, string> values) => true;

    private static bool Never(IReadOnlyDictionary<string, string> values) => false;

    private static VisitField Choice(string code, Func<IReadOnlyDictionary<string, string>, bool> needed, string[] choices) =>
        new(code, FieldKind.Choice, choices, needed);

    private static VisitField Several(string code, Func<IReadOnlyDictionary<string, string>, bool> needed, string[] choices) =>
        new(code, FieldKind.Several, choices, needed);

    private static VisitField Line(string code, Func<IReadOnlyDictionary<string, string>, bool> needed) => new(code, FieldKind.Line, [], needed);

    private static VisitField Text(string code, Func<IReadOnlyDictionary<string, string>, bool> needed) => new(code, FieldKind.Text, [], needed);
}
