using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Complaints.Lodging;
using SlrtBot.Core.Jobs;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Complaints.Search;

/// <summary>
/// Makes NIKs that were stored before their last digits had an index findable by these. Once all are done it finds none, in
/// an index that is empty.
/// </summary>
public sealed class IndexNumbersJob(DueRows rows) : IScheduledJob
{
    public Task<JobCount> RunAsync(CancellationToken cancellationToken) => rows.TakeAsync<IndexNumber>(
        "index-numbers", Due, (act, id, by, cancel) => act.DoAsync(id, by, cancel), cancellationToken);

    internal static IQueryable<Guid> Due(SlrtDbContext db, DateTime now) =>
        db.Complaints.Where(c => c.NationalId != null && c.NationalIdTail == null).OrderBy(c => c.Id).Select(c => c.Id);
}

/// <summary>One of them. No audit: nothing about the person changes.</summary>
public sealed class IndexNumber(SlrtDbContext db, FieldCipher cipher, BlindIndex blind)
{
    /// <returns>False where it has its index, or no number any more.</returns>
    public async Task<Outcome<bool>> DoAsync(Guid complaintId, Provenance by, CancellationToken cancellationToken)
    {
        var complaint = await db.Complaints.SingleAsync(c => c.Id == complaintId, cancellationToken);
        if (complaint.NationalIdTail is not null
            || cipher.OpenOptional(complaint.NationalId, Complaint.Table, complaintId, "national_id") is not { } number)
        {
            return false;
        }

        complaint.NationalIdTail = NationalIdTail.Of(blind, number);
        return complaint.NationalIdTail is not null;
    }
}
