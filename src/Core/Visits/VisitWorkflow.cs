using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;
using static SlrtBot.Core.Visits.VisitStatus;

namespace SlrtBot.Core.Visits;

/// <summary>Who may do what with a visit. The complaint moves with it, by the rows of its own table. Source: docs/visits.md.</summary>
public static class VisitWorkflow
{
    public const string Send = "send";
    public const string Approve = "approve";
    public const string Return = "return";
    public const string Cancel = "cancel";

    /// <summary>What is to be corrected.</summary>
    public const string Words = "words";

    /// <summary>A code of <see cref="VisitReasons"/>.</summary>
    public const string Reason = "reason";

    private static readonly Taker Verifier = Taker.Desk(Permission.VerifyComplaints);
    private static readonly Taker Approver = Taker.Desk(Permission.ApproveComplaints);

    public static Workflow<VisitStatus> Table { get; } = new(
    [
        new(Planned, Send, Sent, Verifier),
        new(Returned, Send, Sent, Verifier),
        new(Sent, Approve, Approved, Approver),
        new(Sent, Return, Returned, Approver, Reason, Words),
        new(Planned, Cancel, Cancelled, [Verifier, Taker.Clock], Reason),
        new(Sent, Cancel, Cancelled, Taker.Clock, Reason),
        new(Returned, Cancel, Cancelled, Taker.Clock, Reason),
    ]);
}

/// <summary>Why; labels <c>visit.reason.{code}</c>.</summary>
public static class VisitReasons
{
    /// <summary>The complaint was settled, withdrawn, or went to another desk.</summary>
    public const string MovedOn = "moved_on";

    /// <summary>Somebody was there and met nobody: the resident is told so.</summary>
    public const string NotHome = "not_home";

    public static IReadOnlyList<string> Rescheduling { get; } = ["resident_cannot", NotHome, "visitor_cannot", "weather", "go_again", "other"];

    public static IReadOnlyList<string> Cancelling { get; } = ["not_needed", "resident_wish", "visitor_cannot", "other"];

    public static IReadOnlyList<string> Returning { get; } = ["incomplete", "contradicts", "evidence_missing", "photos_unclear", "go_again", "other"];

    public static IEnumerable<string> All => [.. Rescheduling, .. Cancelling, .. Returning, MovedOn];
}
