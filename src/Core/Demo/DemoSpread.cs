using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Demo;

/// <summary>How complaints spread over villages, categories, two years and the hours of a day.</summary>
public sealed class DemoSpread
{
    private const int Days = 730;

    /// <summary>A demo of a few hundred is of the last weeks, or its queue would be empty; a large one is steady work.</summary>
    private const int FewComplaints = 5000;

    private const double OrdinarilyUrgent = 0.07;

    /// <summary>Residents write early, at noon and after supper.</summary>
    private static readonly double[] Hours = [0.2, 0.1, 0.1, 0.1, 0.4, 1, 2, 4, 6, 7, 7, 6, 5, 5, 5, 4, 4, 4, 5, 6, 6, 4, 2, 0.8];

    private static readonly int[] HoursOfDay = [.. Enumerable.Range(0, 24)];

    private readonly List<(Area Village, double Weight)> _villages;
    private readonly double[] _sums;

    public DemoSpread(AreaCatalogue areas)
    {
        _villages =
        [
            .. areas.Regencies.SelectMany(areas.Districts).SelectMany(d => areas.Villages(d.Code).Select(v => (v, Size(v) * Size(d)))),
        ];
        var sum = 0.0;
        _sums = [.. _villages.Select(v => sum += v.Weight)];
    }

    public Area Village(DemoRandom chance)
    {
        var at = Array.BinarySearch(_sums, chance.Fraction() * _sums[^1]);
        return _villages[Math.Min(at < 0 ? ~at : at, _villages.Count - 1)].Village;
    }

    public static ComplaintCategory Category(DemoRandom chance) => ComplaintCategory.Get(chance.Pick(DemoTexts.Stories.Categories, c => c.Weight).Code);

    /// <returns>UTC; later for a later index, by and large.</returns>
    public static DateTime LodgedAt(DemoRandom chance, long index, DemoPlan plan, TimeZoneInfo zone)
    {
        var left = 1 - ((index + 0.5) / plan.Complaints);
        var ago = Days * Math.Pow(left, plan.Complaints <= FewComplaints ? 4 : 1.2);
        var day = plan.Until.AddDays(-1 - (int)ago);
        var hour = chance.Pick(HoursOfDay, h => Hours[h]);
        return LocalDay.AtUtc(day, new TimeOnly(hour, chance.Below(60), chance.Below(60), chance.Below(1000)), zone);
    }

    public static Urgency UrgencyOf(DemoRandom chance, ComplaintCategory category)
    {
        if (category.AsksForInformation || category.IsNotOurs)
        {
            return Urgency.Info;
        }

        var parts = DemoTexts.Of(category.Code);
        return parts.Emergencies is { } share
            ? (chance.Chance(share) ? Urgency.Emergency : Urgency.Urgent)
            : (chance.Chance(parts.Urgent ?? OrdinarilyUrgent) ? Urgency.Urgent : Urgency.Normal);
    }

    /// <summary>No figures of inhabitants come with the lists: a size is made up from the code, towns being larger.</summary>
    private static double Size(Area area) =>
        DemoRandom.For(0, area.Code, 0).Between(0.4, 2.2) * (area.Kind == VillageKind.Kelurahan ? 1.8 : 1);
}
