using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Persons;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Complaints.Persons;

/// <param name="KeptId">Whose facts hold from now on.</param>
/// <param name="KeptVersion">As it was seen.</param>
public sealed record MergePersonsInput(Guid KeptId, int KeptVersion, Guid DroppedId, int DroppedVersion, PersonReason? Reason);

/// <summary>
/// Two persons are one: the complaints of the one concern the other from now on. Nothing is lost: what was known about the dropped one
/// waits, found by nobody, until it is parted again or erased.
/// </summary>
public sealed class MergePersons(SlrtDbContext db, PersonBook book, AuditTrail audit)
{
    public async Task<Outcome<Done>> DoAsync(MergePersonsInput input, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        if (input.KeptId == input.DroppedId)
        {
            return new Refusal("person_same", "other");
        }

        var (kept, dropped) = (await FindAsync(input.KeptId, actor, cancellationToken), await FindAsync(input.DroppedId, actor, cancellationToken));
        if (kept is null || dropped is null)
        {
            return Refusal.NotFound();
        }

        if (kept.MergedInto is not null || dropped.MergedInto is not null)
        {
            return Refusal.Conflict("person_merged");
        }

        if (kept.Version != input.KeptVersion || dropped.Version != input.DroppedVersion)
        {
            return Refusal.Conflict("stale");
        }

        if (input.Reason is not { } reason || reason >= PersonReason.TwoPeople)
        {
            return new Refusal("unknown_reason", "reason");
        }

        var complaints = await db.Complaints.Where(c => c.PersonId == dropped.Id).OrderBy(c => c.Id).ToListAsync(cancellationToken);
        complaints.ForEach(c => c.PersonId = kept.Id);
        dropped.MergedInto = kept.Id;
        // Counts as changed, so that of two who merge it at once the second decides anew.
        db.Entry(kept).Property(p => p.Version).IsModified = true;
        await book.RemoveWordsAsync(dropped.Id, cancellationToken);
        var id = SequentialId.Next(by.At);
        db.Add(new PersonMerge
        {
            Id = id, KeptId = kept.Id, DroppedId = dropped.Id, At = by.At, DecidedBy = actor.StaffId, Reason = reason, Complaints = string.Join(' ', complaints.Select(c => $"{c.Id:N}")),
        });
        audit.Record(by, "person.merged", "person", kept.Id, new { dropped = dropped.Id, merge = id, reason = Codes.Of(reason), complaints = complaints.Count });
        return default(Done);
    }

    /// <returns>Tracked; one that was merged already is found by those who see what it was merged into.</returns>
    private async Task<Person?> FindAsync(Guid id, StaffScope actor, CancellationToken cancellationToken)
    {
        var person = await db.Persons.SingleOrDefaultAsync(p => p.Id == id, cancellationToken);
        var shown = person?.MergedInto ?? id;
        return person is not null && await db.Persons.VisibleTo(db, actor).AnyAsync(p => p.Id == shown, cancellationToken) ? person : null;
    }
}
