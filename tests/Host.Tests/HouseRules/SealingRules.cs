using System.Text.RegularExpressions;

namespace SlrtBot.Host.Tests.HouseRules;

/// <summary>Where a value is sealed for is said by its entity, once.</summary>
internal static partial class SealingRules
{
    public static IEnumerable<string> PlacesByName(SourceFile file) =>
        Place().Matches(file.Text).Select(m => $"{file.Path}: {m.Groups[1].Value}");

    // A table's name, the row's id, a column's name: the place as three arguments.
    [GeneratedRegex("""(?:Seal|Open)(?:Optional|Bytes)?\([^;]*?("[a-z_]+",\s*[\w.]+,\s*"[a-z_]+")""")]
    private static partial Regex Place();
}
