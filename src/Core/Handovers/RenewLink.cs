using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Handovers;

/// <summary>The link was lost: the sender gets another one, and the one of before no longer serves.</summary>
public sealed class RenewLink(SlrtDbContext db, SendHandover send, AuditTrail audit)
{
    /// <returns>The new link's secret.</returns>
    public async Task<Outcome<string>> DoAsync(Guid handoverId, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        if (await db.Handovers.VisibleTo(actor).SingleOrDefaultAsync(h => h.Id == handoverId, cancellationToken) is not { } handover)
        {
            return Refusal.NotFound();
        }

        var complaint = await db.Complaints.SingleAsync(c => c.Id == handover.ComplaintId, cancellationToken);
        if (!actor.Sends(handover.FromDesk, complaint))
        {
            return Refusal.Forbidden();
        }

        if (!handover.IsRunning || await send.LinkAsync(handover, by, cancellationToken) is not { } secret)
        {
            return Refusal.Conflict("handover_ended");
        }

        audit.Record(by, "complaint_handover.link_renewed", "handover", handover.Id);
        return secret;
    }
}

/// <summary>The sender has read what came back, and goes on without anything further.</summary>
public sealed class ReadHandover(SlrtDbContext db, AuditTrail audit)
{
    public async Task<Outcome<Handover>> DoAsync(Guid handoverId, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        if (await db.Handovers.VisibleTo(actor).SingleOrDefaultAsync(h => h.Id == handoverId, cancellationToken) is not { } handover)
        {
            return Refusal.NotFound();
        }

        var complaint = await db.Complaints.SingleAsync(c => c.Id == handover.ComplaintId, cancellationToken);
        if (handover.IsRunning || !actor.Sends(handover.FromDesk, complaint))
        {
            return Refusal.Forbidden();
        }

        if (await db.WorkTasks.FindAsync([handover.Id], cancellationToken) is { } task)
        {
            db.Remove(task);
            audit.Record(by, "complaint_handover.read", "handover", handover.Id);
        }

        return handover;
    }
}
