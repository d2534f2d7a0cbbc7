using SlrtBot.Core.Kernel;

namespace SlrtBot.Bot.Engine;

/// <summary>Options that speak of one complaint: a word, a dot, and the complaint's number.</summary>
public static class AboutComplaint
{
    private const string Mark = ".SLRT-";

    public static string Key(string word, string reference) => $"{word}.{reference}";

    /// <returns>Null where the key speaks of no complaint.</returns>
    public static string? ReferenceIn(string key) =>
        key.IndexOf(Mark, StringComparison.Ordinal) is > 0 and var at && ReferenceCode.TryParse(key[(at + 1)..], out var reference)
            ? reference
            : null;

    /// <summary>The key without the number: what phrases and synonyms are found by.</summary>
    public static string WordOf(string key) => key.IndexOf(Mark, StringComparison.Ordinal) is > 0 and var at ? key[..at] : key;

    /// <summary>An option whose label is <c>choice.{word}</c>.</summary>
    public static Option OptionAbout(this Turn turn, string word, string reference) =>
        new(Key(word, reference), turn.Phrase($"choice.{word}"));
}
