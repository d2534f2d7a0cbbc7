using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Registry;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Checks;

/// <summary>Somebody asks for the person of a complaint (<see cref="PersonInLists"/>). Its purpose is the complaint; that somebody looked is stored before anything is shown.</summary>
public sealed class CheckComplaint(SlrtDbContext db, PersonInLists lists, AuditTrail audit)
{
    /// <inheritdoc cref="PersonInLists.FindAsync"/>
    public async Task<Outcome<CheckSheet>> DoAsync(Guid complaintId, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var complaint = await db.Complaints.AsNoTracking().VisibleTo(actor).SingleOrDefaultAsync(c => c.Id == complaintId, cancellationToken);
        if (complaint is null)
        {
            return Refusal.NotFound();
        }

        if (!actor.MayDo(Permission.LookUpRegistry, complaint))
        {
            return Refusal.Forbidden();
        }

        var outcome = await lists.FindAsync(complaint, cancellationToken);
        if (!outcome.Succeeded)
        {
            return outcome.Refusals.ToList();
        }

        var found = outcome.Value;
        var check = found.Keep(complaint, by);
        db.Add(check);
        var shown = found.Pairs.Where(p => actor.MayIn(Permission.LookUpRegistry, p.Candidate.Entry.AreaCode)).ToList();
        audit.Record(by, "registry.checked", "complaint", complaintId, new { purpose = Codes.Of(LookUpPurpose.Complaint), outcome = Codes.Of(check.Outcome), entries = shown.Select(p => p.Candidate.Entry.Id), elsewhere = found.Pairs.Count - shown.Count });
        return new CheckSheet(check, found.Sought, found.Asked, shown, found.Pairs.Count - shown.Count);
    }
}
