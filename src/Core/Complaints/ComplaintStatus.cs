using SlrtBot.Core.Complaints.Promises;

namespace SlrtBot.Core.Complaints;

/// <summary>Stored by code (<c>in_review</c>); labels are <c>status.{code}</c> in the catalogues, and <c>told.{code}</c> for residents.</summary>
public enum ComplaintStatus
{
    Received,
    InReview,
    FieldVerification,
    SupervisorReview,
    ManagerDecision,
    NeedsInformation,
    Referred,
    AcceptedByPartner,
    InService,
    Answered,
    Completed,
    ServedDirectly,
    Rejected,
    Merged,
    NotOurAuthority,
    Withdrawn,
    Unreachable,
}

/// <summary>What reports, queues and reminders ask a status for, instead of its name.</summary>
public enum StatusType
{
    Open,

    /// <summary>With the resident or a partner: the promise's clock stands.</summary>
    Waiting,
    Settled,
}

public static class ComplaintStatusTypes
{
    /// <exception cref="ArgumentOutOfRangeException">A status was added without its type.</exception>
    public static StatusType Type(this ComplaintStatus status) => status switch
    {
        ComplaintStatus.Received or ComplaintStatus.InReview or ComplaintStatus.FieldVerification
            or ComplaintStatus.SupervisorReview or ComplaintStatus.ManagerDecision => StatusType.Open,
        ComplaintStatus.NeedsInformation or ComplaintStatus.Referred or ComplaintStatus.AcceptedByPartner
            or ComplaintStatus.InService or ComplaintStatus.Answered => StatusType.Waiting,
        ComplaintStatus.Completed or ComplaintStatus.ServedDirectly or ComplaintStatus.Rejected or ComplaintStatus.Merged
            or ComplaintStatus.NotOurAuthority or ComplaintStatus.Withdrawn or ComplaintStatus.Unreachable => StatusType.Settled,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "A status without a type."),
    };

    /// <summary>What the clock of the promise does while a complaint stands there.</summary>
    public static PromiseClock Clock(this ComplaintStatus status) => status switch
    {
        ComplaintStatus.Referred or ComplaintStatus.AcceptedByPartner or ComplaintStatus.InService => PromiseClock.WithPartner,
        _ => status.Type() switch
        {
            StatusType.Open => PromiseClock.Running,
            StatusType.Waiting => PromiseClock.WithResident,
            _ => PromiseClock.Stopped,
        },
    };
}
