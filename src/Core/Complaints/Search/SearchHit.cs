using SlrtBot.Core.Complaints.Queue;

namespace SlrtBot.Core.Complaints.Search;

/// <summary>By what something was found, best first; labels <c>search.match.{code}</c>.</summary>
public enum SearchMatch
{
    Reference,
    Phone,
    NationalId,
    AllWords,
    Place,
    SomeWords,
}

/// <param name="Name">Of the person concerned, shortened: <c>Siti R. K.</c>; null where none is known.</param>
/// <param name="Reporter">Of whoever reported it for them; null where that is the same person.</param>
public sealed record SearchHit(QueueRow Row, string? Name, string? Reporter, SearchMatch Match)
{
    /// <summary>Whom it concerns, where staff have said so.</summary>
    public Guid? PersonId { get; init; }
}

/// <param name="Count">Of all pages.</param>
/// <param name="IsCut">There may be more than were looked at: the reader is asked to say more.</param>
public sealed record SearchPage(IReadOnlyList<SearchHit> Hits, int Count, bool IsCut, int Page)
{
    /// <summary>What one page opens of sealed stories and names.</summary>
    public const int Size = 20;

    public static SearchPage Nothing { get; } = new([], 0, false, 1);

    public bool HasMore => Page * Size < Count;
}
