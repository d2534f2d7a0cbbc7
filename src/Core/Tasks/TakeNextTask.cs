using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Tasks;

/// <param name="ThingId">Where the next thing is a hand-over or news to carry: that is decided on its own page.</param>
public sealed record NextTask(string Reference, TaskKind Kind, Guid? ThingId);

/// <summary>
/// "Do the next one": whoever asks takes the most pressing task of their desks. Nothing is pushed to anybody; whoever has too
/// much lying untouched is refused by name, with the task that lies longest.
/// </summary>
public sealed class TakeNextTask(SlrtDbContext db, TaskQueries tasks, TaskOptions options, AuditTrail audit, DomainEvents events)
{
    /// <returns>Refused with <c>too_many_untouched</c>, <c>untouched_too_long</c> or <c>nothing_waits</c>.</returns>
    public async Task<Outcome<NextTask>> DoAsync(StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        if (await UntouchedAsync(actor, by.At, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var next = await tasks.Of(TaskList.Desk, actor).Where(t => !TaskKinds.Together.Contains(t.Kind)).OrderBy(t => t.Rank).ThenBy(t => t.DueOn).ThenBy(t => t.Id).FirstOrDefaultAsync(cancellationToken);
        if (next is null)
        {
            return Refusal.Conflict("nothing_waits");
        }

        var complaint = await db.Complaints.SingleAsync(c => c.Id == next.ComplaintId, cancellationToken);
        if (next.Id != next.ComplaintId)
        {
            return new NextTask(complaint.Reference, next.Kind, next.Id);
        }

        // Two who ask at once: the version lets one of them save, and the other takes the one after.
        complaint.AssignedTo = actor.StaffId;
        audit.Record(by, "complaint.taken", "complaint", complaint.Id, new { pulled = true });
        events.Raise(new ComplaintAssigned(ComplaintKey.Of(complaint), actor.StaffId, by));
        return new NextTask(complaint.Reference, next.Kind, null);
    }

    private async Task<Refusal?> UntouchedAsync(StaffScope actor, DateTime now, CancellationToken cancellationToken)
    {
        var untouched = await tasks.Of(TaskList.Mine, actor).Where(t => t.TakenAt != null && t.TouchedAt == null && TaskKinds.OfDesks.Contains(t.Kind))
            .OrderBy(t => t.TakenAt).Take(options.MostUntouched)
            .Join(db.Complaints, t => t.ComplaintId, c => c.Id, (t, c) => new { t.TakenAt, c.Reference }).ToListAsync(cancellationToken);
        if (untouched.MinBy(t => t.TakenAt) is not { } longest)
        {
            return null;
        }

        var code = untouched.Count >= options.MostUntouched ? "too_many_untouched"
            : now - longest.TakenAt > options.LongestUntouched ? "untouched_too_long"
            : null;
        return code is null ? null : Refusal.Conflict(code) with
        {
            Values = new Dictionary<string, string> { ["count"] = $"{untouched.Count}", ["reference"] = longest.Reference },
        };
    }
}
