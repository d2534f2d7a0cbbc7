using System.Globalization;
using System.Text.RegularExpressions;

namespace SlrtBot.Core.Visits;

/// <summary>A place on the map, in degrees, WGS 84.</summary>
public readonly partial record struct VisitPosition(double Latitude, double Longitude)
{
    /// <summary>A pin as people copy it: two numbers, or the address of a map that holds them.</summary>
    public static VisitPosition? OfPin(string pin) =>
        Degrees().Match(pin) is { Success: true } found && Of(found.Groups[1].Value, found.Groups[2].Value) is { } position ? position : null;

    /// <returns>Null where they are no degrees.</returns>
    public static VisitPosition? Of(string? latitude, string? longitude) =>
        double.TryParse(latitude, NumberStyles.Float, CultureInfo.InvariantCulture, out var north)
        && double.TryParse(longitude, NumberStyles.Float, CultureInfo.InvariantCulture, out var east)
        && Math.Abs(north) <= 90 && Math.Abs(east) <= 180
            ? new VisitPosition(north, east)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Latitude:0.######},{Longitude:0.######}");

    // -7.0512, 107.5981 · …/@-7.0512,107.5981,17z · geo:-7.0512,107.5981
    [GeneratedRegex(@"(-?\d{1,2}\.\d{2,})\s*(?:,|;|%2C|\s)\s*(-?\d{1,3}\.\d{2,})")]
    private static partial Regex Degrees();
}
