using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Complaints.Queue;

/// <param name="Summary">The first words of the story.</param>
/// <param name="Holder">Name of the colleague who has taken it; null when nobody has.</param>
public sealed record QueueRow(
    Guid Id, string Reference, string CategoryCode, bool IsSensitive, Urgency Urgency, ComplaintStatus Status, string VillageCode,
    string Channel, DateTime LodgedAt, DateOnly PromiseOn, bool IsOverdue, Guid? HolderId, string? Holder, string Summary,
    int Version)
{
    public ComplaintKind Kind { get; init; }

    public string? ProgrammeCode { get; init; }

    /// <summary>When the resident asked superiors to look; null where nobody did.</summary>
    public DateTime? RaisedAt { get; init; }
}

public sealed record QueuePage(IReadOnlyList<QueueRow> Rows, bool HasMore);

/// <summary>The queue of complaints, inside the reader's areas.</summary>
public sealed class QueueQueries(SlrtDbContext db, QueueRows rows)
{
    /// <summary>Counting stops here: "999+" is all that a reader needs, and all that a big table can say quickly.</summary>
    public const int CountLimit = 1000;

    public async Task<QueuePage> PageAsync(QueueFilter filter, StaffScope scope, CancellationToken cancellationToken)
    {
        var page = Math.Clamp(filter.Page, 1, QueueFilter.LastPage);
        var skip = (page - 1) * filter.Size;
        var found = await rows.ReadAsync(
            filter.Arrange(Found(filter, scope, skip + filter.Size + 1)).Skip(skip).Take(filter.Size + 1), cancellationToken);
        return new QueuePage([.. found.Take(filter.Size)], found.Count > filter.Size && page < QueueFilter.LastPage);
    }

    /// <returns>At most <see cref="CountLimit"/>.</returns>
    public Task<int> CountAsync(QueueFilter filter, StaffScope scope, CancellationToken cancellationToken) =>
        filter.Apply(db.Complaints, scope).Take(CountLimit).CountAsync(cancellationToken);

    public Task<bool> ExistsAsync(string reference, StaffScope scope, CancellationToken cancellationToken) =>
        db.Complaints.VisibleTo(scope).AnyAsync(c => c.Reference == reference, cancellationToken);

    private IQueryable<Complaint> Found(QueueFilter filter, StaffScope scope, int needed)
    {
        var parts = filter.Parts().ToList();
        if (parts is [var whole])
        {
            return whole.Apply(db.Complaints.AsNoTracking(), scope);
        }

        var ids = parts.Select(part => part.Sorted(db.Complaints, scope).Select(c => c.Id).Take(needed)).Aggregate((all, part) => all.Concat(part));
        return db.Complaints.AsNoTracking().Where(c => ids.Contains(c.Id));
    }
}
