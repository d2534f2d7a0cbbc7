using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Numbers;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Persons;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Complaints.Persons;

/// <summary>Where every query about persons begins: whoever sees one of their complaints sees them, and nobody else.</summary>
public static class PersonScope
{
    /// <param name="db">Of the same unit.</param>
    public static IQueryable<Person> VisibleTo(this IQueryable<Person> persons, SlrtDbContext db, StaffScope scope)
    {
        var seen = db.Complaints.Received(scope);
        return persons.Where(p => seen.Any(c => c.PersonId == p.Id));
    }

    /// <summary>What the reader sees and receives: who has a NIK in hand has no other business with it.</summary>
    internal static IQueryable<Complaint> Received(this IQueryable<Complaint> complaints, StaffScope scope) =>
        complaints.VisibleTo(scope).VisibleTo(scope, Permission.ReceiveComplaints);

    /// <summary>What a complaint tells of the person concerned; a name is missing where it was not said, and a telephone where it is another's.</summary>
    internal static PersonFacts FactsOf(this FieldCipher cipher, Complaint complaint)
    {
        string? Of(Sealed? value, string column) => cipher.OpenOptional(value, Complaint.Table, complaint.Id, column);
        var isSelf = complaint.Subject == Subject.Self;
        return new PersonFacts(
            Of(complaint.SubjectName, "subject_name") ?? (isSelf ? Of(complaint.ReporterName, "reporter_name") : null),
            complaint.IsChild || Of(complaint.NationalId, "national_id") is not { Length: NationalId.Length } number ? null : number,
            isSelf ? Of(complaint.Phone, "phone") : null,
            null, complaint.VillageCode);
    }
}
