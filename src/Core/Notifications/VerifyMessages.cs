using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Files;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Notifications;

/// <summary>
/// The law that nothing gets lost: every accepted message was handled or is parked where staff see it, every move was
/// told and audited, every file that is said to be kept is there. Reads only.
/// </summary>
public sealed class VerifyMessages(SlrtDbContext db, FileStore files, OrphanedFiles orphans, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    private static readonly string[] Untold = ["lodge", "resident_answers", "withdraw", "resident_confirms", "resident_reopens", "undo_withdrawal", ComplaintWorkflow.BeginVisit, ComplaintWorkflow.ReturnToField];

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow().UtcDateTime - Patience;
        var inbound = await db.InboundMessages.LongCountAsync(cancellationToken);
        var outbound = await db.OutboundMessages.LongCountAsync(cancellationToken);
        return
        [
            await FindAsync(
                "inbound_not_handled", inbound,
                db.InboundMessages.Where(m => m.State == InboundState.New && m.ReceivedAt < before && (m.NotBefore == null || m.NotBefore < before))
                    .Select(m => m.Id), true, cancellationToken),
            await FindAsync(
                "inbound_without_conversation", inbound,
                db.InboundMessages.Where(m => m.State == InboundState.Done && m.ConversationId == null).Select(m => m.Id), true, cancellationToken),
            await FindAsync(
                "inbound_parked", inbound,
                db.InboundMessages.Where(m => m.State == InboundState.Parked).Select(m => m.Id), false, cancellationToken),
            await FindAsync(
                "outbound_lease_lost", outbound,
                db.OutboundMessages.Where(m => m.State == OutboundState.Leased && m.LeaseUntil < before).Select(m => m.Id), true, cancellationToken),
            await FindAsync(
                "outbound_waiting", outbound,
                db.OutboundMessages.Where(m => m.State == OutboundState.Due && m.Channel != Channels.WebChat && m.CreatedAt < before
                    && (m.NotBefore == null || m.NotBefore < before)).Select(m => m.Id), false, cancellationToken),
            await FindAsync(
                "outbound_failed", outbound,
                db.OutboundMessages.Where(m => m.State == OutboundState.Failed).Select(m => m.Id), false, cancellationToken),
            await FindAsync("move_not_told", await db.ComplaintMoves.LongCountAsync(cancellationToken), NotTold(), true, cancellationToken),
            await FindAsync("complaint_not_audited", await db.Complaints.LongCountAsync(cancellationToken), NotAudited(), true, cancellationToken),
            await MissingFilesAsync(cancellationToken),
            await OrphanedFilesAsync(before, cancellationToken),
        ];
    }

#pragma warning disable CA1304, CA1311 // The database folds the letters of a hexadecimal number here.
    private IQueryable<Guid> NotTold() =>
        from move in db.ComplaintMoves
        join complaint in db.Complaints on move.ComplaintId equals complaint.Id
        where complaint.ConversationId != null && !Untold.Contains(move.Verb)
            && !db.OutboundMessages.Any(m => m.DedupeKey == "move:" + move.Id.ToString().Replace("-", "").ToLower())
        select move.Id;
#pragma warning restore CA1304, CA1311

    /// <summary>Lodged or moved without a line in the audit, or the other way round; a demo's complaint has one for all.</summary>
    private IQueryable<Guid> NotAudited() =>
        from complaint in db.Complaints
        where !db.AuditActs.Any(a => a.SubjectId == complaint.Id && a.Verb == "complaint.filled_in")
            && (db.ComplaintMoves.Count(m => m.ComplaintId == complaint.Id && m.FromStatus != null)
                != db.AuditActs.Count(a => a.SubjectId == complaint.Id && a.Verb == "complaint.moved")
            || !db.AuditActs.Any(a => a.SubjectId == complaint.Id && a.Verb == "complaint.lodged"))
        select complaint.Id;

    private async Task<Finding> MissingFilesAsync(CancellationToken cancellationToken)
    {
        var (looked, missing, example) = (0L, 0L, (Guid?)null);
        await foreach (var id in db.StoredFiles.Where(f => f.State == FileState.Stored).Select(f => f.Id).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            looked++;
            if (!files.Holds(id))
            {
                (missing, example) = (missing + 1, example ?? id);
            }
        }

        return new Finding("file_missing", missing, example?.ToString(), Of: looked);
    }

    /// <summary>No fault: the job that sweeps them waits for a week.</summary>
    private async Task<Finding> OrphanedFilesAsync(DateTime before, CancellationToken cancellationToken)
    {
        var (found, example) = (0L, (Guid?)null);
        await foreach (var id in orphans.FindAsync(before, cancellationToken))
        {
            (found, example) = (found + 1, example ?? id);
        }

        return new Finding("file_without_row", found, example?.ToString(), IsFault: false, files.WrittenBefore(before).LongCount());
    }

    private static async Task<Finding> FindAsync(
        string check, long of, IQueryable<Guid> rows, bool isFault, CancellationToken cancellationToken)
    {
        var count = await rows.LongCountAsync(cancellationToken);
        var example = count == 0 ? Guid.Empty : await rows.FirstOrDefaultAsync(cancellationToken);
        return new Finding(check, count, count == 0 ? null : example.ToString(), isFault, of);
    }
}
