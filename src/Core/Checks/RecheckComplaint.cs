using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Registry;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Checks;

/// <summary>A new list has come: the person of an open complaint, who was looked for before, is looked for again. What changed is kept; nothing else leaves a row.</summary>
public sealed class RecheckComplaint(SlrtDbContext db, PersonInLists lists, EarlierChecks earlier, FieldCipher cipher, AuditTrail audit)
{
    /// <returns>Whether something changed.</returns>
    public async Task<Outcome<bool>> DoAsync(Guid complaintId, Guid snapshotId, Provenance by, CancellationToken cancellationToken)
    {
        var complaint = await db.Complaints.AsNoTracking().SingleAsync(c => c.Id == complaintId, cancellationToken);
        if (complaint.StatusType == StatusType.Settled || await earlier.LastAsync(complaintId, cancellationToken) is not { } last
            || await db.Rechecks.AnyAsync(r => r.SnapshotId == snapshotId && r.ComplaintId == complaintId, cancellationToken))
        {
            return false;
        }

        var outcome = await lists.FindAsync(complaint, cancellationToken);
        if (!outcome.Succeeded || outcome.Value.Asked.All(s => s.Id != snapshotId))
        {
            return false;
        }

        var (found, was) = (outcome.Value, await earlier.SaidAsync(last, cancellationToken));
        var now = ListSays.Of(found);
        if (!now.DiffersFrom(was))
        {
            return false;
        }

        var check = found.Keep(complaint, by);
        db.Add(check);
        var open = await db.Rechecks.SingleOrDefaultAsync(r => r.ComplaintId == complaintId && r.EndedAt == null, cancellationToken);
        // Whoever has not been told of the list before this one still knows what stood there before it.
        var known = open is null ? was : SaysBefore(open);
        open?.Lapse(snapshotId, by.At);
        var recheck = Change(complaint, snapshotId, check, known, now, by);
        if (!now.DiffersFrom(known))
        {
            recheck.Lapse(snapshotId, by.At);
        }

        db.Add(recheck);
        audit.Record(by, "registry.rechecked", "complaint", complaintId, new
        {
            purpose = Codes.Of(LookUpPurpose.Complaint),
            list = snapshotId,
            before = Codes.Of(known.Outcome),
            outcome = Codes.Of(now.Outcome),
            entries = found.Pairs.Select(p => p.Candidate.Entry.Id),
        });
        return true;
    }

    private ListSays SaysBefore(Recheck open)
    {
        var details = cipher.DetailsOf(open);
        return new ListSays(open.BeforeOutcome, open.BeforeSource, details.Before, details.ProgrammesBefore);
    }

    private Recheck Change(Complaint complaint, Guid snapshotId, RegistryCheck check, ListSays before, ListSays after, Provenance by)
    {
        var id = SequentialId.Next(by.At);
        return new Recheck
        {
            Id = id,
            Complaint = complaint,
            SnapshotId = snapshotId,
            CheckId = check.Id,
            BeforeOutcome = before.Outcome,
            AfterOutcome = after.Outcome,
            BeforeSource = before.Source,
            AfterSource = after.Source,
            Details = cipher.SealBytes(new RecheckDetails(before.Decile, after.Decile, before.Programmes, after.Programmes).ToBytes(), Recheck.Table, id, "details"),
            MadeAt = by.At,
        };
    }
}

internal static class SealedDetails
{
    /// <returns>Nothing of a person who was erased.</returns>
    public static RecheckDetails DetailsOf(this FieldCipher cipher, Recheck recheck) =>
        recheck.Details is { } details ? RecheckDetails.Of(cipher.OpenBytes(details, Recheck.Table, recheck.Id, "details")) : RecheckDetails.None;
}
