using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace SlrtBot.Core.Phrases;

/// <summary>Reads the embedded <c>….phrases.{language}.json</c> of several assemblies into one catalogue per language.</summary>
internal static class PhraseCatalogues
{
    private const string Marker = ".phrases.";
    private const string Suffix = ".json";

    /// <summary>For those who edit a catalogue; nobody is shown it.</summary>
    private const string Note = "_note";

    public static FrozenDictionary<string, FrozenDictionary<string, PhraseTemplate>> Read(IEnumerable<Assembly> assemblies)
    {
        var files = assemblies.Distinct().SelectMany(assembly => assembly.GetManifestResourceNames()
            .Where(name => name.Contains(Marker, StringComparison.Ordinal) && name.EndsWith(Suffix, StringComparison.Ordinal))
            .Select(name => (name, Text: Content(assembly, name))));
        return Merge(files);
    }

    internal static FrozenDictionary<string, FrozenDictionary<string, PhraseTemplate>> Merge(IEnumerable<(string Name, byte[] Text)> files)
    {
        var languages = new Dictionary<string, Dictionary<string, (PhraseTemplate Phrase, string File)>>(StringComparer.Ordinal);
        foreach (var (name, text) in files)
        {
            var language = name[(name.LastIndexOf(Marker, StringComparison.Ordinal) + Marker.Length)..^Suffix.Length];
            if (!languages.TryGetValue(language, out var catalogue))
            {
                languages[language] = catalogue = new(StringComparer.Ordinal);
            }

            Add(catalogue, name, text);
        }

        return languages.ToFrozenDictionary(
            l => l.Key, l => l.Value.ToFrozenDictionary(p => p.Key, p => p.Value.Phrase, StringComparer.Ordinal), StringComparer.Ordinal);
    }

    private static void Add(Dictionary<string, (PhraseTemplate Phrase, string File)> catalogue, string file, byte[] text)
    {
        using var json = Parse(file, text);
        foreach (var entry in json.RootElement.EnumerateObject().Where(e => e.Name != Note))
        {
            if (entry.Value.ValueKind != JsonValueKind.String)
            {
                throw new InvalidDataException($"{file}: '{entry.Name}' is not a text; catalogues are flat.");
            }

            if (catalogue.TryGetValue(entry.Name, out var earlier))
            {
                throw new InvalidDataException($"The phrase '{entry.Name}' is in {earlier.File} and again in {file}.");
            }

            catalogue.Add(entry.Name, (Template(file, entry), file));
        }
    }

    private static PhraseTemplate Template(string file, JsonProperty entry)
    {
        try
        {
            return new PhraseTemplate(entry.Value.GetString()!);
        }
        catch (FormatException e)
        {
            throw new InvalidDataException($"{file}: '{entry.Name}': {e.Message}.", e);
        }
    }

    private static JsonDocument Parse(string file, byte[] text)
    {
        try
        {
            var json = JsonDocument.Parse(text);
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? json
                : throw new InvalidDataException($"{file} is not a JSON object.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{file} is not readable JSON: {e.Message}", e);
        }
    }

    private static byte[] Content(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
