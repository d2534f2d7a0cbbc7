using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Complaints.Queue;

/// <summary>Several complaints that somebody has ticked in the queue, and what may be done with all of them at once.</summary>
public sealed class ChosenComplaints(SlrtDbContext db, StaffQueries staff)
{
    /// <summary>What the reader may see of them, in no order.</summary>
    public Task<List<Complaint>> FindAsync(IReadOnlyCollection<Guid> ids, StaffScope scope, CancellationToken cancellationToken) =>
        db.Complaints.AsNoTracking().Among(ids).VisibleTo(scope).ToListAsync(cancellationToken);

    /// <summary>
    /// The verbs that are legal for each of them, that the reader may do everywhere they lie, and that ask for no words:
    /// words belong to one resident.
    /// </summary>
    public static IReadOnlyList<string> VerbsForAll(IReadOnlyList<Complaint> chosen, StaffScope scope) => chosen.Count == 0
        ? []
        : [.. chosen.Select(c => VerbsFor(c, scope)).Aggregate((all, one) => all.Intersect(one))];

    /// <summary>Colleagues into whose hands each of them may be given, by name.</summary>
    /// <param name="day">The service day.</param>
    public async Task<IReadOnlyList<StaffScope>> ReceiversAsync(IReadOnlyList<Complaint> chosen, DateOnly day, CancellationToken cancellationToken) =>
        [.. (await staff.WorkingOnAsync(day, cancellationToken)).Where(s => chosen.All(s.MayHold)).OrderBy(s => s.Name, StringComparer.InvariantCultureIgnoreCase)];

    private static IEnumerable<string> VerbsFor(Complaint complaint, StaffScope scope) => ComplaintWorkflow.Table.From(complaint.Status)
        .Where(m => m.Requires.Length == 0 && !ComplaintWorkflow.IsPerformedElsewhere(m.Verb))
        .Where(m => m.IsForDesk(permission => scope.MayDo(permission, complaint)))
        .Select(m => m.Verb);
}
