using SlrtBot.Core.Complaints;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Tasks;

/// <summary>What is waited for. Stored by code; labels <c>task.{code}</c>.</summary>
public enum TaskKind
{
    /// <summary>The front office receives a complaint.</summary>
    Receive,

    /// <summary>Review and analysis checks it.</summary>
    Review,

    /// <summary>The facilitator visits.</summary>
    Visit,

    /// <summary>The supervisor approves the report.</summary>
    ApproveVisit,

    /// <summary>The manager decides.</summary>
    Decide,

    /// <summary>The resident answers a question.</summary>
    ResidentAnswer,

    /// <summary>A partner answers a referral.</summary>
    PartnerAnswer,

    /// <summary>The resident says whether the help has come.</summary>
    ResidentConfirm,

    /// <summary>Another desk accepts, answers or returns what was handed to it.</summary>
    AcceptHandover,

    /// <summary>An office outside has accepted and has not answered yet.</summary>
    OutsideAnswer,

    /// <summary>A hand-over came back with a question.</summary>
    HandoverQuestion,

    /// <summary>A hand-over was answered: the sender goes on with it.</summary>
    HandoverAnswer,

    /// <summary>Nobody took the hand-over in time.</summary>
    HandoverLapsed,

    /// <summary>Somebody carries news to a resident whom no chat reaches.</summary>
    TellInPerson,

    /// <summary>The village deliberates about a proposal for the poverty data.</summary>
    Deliberate,
}

/// <summary>What follows from a kind: whose step it is, and how much of a day it takes.</summary>
public static class TaskKinds
{
    /// <summary>The step that a complaint of this status waits for; null for one that is settled.</summary>
    public static TaskKind? Of(ComplaintStatus status) => status switch
    {
        ComplaintStatus.Received => TaskKind.Receive,
        ComplaintStatus.InReview => TaskKind.Review,
        ComplaintStatus.FieldVerification => TaskKind.Visit,
        ComplaintStatus.SupervisorReview => TaskKind.ApproveVisit,
        ComplaintStatus.ManagerDecision => TaskKind.Decide,
        ComplaintStatus.NeedsInformation => TaskKind.ResidentAnswer,
        ComplaintStatus.Referred or ComplaintStatus.AcceptedByPartner or ComplaintStatus.InService => TaskKind.PartnerAnswer,
        ComplaintStatus.Answered => TaskKind.ResidentConfirm,
        _ => null,
    };

    /// <summary>The steps of complaints at our desks: what "the next one" is drawn from.</summary>
    public static IReadOnlyList<TaskKind> OfDesks { get; } =
        [TaskKind.Receive, TaskKind.Review, TaskKind.Visit, TaskKind.ApproveVisit, TaskKind.Decide];

    /// <summary>What nobody of ours can do: it is waited for.</summary>
    public static IReadOnlyList<TaskKind> OfOthers { get; } =
        [TaskKind.ResidentAnswer, TaskKind.PartnerAnswer, TaskKind.ResidentConfirm, TaskKind.OutsideAnswer];

    /// <summary>Done for many at once, on a day of its own: nobody takes one of them as the next.</summary>
    public static IReadOnlyList<TaskKind> Together { get; } = [TaskKind.Deliberate];

    /// <summary>Who keeps an eye on a wait for others: whoever can end it when nothing comes.</summary>
    public static Role FollowedUpBy(this TaskKind kind) => kind == TaskKind.PartnerAnswer ? Role.Manager : Role.Analyst;

    /// <summary>
    /// How much of a day it takes, as the project estimates it: a visit is half a day, a check an hour. For the load of a desk,
    /// never of a person (docs/tasks.md).
    /// </summary>
    public static int Points(this TaskKind kind) => kind switch
    {
        TaskKind.Visit => 4,
        TaskKind.Review or TaskKind.Decide => 2,
        _ => OfOthers.Contains(kind) ? 0 : 1,
    };
}
