using SlrtBot.Core.Conversations;

namespace SlrtBot.Core.ChannelHealth;

/// <summary>When a channel needs a person (docs/checks.md, "a channel that fails silently").</summary>
public static class AlarmRule
{
    /// <summary>How long something may last that often passes by itself.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>How far back the usual traffic is looked at.</summary>
    public static readonly TimeSpan Usual = TimeSpan.FromDays(14);

    /// <summary>
    /// That many messages would have come meanwhile: none of them by chance is as good as impossible, and a channel that
    /// few people use is not suspected for being quiet.
    /// </summary>
    private const double ExpectedByNow = 20;

    private const int FewestDays = 7;

    /// <param name="hours">Of this channel, within <see cref="Usual"/> of <paramref name="now"/>.</param>
    /// <param name="now">UTC.</param>
    /// <returns>Null where nothing is wrong.</returns>
    public static AlarmKind? Of(ChannelCheck check, IReadOnlyList<ChannelHour> hours, DateTime now) => check.State switch
    {
        ChannelState.Off => null,
        _ when now - check.CheckedAt > Patience => AlarmKind.Unwatched,
        ChannelState.Refused => AlarmKind.TokenRefused,
        ChannelState.Conflict => AlarmKind.WrongWebhook,
        ChannelState.Backlog => AlarmKind.Backlog,
        ChannelState.Unreachable when now - check.Since > Patience => AlarmKind.Unreachable,
        _ when IsUnusuallySilent(check.LastReceivedAt, hours, now) => AlarmKind.Silent,
        _ => null,
    };

    /// <summary>Compares the silence with what the same hours of the day brought in the two weeks before.</summary>
    private static bool IsUnusuallySilent(DateTime? last, IReadOnlyList<ChannelHour> hours, DateTime now)
    {
        if (last is not { } since || hours.Where(h => h.Received > 0).Select(h => h.Hour.Date).Distinct().Count() < FewestDays)
        {
            return false;
        }

        var perHour = hours.ToLookup(h => h.Hour.Hour, h => h.Received);
        var expected = 0.0;
        for (var hour = ChannelHour.Of(since); hour < now && expected < ExpectedByNow; hour = hour.AddHours(1))
        {
            var from = hour < since ? since : hour;
            var to = hour.AddHours(1) > now ? now : hour.AddHours(1);
            expected += perHour[hour.Hour].Sum() / Usual.TotalDays * (to - from).TotalHours;
        }

        return expected >= ExpectedByNow;
    }
}
