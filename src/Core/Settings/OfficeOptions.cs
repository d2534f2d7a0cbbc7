namespace SlrtBot.Core.Settings;

/// <summary>
/// What the bot may say about the office and about help in an emergency. Section <c>Slrt:Office</c>; the numbers are
/// to be checked by the regency before it goes live.
/// </summary>
public sealed class OfficeOptions
{
    public const string Section = "Slrt:Office";

    public string Name { get; set; } = "Puskesos / SLRT";

    public string? Address { get; set; }

    public string? Telephone { get; set; }

    /// <summary>Kinds (<c>hotline.{kind}</c>) and numbers: <c>police=110;ambulance=119</c>.</summary>
    public string Hotlines { get; set; } = "police=110;ambulance=119;fire=113;violence=129";

    /// <summary>How long a complaint is kept after it is settled, as the consent says.</summary>
    public int RetentionYears { get; set; } = 5;
}
