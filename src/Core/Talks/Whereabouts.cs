namespace SlrtBot.Core.Talks;

/// <summary>What one message of a person in danger says of where they are and how they are found; null where it says nothing.</summary>
/// <param name="Words">The place as it was written.</param>
/// <param name="Pin">"latitude,longitude" in degrees, WGS 84.</param>
/// <param name="AreaCode">The village or sub-district that the words name beyond doubt.</param>
/// <param name="Company">Who is with the person.</param>
public sealed record Whereabouts(string? Words = null, string? Pin = null, string? AreaCode = null, string? Company = null, string? Phone = null)
{
    public bool IsNothing => this == new Whereabouts();
}
