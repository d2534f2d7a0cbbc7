using SlrtBot.Core.Complaints;

namespace SlrtBot.Core.Visits;

/// <summary>A visit in a list, with what whoever goes there has to know.</summary>
/// <param name="Reasons">Codes, where its report came back.</param>
public sealed record VisitCard(
    Visit Visit, string Reference, string CategoryCode, string? Person, string? Address, string? Phone, string Visitor, IReadOnlyList<string> Reasons);

/// <param name="Round">In which it was noted.</param>
/// <param name="Before">What earlier reports said instead, oldest first.</param>
public sealed record NotedValue(string Value, int Round, DateTime At, string By, IReadOnlyList<string> Before);

/// <summary>A report that was sent, and what somebody else said to it.</summary>
/// <param name="Reasons">Codes of <see cref="VisitReasons.Returning"/>.</param>
public sealed record SentRound(
    int Round, string SentBy, DateTime SentAt, DateOnly VisitedOn, VisitOutcome Outcome, bool? IsApproved, string? DecidedBy, DateTime? DecidedAt,
    IReadOnlyList<string> Reasons, string? Words);

/// <param name="Position">"latitude,longitude"; null where nobody said.</param>
public sealed record TakenPhoto(Guid Id, int Round, PositionSource Source, string? Position, int? Accuracy, string By, DateTime At, long Size);

/// <summary>One visit, opened for a member of staff who may see it.</summary>
public sealed record VisitSheet(
    Visit Visit, string Reference, string CategoryCode, ComplaintStatus Status, string Story, string? Person, string? Address, string? Location, string? Phone,
    string Visitor, string? Note)
{
    /// <summary>By field.</summary>
    public required IReadOnlyDictionary<string, NotedValue> Values { get; init; }

    /// <summary>By section: what a form about it has to bring back, so that nobody writes over a colleague.</summary>
    public required IReadOnlyDictionary<string, string> Seen { get; init; }

    /// <summary>Oldest first.</summary>
    public required IReadOnlyList<SentRound> Rounds { get; init; }

    public required IReadOnlyList<TakenPhoto> Photos { get; init; }

    /// <summary>Whether the reader may write in the report.</summary>
    public bool MayWrite { get; init; }

    /// <summary>Whether the reader may approve or return reports there, if they are not their own.</summary>
    public bool MayDecide { get; init; }

    /// <summary>Of the complaint, as the reader sees it.</summary>
    public int ComplaintVersion { get; init; }

    /// <summary>Nobody was found, and the reader may end the complaint because of it.</summary>
    public bool MayClose { get; init; }

    /// <summary>Whether the reader had a hand in it.</summary>
    public bool IsOwn { get; init; }

    public IReadOnlyDictionary<string, string> Now => Values.ToDictionary(v => v.Key, v => v.Value.Value);

    /// <summary>What the section held when it was looked at.</summary>
    public static string SeenOf(string section, IEnumerable<VisitValue> rows) => rows.Where(r => VisitFields.Find(r.Field)?.Section == section)
        .Select(r => r.NotedAt).DefaultIfEmpty().Max() is var last && last == default ? "" : $"{new DateTimeOffset(last, TimeSpan.Zero).ToUnixTimeMilliseconds()}";
}

/// <summary>A visit on the page of its complaint.</summary>
/// <param name="Returned">What the reports that came back were returned with, oldest first.</param>
public sealed record VisitRow(
    Guid Id, VisitStatus Status, DateOnly PlannedOn, PartOfDay Part, string Visitor, DateTime? CannotAt, VisitOutcome? Reported, bool IsConfirmed, string? CancelReason,
    IReadOnlyList<SentRound> Returned)
{
    public bool IsRunning => Status is not (VisitStatus.Approved or VisitStatus.Cancelled);
}
