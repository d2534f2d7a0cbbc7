using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Complaints.Queue;
using SlrtBot.Core.Complaints.Representatives;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.DataRequests;

/// <param name="Words">Opened; null in lists.</param>
/// <param name="References">Of the complaints that the reader may see.</param>
/// <param name="Joined">Of these, those of which the chat hears by a slip.</param>
public sealed record DataRequestRow(
    Guid Id, Guid ConversationId, DataRequestKind Kind, DataRequestState State, string RegencyCode, string? VillageCode, DateTime OpenedAt, DateTime DueAt,
    DateTime? HandledAt, string? Handler, int Version, string? Words, IReadOnlyList<string> References,
    IReadOnlyList<(string Reference, Relation Relation)> Joined);

/// <summary>People's requests about their data, inside the reader's areas.</summary>
public sealed class DataRequestQueries(SlrtDbContext db, JoinedComplaints joins, FieldCipher cipher)
{
    private const int Most = 200;
    private const int Handled = 20;

    /// <summary>What is open, the one that is due first on top; then the latest that were handled.</summary>
    public async Task<IReadOnlyList<DataRequestRow>> ListAsync(StaffScope scope, CancellationToken cancellationToken)
    {
        var open = await db.DataRequests.AsNoTracking().VisibleTo(db, scope).Where(r => r.State == DataRequestState.Open)
            .OrderBy(r => r.DueAt).Take(Most).ToListAsync(cancellationToken);
        var handled = await db.DataRequests.AsNoTracking().VisibleTo(db, scope).Where(r => r.State != DataRequestState.Open)
            .OrderByDescending(r => r.DueAt).Take(Handled).ToListAsync(cancellationToken);
        var names = await NamesAsync([.. handled.Select(r => r.HandledBy).OfType<Guid>()], cancellationToken);
        return [.. open.Concat(handled).Select(r => Row(r, names, null, [], []))];
    }

    public Task<int> OpenAsync(StaffScope scope, CancellationToken cancellationToken) => db.DataRequests.VisibleTo(db, scope)
        .Where(r => r.State == DataRequestState.Open).Take(QueueQueries.CountLimit).CountAsync(cancellationToken);

    /// <returns>Null for a miss and for a request outside the reader's areas alike.</returns>
    public async Task<Unseen<DataRequestRow>?> FindAsync(Guid id, StaffScope scope, CancellationToken cancellationToken)
    {
        var request = await db.DataRequests.AsNoTracking().VisibleTo(db, scope).SingleOrDefaultAsync(r => r.Id == id, cancellationToken);
        if (request is null)
        {
            return null;
        }

        var references = await db.Complaints.VisibleTo(scope).Where(c => c.ConversationId == request.ConversationId)
            .OrderByDescending(c => c.Id).Take(10).Select(c => c.Reference).ToListAsync(cancellationToken);
        var names = await NamesAsync([.. new[] { request.HandledBy }.OfType<Guid>()], cancellationToken);
        var joined = await joins.OfAsync(db.Complaints.VisibleTo(scope), request.ConversationId, cancellationToken);
        var row = Row(
            request, names, cipher.OpenOptional(request.Words, DataRequest.Table, id, "words"), references,
            [.. joined.Select(j => (j.Complaint.Reference, j.Relation))]);
        return new Unseen<DataRequestRow>(row, new View("rights.viewed", "rights_request", id));
    }

    private static DataRequestRow Row(
        DataRequest r, Dictionary<Guid, string> names, string? words, IReadOnlyList<string> references,
        IReadOnlyList<(string Reference, Relation Relation)> joined) => new(
        r.Id, r.ConversationId, r.Kind, r.State, r.RegencyCode, r.VillageCode, r.OpenedAt, r.DueAt, r.HandledAt,
        r.HandledBy is { } id ? names.GetValueOrDefault(id) : null, r.Version, words, references, joined);

    private Task<Dictionary<Guid, string>> NamesAsync(List<Guid> ids, CancellationToken cancellationToken) =>
        db.StaffMembers.Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, cancellationToken);
}
