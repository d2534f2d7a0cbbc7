using System.Collections.Frozen;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Phrases;

/// <summary>
/// Phrases that offices have worded themselves. They are read into templates once after each decision, so that a look costs a
/// look-up, and nothing where nothing is settled.
/// </summary>
public sealed class SettledPhrases(SettledValues values)
{
    /// <summary>Languages in which offices word a phrase; all others show the Indonesian one.</summary>
    public static readonly IReadOnlyList<string> Languages = [PhraseBook.Fallback, "en"];

    private const string Setting = "phrase.";
    private Held? _held;

    /// <returns><c>phrase.id.category.P1</c>.</returns>
    public static string Of(string language, string key) => $"{Setting}{language}.{key}";

    /// <returns>Null for a code that is none of a phrase.</returns>
    public static (string Language, string Key)? Parse(string code) =>
        code.StartsWith(Setting, StringComparison.Ordinal) && code[Setting.Length..].Split('.', 2) is [var language, var key] && Languages.Contains(language) ? (language, key) : null;

    internal PhraseTemplate? Find(string language, string key)
    {
        var now = values.Now;
        var held = _held;
        if (held is null || !ReferenceEquals(held.Of, now))
        {
            _held = held = new Held(now, Read(now));
        }

        return held.Phrases.Count > 0 && held.Phrases.TryGetValue(Languages.Contains(language) ? language : PhraseBook.Fallback, out var own) ? own.GetValueOrDefault(key) : null;
    }

    private static FrozenDictionary<string, FrozenDictionary<string, PhraseTemplate>> Read(IReadOnlyDictionary<SettingKey, string> now) => now
        .Select(s => (Phrase: Parse(s.Key.Code), s.Value)).Where(s => s.Phrase is not null)
        .GroupBy(s => s.Phrase!.Value.Language).ToFrozenDictionary(
            g => g.Key, g => g.ToFrozenDictionary(s => s.Phrase!.Value.Key, s => Plain(s.Value), StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>Nobody writes placeholders on a screen: a brace is a brace.</summary>
    private static PhraseTemplate Plain(string text) =>
        new(text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));

    /// <param name="Of">The settled values that they were read from.</param>
    private sealed record Held(IReadOnlyDictionary<SettingKey, string> Of, FrozenDictionary<string, FrozenDictionary<string, PhraseTemplate>> Phrases);
}
