using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Numbers;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Tellings;

public static class TellingScope
{
    /// <summary>News of complaints that the person may see.</summary>
    public static IQueryable<Telling> VisibleTo(this IQueryable<Telling> tellings, StaffScope scope) =>
        tellings.Where(Sight.Of(scope).Condition<Telling>());
}

/// <summary>One piece of news, with what whoever carries it has to know.</summary>
public sealed record TellingSheet(
    Telling Telling, string Reference, string CategoryCode, ComplaintStatus Status, string? Words, string? Note, string? Person, string? Address, string? Phone);

/// <summary>A line of the list to carry along.</summary>
public sealed record TellingRow(Guid Id, string Reference, string CategoryCode, string VillageCode, TellingReason Reason, DateTime AskedAt, int Tries);

/// <summary>What waits to be told, inside the reader's areas.</summary>
public sealed class TellingQueries(SlrtDbContext db, FieldCipher cipher)
{
    public const int Most = 50;

    /// <summary>Those that wait, oldest first, as a list to print: opened, so that the house can be found.</summary>
    public async Task<IReadOnlyList<Unseen<TellingSheet>>> WaitingAsync(StaffScope scope, CancellationToken cancellationToken)
    {
        var waiting = await db.Tellings.AsNoTracking().VisibleTo(scope).Where(t => t.EndedAt == null).OrderBy(t => t.Id).Take(Most)
            .Join(db.Complaints, t => t.ComplaintId, c => c.Id, (t, c) => new { Telling = t, Complaint = c }).ToListAsync(cancellationToken);
        return [.. waiting.OrderBy(w => w.Telling.VillageCode).ThenBy(w => w.Telling.Id).Select(w => Open(w.Telling, w.Complaint))];
    }

    /// <returns>Null for a miss and for one outside the reader's areas alike.</returns>
    public async Task<Unseen<TellingSheet>?> FindAsync(Guid id, StaffScope scope, CancellationToken cancellationToken)
    {
        var telling = await db.Tellings.AsNoTracking().VisibleTo(scope).SingleOrDefaultAsync(t => t.Id == id, cancellationToken);
        return telling is null ? null : Open(telling, await db.Complaints.AsNoTracking().SingleAsync(c => c.Id == telling.ComplaintId, cancellationToken));
    }

    /// <summary>Of one complaint, oldest first.</summary>
    public Task<List<TellingRow>> OfComplaintAsync(Guid complaintId, StaffScope scope, CancellationToken cancellationToken) =>
        db.Tellings.VisibleTo(scope).Where(t => t.ComplaintId == complaintId && t.EndedAt == null).OrderBy(t => t.Id)
            .Join(db.Complaints, t => t.ComplaintId, c => c.Id, (t, c) => new TellingRow(
                t.Id, c.Reference, c.CategoryCode, t.VillageCode, t.Reason, t.AskedAt, t.Tries)).ToListAsync(cancellationToken);

    private Unseen<TellingSheet> Open(Telling telling, Complaint complaint)
    {
        string? Of(Sealed? value, string column) => cipher.OpenOptional(value, Complaint.Table, complaint.Id, column);
        var sheet = new TellingSheet(
            telling, complaint.Reference, complaint.CategoryCode, complaint.Status, cipher.OpenOptional(telling.Words, Telling.Table, telling.Id, "words"),
            cipher.OpenOptional(telling.Note, Telling.Table, telling.Id, "note"),
            Of(complaint.ReporterName, "reporter_name") ?? Of(complaint.SubjectName, "subject_name"), Of(complaint.Address, "address"),
            PhoneNumber.Readable(Of(complaint.Phone, "phone")));
        return new Unseen<TellingSheet>(sheet, new View("complaint.viewed", "complaint", complaint.Id));
    }
}
