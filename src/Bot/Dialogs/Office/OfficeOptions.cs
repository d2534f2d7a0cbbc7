using System.Collections.Frozen;
using SlrtBot.Core.Complaints;

namespace SlrtBot.Bot.Dialogs.Office;

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

    public bool HasAddress => !string.IsNullOrWhiteSpace(Address);

    public bool HasTelephone => !string.IsNullOrWhiteSpace(Telephone);

    /// <summary>Kinds (<c>hotline.{kind}</c>) and numbers: <c>police=110;ambulance=119</c>.</summary>
    public string Hotlines { get; set; } = "police=110;ambulance=119;fire=113;violence=129";

    /// <summary>How long a complaint is kept after it is settled, as the consent says.</summary>
    public int RetentionYears { get; set; } = 5;

    /// <summary>Told in an emergency that they fit where the setting says nothing of their kind; in the whole country the same.</summary>
    private const string National = "crisis=119 ext 8;violence=129;violence_chat=08111-129-129;ambulance=119;fire=113;police=110";

    /// <summary>Whose numbers come first; others would only be in the way.</summary>
    private static readonly FrozenDictionary<DangerKind, string[]> Fitting = new Dictionary<DangerKind, string[]>
    {
        [DangerKind.Self] = ["crisis", "emergency", "ambulance", "police"],
        [DangerKind.Violence] = ["violence", "violence_chat", "emergency", "police", "ambulance"],
        [DangerKind.Illness] = ["ambulance", "emergency", "police"],
        [DangerKind.Fire] = ["fire", "emergency", "ambulance", "police"],
        [DangerKind.Disaster] = ["disaster", "emergency", "fire", "ambulance", "police"],
        [DangerKind.Hunger] = ["social", "emergency", "ambulance", "police"],
    }.ToFrozenDictionary();

    /// <returns>In the order of the setting; entries without a number are left out.</returns>
    public IEnumerable<(string Kind, string Number)> Lines() => Read(Hotlines).Where(line => line.Number.Length > 0);

    /// <returns>Those that help in this danger, the most needed first; a line that the setting leaves empty is left out.</returns>
    public IEnumerable<(string Kind, string Number)> Lines(DangerKind danger)
    {
        if (!Fitting.TryGetValue(danger, out var kinds))
        {
            return Lines();
        }

        var all = Read(Hotlines).Concat(Read(National)).DistinctBy(line => line.Kind).ToDictionary(line => line.Kind, line => line.Number);
        return kinds.Where(kind => all.GetValueOrDefault(kind) is { Length: > 0 }).Select(kind => (kind, all[kind]));
    }

    private static IEnumerable<(string Kind, string Number)> Read(string lines) => lines
        .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split('=', 2, StringSplitOptions.TrimEntries))
        .Where(line => line.Length == 2)
        .Select(line => (line[0], line[1]));
}
