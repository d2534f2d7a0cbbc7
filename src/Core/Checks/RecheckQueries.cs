using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Complaints.Queue;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Registry;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Checks;

/// <summary>A line of the list of what changed: nothing that the lists say in detail.</summary>
public sealed record RecheckRow(Guid Id, string Reference, string CategoryCode, string VillageCode, CheckOutcome Before, CheckOutcome After, DateTime MadeAt);

public sealed record RecheckPage(IReadOnlyList<RecheckRow> Rows, bool HasMore);

/// <summary>What changed for one complaint, with what could be told.</summary>
/// <param name="AsOf">The day of the data.</param>
/// <param name="Draft">Null where somebody has to decide about the pair first.</param>
/// <param name="MayAct">Whether the reader tells it, or sets it aside.</param>
public sealed record RecheckSheet(Recheck Recheck, DateOnly AsOf, ListSays Before, ListSays After, string? Draft, RecheckRoute Route, bool MayAct);

/// <summary>What new lists changed for open complaints, inside the reader's areas.</summary>
public sealed class RecheckQueries(SlrtDbContext db, EarlierChecks earlier, RecheckDraft draft, FieldCipher cipher)
{
    public const int PageSize = 50;
    public const int LastPage = 40;

    /// <summary>By village, newest first.</summary>
    public async Task<RecheckPage> PageAsync(StaffScope scope, int page, CancellationToken cancellationToken)
    {
        page = Math.Clamp(page, 1, LastPage);
        var found = await Ordered(db, scope).Skip((page - 1) * PageSize).Take(PageSize + 1)
            .Join(db.Complaints, r => r.ComplaintId, c => c.Id, (r, c) => new RecheckRow(r.Id, c.Reference, c.CategoryCode, r.VillageCode, r.BeforeOutcome, r.AfterOutcome, r.MadeAt))
            .ToListAsync(cancellationToken);
        return new RecheckPage([.. found.OrderBy(r => r.VillageCode, StringComparer.Ordinal).ThenByDescending(r => r.Id).Take(PageSize)], found.Count > PageSize && page < LastPage);
    }

    /// <returns>At most <see cref="QueueQueries.CountLimit"/>.</returns>
    public Task<int> CountAsync(StaffScope scope, CancellationToken cancellationToken) => Open(db, scope).Take(QueueQueries.CountLimit).CountAsync(cancellationToken);

    /// <param name="complaint">That the reader is shown.</param>
    /// <returns>Null where nothing is to be told.</returns>
    public async Task<RecheckSheet?> OpenAsync(Complaint complaint, StaffScope scope, CancellationToken cancellationToken)
    {
        var recheck = await db.Rechecks.AsNoTracking().SingleOrDefaultAsync(r => r.ComplaintId == complaint.Id && r.EndedAt == null, cancellationToken);
        if (recheck is null || await earlier.LastAsync(complaint.Id, cancellationToken) is not { } last)
        {
            return null;
        }

        var details = cipher.DetailsOf(recheck);
        var before = new ListSays(recheck.BeforeOutcome, recheck.BeforeSource, details.Before, details.ProgrammesBefore);
        // Somebody may have decided about the pair since.
        var after = last.Id == recheck.CheckId ? new ListSays(recheck.AfterOutcome, recheck.AfterSource, details.After, details.ProgrammesAfter) : await earlier.SaidAsync(last, cancellationToken);
        var asOf = last.AsOf ?? DateOnly.FromDateTime(last.MadeAt);
        return new RecheckSheet(
            recheck, asOf, before, after, await draft.WriteAsync(complaint, asOf, before, after, cancellationToken), await RecheckChat.OfAsync(db, complaint, cancellationToken),
            Sight.Of(scope, Permission.AnalyseComplaints).Includes(recheck));
    }

    internal static IQueryable<Recheck> Ordered(SlrtDbContext db, StaffScope scope) => Open(db, scope).OrderBy(r => r.VillageCode).ThenByDescending(r => r.Id);

    private static IQueryable<Recheck> Open(SlrtDbContext db, StaffScope scope) => db.Rechecks.AsNoTracking().AnalysedBy(scope).Where(r => r.EndedAt == null);
}
