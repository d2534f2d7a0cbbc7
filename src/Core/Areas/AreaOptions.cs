using Microsoft.Extensions.Configuration;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Areas;

/// <summary>Where this installation serves, and when its offices are open. Section <c>Slrt</c>.</summary>
public sealed class AreaOptions
{
    public const string Section = "Slrt";

    /// <summary>Kemendagri codes of the regencies served, separated by commas.</summary>
    public string Regency { get; set; } = "32.04";

    /// <summary>IANA zone of areas whose province is not known.</summary>
    public string TimeZone { get; set; } = ProvinceZones.Wib;

    /// <summary>Office hours where no area's own are set, see <see cref="Areas.OfficeHours.Parse"/>.</summary>
    public string OfficeHours { get; set; } = "Mon-Thu 08:00-15:00; Fri 08:00-14:30";

    /// <summary>Office hours of an area and all inside it, by code.</summary>
    public Dictionary<string, string> AreaOfficeHours { get; } = [];

    /// <summary>The hours in which residents are left in peace, in their village's zone: from-to, over midnight.</summary>
    public string QuietHours { get; set; } = "20:00-07:00";

    public IReadOnlyList<string> Regencies =>
        [.. Regency.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()];

    /// <exception cref="OptionsException">Names the first key that is wrong, and the fix.</exception>
    public static AreaOptions Read(IConfiguration configuration)
    {
        var options = new AreaOptions();
        configuration.GetSection(Section).Bind(options);
        return options.Problems().FirstOrDefault() is { } problem ? throw problem : options;
    }

    internal IEnumerable<OptionsException> Problems()
    {
        if (Regencies.Count == 0 || Regencies.Any(r => AreaCode.Normalise(r) != r || AreaCode.LevelOf(r) != AreaLevel.Regency))
        {
            yield return new("Slrt__Regency", $"'{Regency}' is not a list of regency codes: write them like 32.04, separated by commas");
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
        {
            yield return new("Slrt__TimeZone", $"'{TimeZone}' is not known here: use a zone like Asia/Jakarta");
        }

        if (Areas.OfficeHours.TryParse(OfficeHours) is null)
        {
            yield return new("Slrt__OfficeHours", $"'{OfficeHours}' cannot be read: write hours like 'Mon-Thu 08:00-15:00; Fri 08:00-14:30'");
        }

        foreach (var (area, hours) in AreaOfficeHours)
        {
            if (AreaCode.Normalise(area) != area || Areas.OfficeHours.TryParse(hours) is null)
            {
                yield return new($"Slrt__AreaOfficeHours__{area}", $"'{hours}' cannot be read: write the area's code with hours like 'Mon-Fri 07:30-14:00'");
            }
        }

        if (Hours.TryParse(QuietHours) is null)
        {
            yield return new("Slrt__QuietHours", $"'{QuietHours}' cannot be read: write hours like 20:00-07:00");
        }
    }
}
