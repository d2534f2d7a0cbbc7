using SlrtBot.Console.Forms;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Visits;

namespace SlrtBot.Console.Pages.Visits;

/// <param name="Refused">Which of the page's forms was refused: a section, <c>photo</c>, <c>send</c>, <c>move</c>, <c>cancel</c>, <c>decide</c>.</param>
/// <param name="Typed">What stood in it, by field.</param>
public sealed record VisitView(VisitSheet Sheet, string? Refused = null, IReadOnlyDictionary<string, string>? Typed = null)
{
    public const string Labels = "visit";

    public Visit Visit => Sheet.Visit;

    public string Address => $"/visits/{Visit.Id:N}";

    public bool IsStale { get; init; }

    public IReadOnlyList<VisitField> Missing { get; } = [.. VisitFields.Missing(Sheet.Now)];

    /// <summary>The one to go on with: what was refused, or the first that lacks something.</summary>
    public string? Open => Refused is { } refused && VisitFields.Sections.Contains(refused) ? refused : Refused is null && Missing.Count > 0 ? Missing[0].Section : null;

    /// <summary>Whoever sent too early sees all that is missing.</summary>
    public bool IsOpen(string section) => section == Open || (Refused == "send" && Missing.Any(f => f.Section == section));

    public bool MayCancel => Sheet.MayWrite && VisitWorkflow.Table.Find(Visit.Status, VisitWorkflow.Cancel)?.Takers.Any(t => t.Permission is not null) == true;

    /// <summary>A report to decide on that is not the reader's own.</summary>
    public bool MayDecide => Sheet is { MayDecide: true, IsOwn: false };

    /// <summary>The reports that came back, newest first: what they lack is read before anything else.</summary>
    public IEnumerable<SentRound> Returned => Sheet.Rounds.Where(r => r.IsApproved == false).Reverse();

    /// <summary>Proposed as the day on which somebody was there, once it is the planned one; null before.</summary>
    public DateOnly? Today { get; init; }

    public WrittenFieldForm Form(VisitField field) => new(
        field, Labels, field.Code, field.Code.Replace('.', '_'),
        Refused == field.Section ? Typed?.GetValueOrDefault(field.Code)
            : Sheet.Values.GetValueOrDefault(field.Code)?.Value ?? (field.Code == VisitFields.Day && Today is { } today ? $"{today:yyyy-MM-dd}" : null));

    public string? TypedIn(string form, string field) => Refused == form ? Typed?.GetValueOrDefault(field) : null;

    /// <summary>What was reported last, whether it counts or not.</summary>
    public VisitOutcome? Reported => Sheet.Rounds.Count == 0 ? null : Sheet.Rounds[^1].Outcome;

    public static string StateOf(VisitStatus status) => status switch
    {
        VisitStatus.Planned => "open",
        VisitStatus.Sent => "waiting",
        VisitStatus.Returned => "bad",
        VisitStatus.Approved => "settled",
        _ => "",
    };
}

/// <summary>The choices of a form about a visit's day, in the reader's words.</summary>
/// <param name="Reasons">Codes of <see cref="VisitReasons"/>; none where it is planned first.</param>
public sealed record VisitDayForm(string Prefix, DateOnly? On, PartOfDay? Part, IReadOnlyList<string> Reasons, string? Reason, DateOnly Earliest)
{
    public static PartOfDay? PartOf(string? code) => Codes.TryParse<PartOfDay>(code, out var part) ? part : null;
}
