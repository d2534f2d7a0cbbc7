using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Registry;

/// <summary>One month of the ministry's clock.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="CollectUntil">What is proposed later belongs to the next month.</param>
/// <param name="MeetUntil">The village has met, or signed its statement.</param>
/// <param name="ApproveUntil">Verifier and head of the office have approved.</param>
public sealed record Cycle(DateOnly Month, DateOnly CollectUntil, DateOnly MeetUntil, DateOnly ApproveUntil);

/// <summary>The monthly clock of proposals. Sources name other days for it, so that offices settle them (docs/proposals.md).</summary>
public sealed class UpdateCycle(SettledValues settled)
{
    public const string Collect = "data.day.collect";
    public const string Meet = "data.day.meet";
    public const string Approve = "data.day.approve";

    /// <summary>In their order in the month.</summary>
    public static IReadOnlyList<string> Days { get; } = [Collect, Meet, Approve];

    public static int Usual(string day) => day switch { Collect => 11, Meet => 14, _ => 17 };

    /// <returns>Null for what is no day that every month has.</returns>
    public static int? ReadDay(string? text) => int.TryParse(text, out var day) && day is >= 1 and <= 28 ? day : null;

    public int DayOf(string day) => ReadDay(settled.Find(day)) ?? Usual(day);

    /// <summary>That of something proposed on a service day.</summary>
    public Cycle For(DateOnly today) => Of(today.Day <= DayOf(Collect) ? today : today.AddMonths(1));

    /// <param name="day">Any of the month.</param>
    public Cycle Of(DateOnly day)
    {
        var month = new DateOnly(day.Year, day.Month, 1);
        // Days that were settled in the wrong order leave no time that runs backwards.
        var collect = DayOf(Collect);
        var meet = Math.Max(collect, DayOf(Meet));
        var approve = Math.Max(meet, DayOf(Approve));
        return new Cycle(month, month.AddDays(collect - 1), month.AddDays(meet - 1), month.AddDays(approve - 1));
    }
}
