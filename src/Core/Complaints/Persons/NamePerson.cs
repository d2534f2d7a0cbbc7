using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Persons;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Complaints.Persons;

/// <param name="Version">Of the complaint, as it was seen.</param>
/// <param name="PersonId">One of those that were shown; null for a new one.</param>
/// <param name="IsNew">Made from what the complaint tells.</param>
/// <param name="BornOn">Of a new one, where it is known.</param>
public sealed record NamePersonInput(Guid ComplaintId, int Version, Guid? PersonId, bool IsNew, DateOnly? BornOn = null);

/// <summary>Says whom a complaint concerns: somebody known, or somebody new. Whoever stays without a name is nobody.</summary>
public sealed class NamePerson(SlrtDbContext db, PersonBook book, ForgetPersons forget, FieldCipher cipher, AuditTrail audit)
{
    private const int Oldest = 130;

    public async Task<Outcome<Complaint>> DoAsync(NamePersonInput input, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        if (await db.Complaints.VisibleTo(actor).SingleOrDefaultAsync(c => c.Id == input.ComplaintId, cancellationToken) is not { } complaint)
        {
            return Refusal.NotFound();
        }

        if (!actor.MayDo(Permission.ReceiveComplaints, complaint))
        {
            return Refusal.Forbidden();
        }

        if (complaint.IsAnonymous)
        {
            return Refusal.Conflict("person_anonymous");
        }

        if (complaint.Version != input.Version)
        {
            return Refusal.Conflict("stale");
        }

        var before = complaint.PersonId;
        var person = input.IsNew ? New(complaint, input.BornOn, by) : await ChosenAsync(input.PersonId, actor, cancellationToken);
        if (!person.Succeeded)
        {
            return person.Refusals.ToList();
        }

        if (before == person.Value)
        {
            return new Refusal("nothing_changed", "person");
        }

        if (before is not null)
        {
            await forget.LetGoAsync([complaint], by, cancellationToken);
        }

        complaint.PersonId = person.Value;
        audit.Record(by, "complaint.person_named", "complaint", complaint.Id, new { person = person.Value, before });
        return complaint;
    }

    private Outcome<Guid> New(Complaint complaint, DateOnly? bornOn, Provenance by)
    {
        var facts = cipher.FactsOf(complaint) with { BornOn = bornOn };
        var today = DateOnly.FromDateTime(by.At);
        return facts.Name is null ? new Refusal("person_nameless", "person")
            : bornOn > today || bornOn < today.AddYears(-Oldest) ? new Refusal("person_born_when", "bornOn")
            : book.Make(facts, by).Id;
    }

    private async Task<Outcome<Guid>> ChosenAsync(Guid? id, StaffScope actor, CancellationToken cancellationToken) =>
        id is { } chosen && await db.Persons.VisibleTo(db, actor).AnyAsync(p => p.Id == chosen && p.MergedInto == null, cancellationToken)
            ? chosen
            : new Refusal("not_a_choice", "person");
}
