using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Complaints.Persons;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Persons;
using SlrtBot.Core.Registry;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Checks;

/// <summary>
/// Looks for the person of a complaint in the newest lists: by number, family card, and in the village by name and birth date. Its
/// purpose is the complaint; that somebody looked is stored before anything is shown.
/// </summary>
public sealed class CheckComplaint(SlrtDbContext db, RegistryBook registry, PersonBook persons, Verdicts verdicts, FieldCipher cipher, AuditTrail audit)
{
    /// <returns>Refused where nothing can be looked for (<c>registry_too_little</c>) or no list is here (<c>registry_no_list</c>).</returns>
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

        var sought = await SoughtAsync(complaint, cancellationToken);
        var asked = await registry.CurrentAsync(complaint.RegencyCode, cancellationToken);
        if (asked.Count == 0)
        {
            return new Refusal("registry_no_list");
        }

        if (!sought.IsEnough)
        {
            return new Refusal("registry_too_little");
        }

        var all = await registry.FindAsync(sought, asked, cancellationToken);
        var pairs = await verdicts.BesideAsync(complaintId, all, cancellationToken);
        var check = Checked(complaint, asked, Verdicts.OutcomeOf(pairs), by);
        db.Add(check);
        var shown = pairs.Where(p => actor.MayIn(Permission.LookUpRegistry, p.Candidate.Entry.AreaCode)).ToList();
        audit.Record(by, "registry.checked", "complaint", complaintId, new { purpose = Codes.Of(LookUpPurpose.Complaint), outcome = Codes.Of(check.Outcome), entries = shown.Select(p => p.Candidate.Entry.Id), elsewhere = pairs.Count - shown.Count });
        return new CheckSheet(check, sought, asked, shown, pairs.Count - shown.Count);
    }

    private async Task<Sought> SoughtAsync(Complaint complaint, CancellationToken cancellationToken)
    {
        var facts = cipher.FactsOf(complaint);
        var person = complaint.PersonId is { } id ? await db.Persons.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellationToken) : null;
        var known = person is null ? null : persons.Open(person);
        return new Sought(facts.NationalId ?? known?.NationalId, null, facts.Name ?? known?.Name, known?.BornOn, complaint.VillageCode);
    }

    private static RegistryCheck Checked(Complaint complaint, IReadOnlyList<RegistrySnapshot> asked, (CheckOutcome Outcome, CheckedPair? Of) found, Provenance by)
    {
        var list = found.Of?.Candidate.Snapshot ?? asked[0];
        return new RegistryCheck
        {
            Id = SequentialId.Next(by.At),
            ComplaintId = complaint.Id,
            Outcome = found.Outcome,
            SnapshotId = found.Of?.Candidate.Snapshot.Id,
            EntryId = found.Of?.Candidate.Entry.Id,
            AsOf = list.AsOf,
            Source = list.Source,
            MadeBy = by.ActorId,
            MadeAt = by.At,
        };
    }
}
