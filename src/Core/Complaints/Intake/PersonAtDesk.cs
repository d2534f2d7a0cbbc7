using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Complaints.Lodging;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Persons;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Complaints.Intake;

/// <summary>The person whom a registration concerns: the one that was chosen; the only one known with that NIK and a name like it; else somebody new.</summary>
public sealed class PersonAtDesk(SlrtDbContext db, PersonBook book)
{
    /// <returns>With the chosen person's facts where nothing was typed; refused where the reader does not see that person.</returns>
    public async Task<Outcome<RegisterComplaintInput>> FillAsync(RegisterComplaintInput input, StaffScope actor, CancellationToken cancellationToken)
    {
        if (input.IsAnonymous || input.PersonId is not { } id)
        {
            return input with { PersonId = null };
        }

        if (await Seen(db.Persons.AsNoTracking(), actor).SingleOrDefaultAsync(p => p.Id == id, cancellationToken) is not { } person)
        {
            return new Refusal("not_a_choice", nameof(input.PersonId));
        }

        var (facts, isSelf) = (book.Open(person), input.Subject == Subject.Self);
        var number = Or(input.NationalId, input.IsChild ? null : facts.NationalId);
        return input with
        {
            Name = Or(input.Name, isSelf ? facts.Name : null),
            SubjectName = Or(input.SubjectName, isSelf ? null : facts.Name),
            Phone = Or(input.Phone, isSelf ? facts.Phone : null),
            NationalId = number,
            // Whoever wrote it down first was asked already.
            SureOfNationalId = number is not null && number == facts.NationalId ? number : input.SureOfNationalId,
        };
    }

    /// <returns>Null where nobody is named.</returns>
    public async Task<Guid?> FindOrMakeAsync(
        RegisterComplaintInput input, LodgeComplaintInput told, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var isSelf = told.Subject == Subject.Self;
        if (told.IsAnonymous || (told.SubjectName ?? (isSelf ? told.ReporterName : null)) is not { } name)
        {
            return null;
        }

        if (input.PersonId is { } chosen)
        {
            return chosen;
        }

        var facts = new PersonFacts(name, told.IsChild ? null : told.NationalId, isSelf ? told.Phone : null, null, told.VillageCode);
        if (!input.IsNewPerson && facts.NationalId is { } number)
        {
            var same = await Seen(book.WithNationalId(number).AsNoTracking(), actor).OrderBy(p => p.Id).Take(2).ToListAsync(cancellationToken);
            if (same is [var only] && book.AreAlike(name, book.Open(only).Name))
            {
                return only.Id;
            }
        }

        return book.Make(facts, by).Id;
    }

    private IQueryable<Person> Seen(IQueryable<Person> persons, StaffScope actor)
    {
        var received = db.Complaints.VisibleTo(actor).VisibleTo(actor, Permission.ReceiveComplaints);
        return persons.Where(p => p.MergedInto == null && received.Any(c => c.PersonId == p.Id));
    }

    private static string? Or(string? typed, string? known) => string.IsNullOrWhiteSpace(typed) ? known : typed;
}
