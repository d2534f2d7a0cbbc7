using SlrtBot.Core.Areas;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Villages;

/// <param name="Pin">Two numbers, or the address of a map that holds them; empty takes the point away.</param>
public sealed record SetVillagePointInput(VillageSeen Seen, string? Pin, string? Reason);

/// <summary>Says where a village lies, so that the distance of what is seen on a visit can be told.</summary>
public sealed class SetVillagePoint(VillageReach reach, VillageLog log)
{
    public const int LongestPin = 500;

    public async Task<Outcome<Done>> DoAsync(SetVillagePointInput input, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var found = await reach.FindAsync(input.Seen, actor, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Refusals.ToList();
        }

        var village = found.Value;
        var pin = input.Pin?.Trim() ?? "";
        var point = pin.Length is > 0 and <= LongestPin ? GeoPoint.OfPin(pin) : null;
        List<Refusal> problems =
        [
            .. new[]
            {
                pin.Length > 0 && point is null ? new Refusal("point_unread", "pin")
                : point is { } place && !ImportPoints.IsInIndonesia(place) ? new Refusal("point_elsewhere", "pin")
                : point == village.Point ? new Refusal("nothing_changed", "pin") : null,
                DecisionLog.Problem(input.Reason),
            }.OfType<Refusal>(),
        ];
        if (problems.Count > 0)
        {
            return problems;
        }

        log.Record(village, new(AreaDecisionKind.PointSet, village.Point?.ToString(), point?.ToString()), input.Reason!, by);
        village.PutAt(point);
        return default(Done);
    }
}
