using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Complaints.Queue;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Persons;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Complaints.Persons;

/// <summary>Persons, for those who see one of their complaints.</summary>
public sealed class PersonQueries(SlrtDbContext db, PersonBook book, KnownPersons known, QueueRows rows)
{
    private const int MostComplaints = 50;
    private const int MostMerges = 20;

    /// <summary>Follows merges to the person that stands for all of them.</summary>
    /// <returns>Null for a miss and for a person none of whose complaints the reader sees alike.</returns>
    public async Task<Unseen<PersonSheet>?> FindAsync(Guid id, StaffScope scope, CancellationToken cancellationToken)
    {
        var person = await db.Persons.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellationToken);
        while (person?.MergedInto is { } next)
        {
            person = await db.Persons.AsNoTracking().SingleAsync(p => p.Id == next, cancellationToken);
        }

        if (person is null || !await db.Persons.VisibleTo(db, scope).AnyAsync(p => p.Id == person.Id, cancellationToken))
        {
            return null;
        }

        var seen = db.Complaints.AsNoTracking().Received(scope).Where(c => c.PersonId == person.Id);
        var complaints = await rows.ReadAsync(seen.OrderByDescending(c => c.Id).Take(MostComplaints), cancellationToken);
        var facts = book.Open(person);
        return new Unseen<PersonSheet>(
            new PersonSheet(
                person.Id, person.Version, facts.Name, KnownPersons.MaskedNumber(facts.NationalId), KnownPersons.MaskedPhone(facts.Phone), facts.BornOn, person.VillageCode, complaints,
                await known.LikeAsync(person, scope, cancellationToken), await MergesAsync(person, complaints, scope, cancellationToken)),
            new View("person.viewed", "person", person.Id));
    }

    /// <summary>On the page of a complaint: for whoever is shown the complaint and receives them.</summary>
    public async Task<PersonLine?> OfAsync(Complaint complaint, StaffScope scope, CancellationToken cancellationToken)
    {
        if (complaint.PersonId is not { } id || await db.Persons.AsNoTracking().VisibleTo(db, scope).SingleOrDefaultAsync(p => p.Id == id, cancellationToken) is not { } person)
        {
            return null;
        }

        return new PersonLine(id, book.Open(person).Name, await db.Complaints.Received(scope).CountAsync(c => c.PersonId == id, cancellationToken));
    }

    private async Task<IReadOnlyList<MergeLine>> MergesAsync(Person person, List<QueueRow> complaints, StaffScope scope, CancellationToken cancellationToken)
    {
        var lines = await db.PersonMerges.AsNoTracking().Where(m => m.KeptId == person.Id).OrderByDescending(m => m.Id).Take(MostMerges).ToListAsync(cancellationToken);
        // What was parted again is with the other one by now.
        var brought = lines.SelectMany(m => m.ComplaintIds).Distinct().ToList();
        var seen = (await db.Complaints.Among(brought).Received(scope).Select(c => c.Id).ToListAsync(cancellationToken)).ToHashSet();
        var parted = lines.Select(m => m.Undoes).OfType<Guid>().ToHashSet();
        // Whoever sees nothing of what the dropped one brought learns of no merge.
        var shown = lines.FindAll(m => m.Undoes is null && m.ComplaintIds.Any(seen.Contains));
        var (staff, dropped) = (shown.Select(m => m.DecidedBy).Distinct().ToList(), shown.Select(m => m.DroppedId).Distinct().ToList());
        var names = await db.StaffMembers.Where(s => staff.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, cancellationToken);
        var others = await db.Persons.AsNoTracking().Where(p => dropped.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellationToken);
        return
        [
            .. shown.Select(m => new MergeLine(
                m.Id, m.At, names.GetValueOrDefault(m.DecidedBy, ""), m.Reason, book.Open(others[m.DroppedId]).Name, m.ComplaintIds.Count(seen.Contains),
                complaints.Count(c => c.LodgedAt > m.At && !m.ComplaintIds.Contains(c.Id)), parted.Contains(m.Id), !parted.Contains(m.Id) && others[m.DroppedId].ErasedAt is null)),
        ];
    }
}
