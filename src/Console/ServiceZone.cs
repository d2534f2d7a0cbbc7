using SlrtBot.Core.Areas;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Console;

/// <summary>The zone in which the console writes its times, and the service day there: <c>Slrt__TimeZone</c>.</summary>
public sealed class ServiceZone(AreaOptions options, TimeProvider clock)
{
    public TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById(options.TimeZone);

    public DateOnly Today => LocalDay.Of(clock.GetUtcNow().UtcDateTime, Zone);
}
