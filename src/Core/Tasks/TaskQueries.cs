using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Queue;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Tasks;

/// <summary>Whose tasks. Labels <c>tasks.list.{code}</c>.</summary>
public enum TaskList
{
    /// <summary>What the reader has taken, or what came back to them.</summary>
    Mine,

    /// <summary>What nobody at the reader's desks has taken yet.</summary>
    Desk,

    /// <summary>What others do for the reader: residents, partners, other desks, offices outside.</summary>
    Waiting,
}

/// <param name="ThingId">Of the hand-over or the news that wait; null where it is the complaint's own step.</param>
/// <param name="DeskRole">Null where it lies outside.</param>
public sealed record TaskRow(
    Guid Id, TaskKind Kind, string Reference, string CategoryCode, Urgency Urgency, string VillageCode, Role? DeskRole, DateOnly DueOn, DateTime Since,
    Guid? ThingId, bool IsSensitive)
{
    /// <summary>Whether whoever took it has not done anything with it yet.</summary>
    public bool IsUntouched { get; init; }

    /// <summary>What the complaint's resident was promised: a step may be past its own day long before that.</summary>
    public DateOnly PromiseOn { get; init; }
}

/// <param name="Since">When it began at that desk, UTC.</param>
public sealed record StepDay(TaskKind Kind, DateOnly DueOn, DateTime Since);

public sealed record TaskPage(IReadOnlyList<TaskRow> Rows, bool HasMore);

/// <param name="Open">At most <see cref="QueueQueries.CountLimit"/>.</param>
/// <param name="Points">What they weigh together: see <see cref="TaskKinds.Points"/>.</param>
/// <param name="Late">Past their day.</param>
public sealed record DeskLoad(Role Desk, int Open, int Points, int Late);

/// <summary>What waits, for its reader: in their areas, and nothing of what is kept from them.</summary>
public sealed class TaskQueries(SlrtDbContext db)
{
    public const int PageSize = 50;
    public const int LastPage = 40;

    /// <param name="lateOn">The service day on which only what is past its day is listed; null for all.</param>
    public async Task<TaskPage> PageAsync(TaskList list, StaffScope scope, int page, CancellationToken cancellationToken, DateOnly? lateOn = null)
    {
        page = Math.Clamp(page, 1, LastPage);
        var found = await Read(Late(Of(list, scope), lateOn).OrderBy(t => t.Rank).ThenBy(t => t.DueOn).ThenBy(t => t.Id).Skip((page - 1) * PageSize).Take(PageSize + 1))
            .ToListAsync(cancellationToken);
        var rows = found.OrderBy(r => r.Task.Rank).ThenBy(r => r.Task.DueOn).ThenBy(r => r.Task.Id).Take(PageSize).Select(Row).ToList();
        return new TaskPage(rows, found.Count > PageSize && page < LastPage);
    }

    /// <returns>At most <see cref="QueueQueries.CountLimit"/>.</returns>
    /// <inheritdoc cref="PageAsync"/>
    public Task<int> CountAsync(TaskList list, StaffScope scope, CancellationToken cancellationToken, DateOnly? lateOn = null) =>
        Late(Of(list, scope), lateOn).Take(QueueQueries.CountLimit).CountAsync(cancellationToken);

    /// <summary>The step for which a complaint waits at a desk of ours.</summary>
    /// <returns>Null where it lies with others or is settled, and for what the reader may not see.</returns>
    public Task<StepDay?> StepAsync(Guid complaintId, StaffScope scope, CancellationToken cancellationToken) =>
        db.WorkTasks.VisibleTo(scope).Where(t => t.Id == complaintId && TaskKinds.OfDesks.Contains(t.Kind)).Select(t => new StepDay(t.Kind, t.DueOn, t.Since))
            .SingleOrDefaultAsync(cancellationToken);

    /// <summary>How much lies at each desk of the reader's areas, taken or not: of desks, never of persons.</summary>
    public async Task<IReadOnlyList<DeskLoad>> LoadAsync(StaffScope scope, DateOnly today, CancellationToken cancellationToken)
    {
        var groups = await db.WorkTasks.VisibleTo(scope).Where(t => t.DeskRole != null && TaskKinds.OfDesks.Contains(t.Kind))
            .GroupBy(t => new { t.DeskRole, t.Kind })
            .Select(g => new { g.Key.DeskRole, g.Key.Kind, Open = g.Count(), Late = g.Count(t => t.DueOn < today) }).ToListAsync(cancellationToken);
        return
        [
            .. groups.GroupBy(g => g.DeskRole!.Value)
                .Select(g => new DeskLoad(g.Key, g.Sum(x => x.Open), g.Sum(x => x.Open * x.Kind.Points()), g.Sum(x => x.Late)))
                .OrderBy(l => l.Desk),
        ];
    }

    internal IQueryable<WorkTask> Of(TaskList list, StaffScope scope)
    {
        var me = scope.StaffId;
        return list switch
        {
            TaskList.Mine => db.WorkTasks.VisibleTo(scope).Where(t => t.StaffId == me && !TaskKinds.OfOthers.Contains(t.Kind)),
            TaskList.Desk => db.WorkTasks.AtDesksOf(scope).Where(t => t.StaffId == null && !TaskKinds.OfOthers.Contains(t.Kind)),
            _ => db.WorkTasks.VisibleTo(scope).Where(t => t.AskedBy == me || (t.StaffId == me && TaskKinds.OfOthers.Contains(t.Kind))),
        };
    }

    /// <summary>Each rank is one range of the list's index, up to the day.</summary>
    internal static IQueryable<WorkTask> Late(IQueryable<WorkTask> tasks, DateOnly? on) =>
        on is { } day ? tasks.Where(t => WorkTask.Ranks.Contains(t.Rank) && t.DueOn < day && !TaskKinds.OfOthers.Contains(t.Kind)) : tasks;

    private IQueryable<Found> Read(IQueryable<WorkTask> few) => few.AsNoTracking()
        .Join(db.Complaints, t => t.ComplaintId, c => c.Id, (t, c) => new Found(t, c.Reference, c.CategoryCode, c.Urgency, c.PromiseOn));

    private static TaskRow Row(Found found) => new(
        found.Task.Id, found.Task.Kind, found.Reference, found.CategoryCode, found.Urgency, found.Task.VillageCode, found.Task.DeskRole, found.Task.DueOn,
        found.Task.Since, found.Task.Id == found.Task.ComplaintId ? null : found.Task.Id, found.Task.IsSensitive)
    {
        IsUntouched = found.Task is { TakenAt: not null, TouchedAt: null },
        PromiseOn = found.PromiseOn,
    };

    private sealed record Found(WorkTask Task, string Reference, string CategoryCode, Urgency Urgency, DateOnly PromiseOn);
}
