using System.Collections.Frozen;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Settings;

/// <summary>The office and the lines for emergencies as they are now: as settled on the screens, else as the program was set up.</summary>
public sealed class OfficeFacts(OfficeOptions usual, SettledValues settled)
{
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

    public string Name => settled.Find(SettingCatalogue.OfficeName) ?? usual.Name;

    public string? Address => settled.Find(SettingCatalogue.OfficeAddress) ?? usual.Address;

    public string? Telephone => settled.Find(SettingCatalogue.OfficeTelephone) ?? usual.Telephone;

    public bool HasAddress => !string.IsNullOrWhiteSpace(Address);

    public bool HasTelephone => !string.IsNullOrWhiteSpace(Telephone);

    public int RetentionYears => usual.RetentionYears;

    /// <returns>In the order of the setting, then what was settled beside it; entries without a number are left out.</returns>
    public IEnumerable<(string Kind, string Number)> Lines() => Settled(Read(usual.Hotlines)
        .Concat(SettingCatalogue.Hotlines.Where(kind => settled.Find(SettingCatalogue.Hotline + kind) is not null).Select(kind => (Kind: kind, Number: "")))
        .DistinctBy(line => line.Kind)).Where(line => line.Number.Length > 0);

    /// <returns>Those that help in this danger, the most needed first; a line that is left empty is left out.</returns>
    public IEnumerable<(string Kind, string Number)> Lines(DangerKind danger)
    {
        if (!Fitting.TryGetValue(danger, out var kinds))
        {
            return Lines();
        }

        var all = Settled(Read(usual.Hotlines).Concat(Read(National)).Concat(kinds.Select(kind => (kind, ""))).DistinctBy(line => line.Item1))
            .ToDictionary(line => line.Kind, line => line.Number);
        return kinds.Where(kind => all[kind].Length > 0).Select(kind => (kind, all[kind]));
    }

    /// <summary>As it is told where it helps; null where the line is left out.</summary>
    public string? NumberOf(string kind) =>
        Settled(Read(usual.Hotlines).Concat(Read(National)).Append((kind, ""))).FirstOrDefault(line => line.Kind == kind).Number is { Length: > 0 } number ? number : null;

    private IEnumerable<(string Kind, string Number)> Settled(IEnumerable<(string Kind, string Number)> lines) =>
        lines.Select(line => (line.Kind, settled.Find(SettingCatalogue.Hotline + line.Kind) ?? line.Number));

    private static IEnumerable<(string Kind, string Number)> Read(string lines) => lines
        .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split('=', 2, StringSplitOptions.TrimEntries))
        .Where(line => line.Length == 2)
        .Select(line => (line[0], line[1]));
}
