using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Complaints;

/// <summary>
/// How long a complaint may lie at each desk, in working days from when its step began there (docs/tasks.md, "The day of a step").
/// They order the work and promise nothing: what residents were promised are the <see cref="TimeLimits"/>. Offices may settle other days.
/// </summary>
public sealed class StageLimits(SettledValues settled)
{
    public const string OfUrgent = "urgent";

    /// <summary>Followed by the code of an open status, or by <see cref="OfUrgent"/>.</summary>
    public const string Setting = "stage.";

    /// <summary>What there is a limit for: all that is urgent, then each status at a desk of ours in its order.</summary>
    public static IReadOnlyList<string> All { get; } =
        [OfUrgent, .. Enum.GetValues<ComplaintStatus>().Where(s => s.Type() == StatusType.Open).Select(s => Codes.Of(s))];

    /// <summary>Working days.</summary>
    public int DaysFor(ComplaintStatus status, Urgency urgency) =>
        urgency >= Urgency.Urgent ? Math.Min(Of(Codes.Of(status)), Of(OfUrgent)) : Of(Codes.Of(status));

    /// <param name="what">One of <see cref="All"/>.</param>
    public int Of(string what) => TimeLimits.Read(settled.Find(Setting + what)) ?? Usual(what);

    /// <summary>While nothing is settled: the project's own estimate, so that five desks fit into fourteen days.</summary>
    public static int Usual(string what) => what switch
    {
        "in_review" or "field_verification" => 3,
        "manager_decision" => 2,
        _ => 1,
    };
}
