using System.Globalization;
using System.Text.RegularExpressions;

namespace SlrtBot.Core.Areas;

/// <summary>A place on the map, in degrees, WGS 84.</summary>
public readonly partial record struct GeoPoint(double Latitude, double Longitude)
{
    /// <summary>Of the sphere that has the earth's volume.</summary>
    private const double EarthRadiusKm = 6371.0088;

    /// <summary>A pin as people copy it: two numbers, or the address of a map that holds them.</summary>
    public static GeoPoint? OfPin(string pin) => Degrees().Match(pin) is { Success: true } found ? Of(found.Groups[1].Value, found.Groups[2].Value) : null;

    /// <returns>Null where they are no degrees.</returns>
    public static GeoPoint? Of(string? latitude, string? longitude) =>
        double.TryParse(latitude, NumberStyles.Float, CultureInfo.InvariantCulture, out var north)
        && double.TryParse(longitude, NumberStyles.Float, CultureInfo.InvariantCulture, out var east)
        && Math.Abs(north) <= 90 && Math.Abs(east) <= 180
            ? new GeoPoint(north, east)
            : null;

    /// <summary>Along the surface, in kilometres, by the haversine formula: half a per cent off at most, since the earth is no sphere.</summary>
    public double KilometresTo(GeoPoint other)
    {
        var (north, otherNorth) = (double.DegreesToRadians(Latitude), double.DegreesToRadians(other.Latitude));
        var (up, along) = (Math.Sin((otherNorth - north) / 2), Math.Sin(double.DegreesToRadians(other.Longitude - Longitude) / 2));
        var half = (up * up) + (Math.Cos(north) * Math.Cos(otherNorth) * along * along);
        return 2 * EarthRadiusKm * Math.Asin(Math.Sqrt(Math.Min(1, half)));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Latitude:0.######},{Longitude:0.######}");

    // -7.0512, 107.5981 · …/@-7.0512,107.5981,17z · geo:-7.0512,107.5981
    [GeneratedRegex(@"(-?\d{1,2}\.\d{2,})\s*(?:,|;|%2C|\s)\s*(-?\d{1,3}\.\d{2,})")]
    private static partial Regex Degrees();
}
