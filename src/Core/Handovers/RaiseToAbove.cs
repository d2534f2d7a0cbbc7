using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Queue;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Handovers;

/// <summary>
/// A promise that has passed, and a resident who asks superiors to look, reach the desk above as an ordinary hand-over: it is
/// audited, has its own day, and climbs further if that desk sleeps too.
/// </summary>
public sealed class RaiseToAbove(SlrtDbContext db, DeskStaff desks, SendHandover send, WorkingCalendar calendar, AreaCatalogue areas, HandoverOptions options)
    : IEventHandler<ComplaintBecameOverdue>, IEventHandler<ComplaintRaised>, IEventHandler<StaffRecused>
{
    public Task HandleAsync(ComplaintBecameOverdue happened, CancellationToken cancellationToken) =>
        RaiseAsync(happened.Complaint.Id, HandoverReasons.Overdue, happened.By, cancellationToken);

    public Task HandleAsync(ComplaintRaised happened, CancellationToken cancellationToken) =>
        RaiseAsync(happened.Complaint.Id, HandoverReasons.Raised, happened.By, cancellationToken);

    /// <summary>Where the only one at a desk steps aside, nobody would ever see it there.</summary>
    public async Task HandleAsync(StaffRecused happened, CancellationToken cancellationToken)
    {
        var complaint = await db.Complaints.SingleAsync(c => c.Id == happened.Complaint.Id, cancellationToken);
        if (HandoverDesks.Of(complaint.Status) is { } desk && !await desks.IsServedAsync(desk, complaint, happened.By.At, cancellationToken))
        {
            await RaiseAsync(complaint.Id, HandoverReasons.Concerned, happened.By, cancellationToken);
        }
    }

    /// <param name="asleep">What nobody took: the desk above that one is asked; null for the desk above the complaint's own.</param>
    /// <returns>False where nobody stands above, or one runs already.</returns>
    internal async Task<bool> RaiseAsync(Guid complaintId, string reason, Provenance by, CancellationToken cancellationToken, Handover? asleep = null)
    {
        var complaint = await db.Complaints.SingleAsync(c => c.Id == complaintId, cancellationToken);
        if (HandoverDesks.Of(complaint.Status) is not { } from || await RunsAsync(complaintId, cancellationToken)
            || await desks.AboveAsync(asleep?.ToDesk ?? from, complaint, by.At, cancellationToken) is not { } above)
        {
            return false;
        }

        var due = calendar.AddWorkingDays(LocalDay.Of(by.At, areas.ZoneOf(complaint.VillageCode)), options.DaysToAccept, complaint.VillageCode);
        await send.SendAsync(complaint, new(SequentialId.Next(by.At), from, asleep?.FromStaffId, above, reason, null, due), by, cancellationToken);
        return true;
    }

    private async Task<bool> RunsAsync(Guid complaintId, CancellationToken cancellationToken)
    {
        await db.Handovers.Where(h => h.ComplaintId == complaintId && h.IsRunning).LoadAsync(cancellationToken);
        return db.Handovers.Local.Any(h => h.ComplaintId == complaintId && h.IsRunning);
    }
}
