using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;
using static SlrtBot.Core.Meetings.MeetingStatus;

namespace SlrtBot.Core.Meetings;

/// <summary>How a meeting goes from its day to its signed minutes. Proposals go with it, by the rows of their own table.</summary>
public static class MeetingWorkflow
{
    public const string Close = "close";
    public const string Sign = "sign";
    public const string Cancel = "cancel";

    /// <summary>The stored file of the signed minutes.</summary>
    public const string Minutes = "minutes";

    /// <summary>A code of <see cref="MeetingReasons.Cancelling"/>.</summary>
    public const string Reason = "reason";

    private static readonly Taker Deliberator = Taker.Desk(Permission.DeliberateProposals);

    public static Workflow<MeetingStatus> Table { get; } = new(
    [
        new(Planned, Close, Closed, Deliberator),
        new(Closed, Sign, Signed, Deliberator, Minutes),
        new(Planned, Cancel, Cancelled, Deliberator, Reason),
    ]);
}

/// <summary>Why; labels <c>meeting.reason.{code}</c>.</summary>
public static class MeetingReasons
{
    public static IReadOnlyList<string> Cancelling { get; } = ["too_few", "no_place", "other_day", "by_statement", "other"];

    /// <summary>Why other minutes take the place of those that are here.</summary>
    public static IReadOnlyList<string> Replacing { get; } = ["wrong_file", "unreadable", "incomplete", "other"];

    public static IEnumerable<string> All => Cancelling.Concat(Replacing).Distinct();
}
