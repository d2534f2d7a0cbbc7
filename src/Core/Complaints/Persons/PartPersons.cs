using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Persons;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Complaints.Persons;

/// <param name="MergeId">The line of the log that was wrong.</param>
public sealed record PartPersonsInput(Guid KeptId, Guid MergeId, PersonReason? Reason);

/// <summary>
/// Two persons were not one: both are again what they were, each with the complaints that were its own. What came after the merge stays
/// with the one that was kept.
/// </summary>
public sealed class PartPersons(SlrtDbContext db, PersonBook book, AuditTrail audit)
{
    public async Task<Outcome<Done>> DoAsync(PartPersonsInput input, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var merge = await db.PersonMerges.SingleOrDefaultAsync(m => m.Id == input.MergeId && m.KeptId == input.KeptId && m.Undoes == null, cancellationToken);
        if (merge is null || !await IsSeenAsync(merge, actor, cancellationToken))
        {
            return Refusal.NotFound();
        }

        var kept = await db.Persons.SingleAsync(p => p.Id == merge.KeptId, cancellationToken);
        var dropped = await db.Persons.SingleAsync(p => p.Id == merge.DroppedId, cancellationToken);
        if (dropped.MergedInto != kept.Id || await db.PersonMerges.AnyAsync(m => m.Undoes == merge.Id, cancellationToken))
        {
            return Refusal.Conflict("already_done");
        }

        if (kept.MergedInto is not null)
        {
            return Refusal.Conflict("person_merged");
        }

        if (dropped.ErasedAt is not null)
        {
            return Refusal.Conflict("person_erased");
        }

        if (input.Reason is not { } reason || reason < PersonReason.TwoPeople)
        {
            return new Refusal("unknown_reason", "reason");
        }

        var own = merge.ComplaintIds;
        var complaints = await db.Complaints.Where(c => c.PersonId == kept.Id && own.Contains(c.Id)).ToListAsync(cancellationToken);
        complaints.ForEach(c => c.PersonId = dropped.Id);
        dropped.MergedInto = null;
        db.Entry(kept).Property(p => p.Version).IsModified = true;
        book.AddWords(dropped, book.Open(dropped).Name);
        var id = SequentialId.Next(by.At);
        db.Add(new PersonMerge
        {
            Id = id, KeptId = kept.Id, DroppedId = dropped.Id, At = by.At, DecidedBy = actor.StaffId, Reason = reason, Complaints = string.Join(' ', complaints.Select(c => $"{c.Id:N}")),
            Undoes = merge.Id,
        });
        audit.Record(by, "person.parted", "person", kept.Id, new { dropped = dropped.Id, merge = merge.Id, reason = Codes.Of(reason), complaints = complaints.Count });
        return default(Done);
    }

    /// <summary>Whoever sees nothing of what the dropped one brought learns of no merge.</summary>
    private async Task<bool> IsSeenAsync(PersonMerge merge, StaffScope actor, CancellationToken cancellationToken)
    {
        var own = merge.ComplaintIds;
        return await db.Complaints.Received(actor).AnyAsync(c => c.PersonId == merge.KeptId, cancellationToken)
            && await db.Complaints.Among(own).Received(actor).AnyAsync(cancellationToken);
    }
}
