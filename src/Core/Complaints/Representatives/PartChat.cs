using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Complaints.Representatives;

/// <summary>A chat that was joined to a complaint by a slip hears of it no more; a slip that nobody has used is void.</summary>
public sealed class PartChat(SlrtDbContext db, ChatWall wall, AuditTrail audit, DomainEvents events)
{
    public async Task<Outcome<Done>> DoAsync(
        Guid complaintId, Guid representativeId, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var complaint = await db.Complaints.VisibleTo(actor).SingleOrDefaultAsync(c => c.Id == complaintId, cancellationToken);
        var row = await db.Representatives.SingleOrDefaultAsync(r => r.Id == representativeId && r.ComplaintId == complaintId, cancellationToken);
        if (complaint is null || row is null || (row.LinkedAt is null && row.SlipHash is null && row.EndedAt is null))
        {
            return Refusal.NotFound();
        }

        if (!actor.MayDo(Permission.WriteToResidents, complaint))
        {
            return Refusal.Forbidden();
        }

        End(complaint, row, by);
        return default(Done);
    }

    /// <summary>The resident's own wish, in the chat that was joined.</summary>
    /// <returns>Refused with <c>chat_filed_it</c> where no slip has joined it.</returns>
    public async Task<Outcome<Done>> LeaveAsync(Guid complaintId, Provenance by, CancellationToken cancellationToken)
    {
        var heard = await wall.HeardAsync(complaintId, by, cancellationToken);
        if (!heard.Succeeded)
        {
            return heard.Refusals.ToList();
        }

        var complaint = heard.Value;
        var rows = await db.Representatives.Where(
            r => r.ComplaintId == complaint.Id && r.ConversationId == by.ActorId && r.LinkedAt != null && r.EndedAt == null).ToListAsync(cancellationToken);
        if (rows.Count == 0)
        {
            return Refusal.Conflict("chat_filed_it");
        }

        rows.ForEach(r => End(complaint, r, by));
        return default(Done);
    }

    private void End(Complaint complaint, Representative row, Provenance by)
    {
        if (row.EndedAt is not null)
        {
            return;
        }

        (row.EndedAt, row.SlipHash) = (by.At, null);
        audit.Record(by, "representative.parted", "complaint", complaint.Id, new { representative = row.Id });
        events.Raise(new RepresentativeChanged(ComplaintKey.Of(complaint), by));
    }
}
