using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Moves;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Referrals;

namespace SlrtBot.Core.Tasks;

/// <summary>
/// A complaint that is not settled waits for exactly one step, at one desk: the task follows its status, its holder, its place,
/// its promise and the limit of its stage, in the same save.
/// </summary>
public sealed class StepTasks(SlrtDbContext db, WorkingCalendar calendar, AreaCatalogue areas, StageLimits limits, TaskOptions options)
    : IEventHandler<ComplaintLodged>, IEventHandler<ComplaintMoved>, IEventHandler<ComplaintAssigned>, IEventHandler<ComplaintRecategorised>,
        IEventHandler<PromiseRecounted>, IEventHandler<UrgencyChanged>, IEventHandler<ComplaintClassified>, IEventHandler<StaffRecused>, IEventHandler<ReferralMoved>
{
    private const int ConfirmDays = 30;

    public Task HandleAsync(ComplaintLodged happened, CancellationToken cancellationToken) =>
        FollowAsync(happened.Complaint.Id, happened.By.At, cancellationToken);

    public Task HandleAsync(ComplaintMoved happened, CancellationToken cancellationToken) =>
        FollowAsync(happened.Complaint.Id, happened.By.At, cancellationToken);

    public async Task HandleAsync(ComplaintAssigned happened, CancellationToken cancellationToken)
    {
        if (await db.WorkTasks.FindAsync([happened.Complaint.Id], cancellationToken) is { } task)
        {
            task.Hold(happened.StaffId, happened.By.At);
        }
    }

    /// <summary>About one of ours it is another desk's, and it may have been promised for an earlier day.</summary>
    public Task HandleAsync(ComplaintRecategorised happened, CancellationToken cancellationToken) =>
        FollowAsync(happened.Complaint.Id, happened.By.At, cancellationToken);

    /// <summary>What is kept from somebody is no task of theirs.</summary>
    public async Task HandleAsync(StaffRecused happened, CancellationToken cancellationToken)
    {
        foreach (var task in await TasksOfComplaint.AllAsync(db, happened.Complaint.Id, cancellationToken))
        {
            task.AskedBy = task.AskedBy == happened.StaffId ? null : task.AskedBy;
            task.Hold(task.StaffId == happened.StaffId ? null : task.StaffId, happened.By.At);
        }
    }

    public async Task HandleAsync(PromiseRecounted happened, CancellationToken cancellationToken)
    {
        if (await db.WorkTasks.FindAsync([happened.Complaint.Id], cancellationToken) is { } task
            && await db.Complaints.FindAsync([happened.Complaint.Id], cancellationToken) is { StatusType: StatusType.Open } complaint)
        {
            task.DueOn = DueOn(complaint, task);
        }
    }

    public Task HandleAsync(UrgencyChanged happened, CancellationToken cancellationToken) => RankAsync(happened.Complaint.Id, happened.By.At, cancellationToken);

    /// <summary>Staff say with one form what it is and how urgent.</summary>
    public Task HandleAsync(ComplaintClassified happened, CancellationToken cancellationToken) => RankAsync(happened.Complaint.Id, happened.By.At, cancellationToken);

    /// <summary>A partner was given a day of its own.</summary>
    public async Task HandleAsync(ReferralMoved happened, CancellationToken cancellationToken)
    {
        if (await db.WorkTasks.FindAsync([happened.Complaint.Id], cancellationToken) is { Kind: TaskKind.PartnerAnswer } task
            && await db.Referrals.FindAsync([happened.ReferralId], cancellationToken) is { } referral)
        {
            task.DueOn = referral.DueOn;
        }
    }

    private async Task RankAsync(Guid complaintId, DateTime at, CancellationToken cancellationToken)
    {
        if (await db.Complaints.FindAsync([complaintId], cancellationToken) is { } complaint)
        {
            foreach (var task in await TasksOfComplaint.AllAsync(db, complaintId, cancellationToken))
            {
                task.Rank = WorkTask.RankOf(complaint.Urgency);
                if (TaskKinds.OfDesks.Contains(task.Kind))
                {
                    // What presses may be promised for an earlier day, and lies at a desk for fewer of them from now on.
                    Hasten(complaint, task, at);
                    task.DueOn = DueOn(complaint, task);
                }
            }
        }
    }

    private async Task FollowAsync(Guid complaintId, DateTime at, CancellationToken cancellationToken)
    {
        if (await db.Complaints.FindAsync([complaintId], cancellationToken) is not { } complaint)
        {
            return;
        }

        var task = await db.WorkTasks.FindAsync([complaintId], cancellationToken);
        if (TaskKinds.Of(complaint.Status) is not { } kind)
        {
            if (task is not null)
            {
                db.Remove(task);
            }

            return;
        }

        var isOurs = TaskKinds.OfDesks.Contains(kind);
        var desk = WorkTask.DeskOf(complaint, kind);
        if (task is not null && isOurs && task.Kind == kind && task.DeskRole == desk)
        {
            // The same step: it began when it began.
            task.Hold(complaint.AssignedTo, at);
            task.DueOn = DueOn(complaint, task);
            return;
        }

        var due = WaitsUntil(complaint, kind, at);
        if (task is null)
        {
            db.Add(task = WorkTask.ForStep(complaint, kind, due, at));
        }
        else
        {
            task.WaitFor(kind, desk, complaint.AssignedTo, due, at);
        }

        if (isOurs)
        {
            task.Limit(at, limits.DaysFor(complaint.Status, complaint.Urgency));
            task.DueOn = DueOn(complaint, task);
        }
    }

    /// <summary>A limit that its urgency shortens counts from now; one that ends sooner already stays, and a step without one keeps none.</summary>
    private void Hasten(Complaint complaint, WorkTask task, DateTime at)
    {
        if (complaint.Urgency >= Urgency.Urgent && EndOf(complaint, task) is { } end
            && limits.DaysFor(complaint.Status, complaint.Urgency) is var days && calendar.DueOn(at, days, complaint.VillageCode) < end)
        {
            task.Limit(at, days);
        }
    }

    /// <summary>Of a step at a desk of ours: the day agreed, else what comes first of promise and limit.</summary>
    private DateOnly DueOn(Complaint complaint, WorkTask task) =>
        task.PlannedOn ?? (EndOf(complaint, task) is { } end && end < complaint.PromiseOn ? end : complaint.PromiseOn);

    private DateOnly? EndOf(Complaint complaint, WorkTask task) =>
        task is { LimitFrom: { } from, LimitDays: { } days } ? calendar.DueOn(from, days, complaint.VillageCode) : null;

    private DateOnly WaitsUntil(Complaint complaint, TaskKind kind, DateTime at)
    {
        var today = LocalDay.Of(at, areas.ZoneOf(complaint.VillageCode));
        return kind switch
        {
            TaskKind.ResidentAnswer => calendar.AddWorkingDays(today, options.ResidentDays, complaint.VillageCode),
            TaskKind.ResidentConfirm => today.AddDays(ConfirmDays),
            _ => complaint.PromiseOn,
        };
    }
}
