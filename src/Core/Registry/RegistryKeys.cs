using SlrtBot.Core.Language;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Registry;

/// <summary>The keyed hashes that entries are found by; nobody without the key ring can make them.</summary>
public sealed class RegistryKeys(BlindIndex blind)
{
    /// <summary>Apart from those of complaints: whoever reads both tables cannot lay them side by side.</summary>
    private const string NationalIdKey = "registry_nik";
    private const string FamilyCardKey = "registry_kk";

    public byte[] OfNationalId(string digits) => blind.Of(NationalIdKey, digits);

    public byte[] OfFamilyCard(string digits) => blind.Of(FamilyCardKey, digits);

    public byte[] OfBirth(string village, DateOnly day) => blind.Word($"registry|{village}|{day:yyyy-MM-dd}");

    /// <returns>Null for a name without letters.</returns>
    public byte[]? OfName(string village, string name) => SoundOf(name) is { Length: > 0 } sound ? blind.Word($"registry|{village}|{sound}") : null;

    /// <summary>Of the person that a record is of, whichever list and row it stands in: by number, else by card, name and birth date.</summary>
    public byte[] OfWhom(RegistryRecord record) => record.NationalId is { } nik ? OfNationalId(nik)
        : blind.Of(NationalIdKey, $"{record.FamilyCard}|{SoundOf(record.Name)}|{record.BornOn:yyyy-MM-dd}");

    /// <summary>All parts of the name as they sound, in one order: "Siti Aminah" and "AMINAH, SITTI" are one.</summary>
    internal static string SoundOf(string name) =>
        string.Join(' ', SearchTokens.PartsOf(name).Select(NameSound.Of).Order(StringComparer.Ordinal));
}
