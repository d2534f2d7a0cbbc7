using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Complaints.Queue;

/// <param name="Verb">Of the audit: <c>complaint.moved</c>.</param>
/// <param name="Name">Null for what no member of staff did.</param>
public sealed record LastChange(string Verb, ActorKind Actor, string? Name, DateTime At);

/// <summary>Who changed a complaint last: what somebody is told whose own change came too late.</summary>
public sealed class LastChanges(SlrtDbContext db)
{
    private static readonly string[] Changing =
    [
        "complaint.moved", "complaint.taken", "complaint.given", "complaint.laid_down", "complaint.overdue", "complaint.lodged",
        "resident.reminded", "complaint.danger_marked", "complaint.pressing", "complaint.danger_taken_back", "complaint.classified",
        "complaint.placed",
    ];

    /// <returns>Null for a complaint that a demo filled in and nobody touched.</returns>
    /// <param name="butBy">Whose own changes do not count.</param>
    public async Task<LastChange?> OfAsync(Guid complaintId, Guid? butBy, CancellationToken cancellationToken)
    {
        var last = await db.AuditActs.AsNoTracking()
            .Where(a => a.SubjectId == complaintId && Changing.Contains(a.Verb) && (butBy == null || a.ActorId != butBy))
            .OrderByDescending(a => a.Id)
            .Select(a => new
            {
                a.Verb,
                a.ActorKind,
                a.At,
                Name = db.StaffMembers.Where(s => s.Id == a.ActorId).Select(s => s.Name).FirstOrDefault(),
            })
            .FirstOrDefaultAsync(cancellationToken);
        return last is null ? null : new LastChange(last.Verb, last.ActorKind, last.Name, last.At);
    }
}
