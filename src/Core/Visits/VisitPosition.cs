using SlrtBot.Core.Areas;

namespace SlrtBot.Core.Visits;

/// <summary>Where a photo of a visit was taken, in degrees, WGS 84.</summary>
public readonly record struct VisitPosition(double Latitude, double Longitude)
{
    /// <inheritdoc cref="GeoPoint.OfPin"/>
    public static VisitPosition? OfPin(string pin) => Of(GeoPoint.OfPin(pin));

    /// <inheritdoc cref="GeoPoint.Of"/>
    public static VisitPosition? Of(string? latitude, string? longitude) => Of(GeoPoint.Of(latitude, longitude));

    /// <param name="position">As it is stored.</param>
    /// <returns>In kilometres from the village's point; null where either is not known.</returns>
    public static double? KilometresFrom(Area? village, string? position) =>
        village?.Point is { } point && position?.Split(',') is [var latitude, var longitude] && GeoPoint.Of(latitude, longitude) is { } there
            ? point.KilometresTo(there)
            : null;

    public override string ToString() => new GeoPoint(Latitude, Longitude).ToString();

    private static VisitPosition? Of(GeoPoint? point) => point is { } there ? new VisitPosition(there.Latitude, there.Longitude) : null;
}
