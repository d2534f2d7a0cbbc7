using SlrtBot.Core.Language;

namespace SlrtBot.Bot.Dialogs.Complaints;

/// <summary>Words that stand side by side in a story are one reason, as a person would say it: «cuci darah», and not «cuci», «darah».</summary>
internal static class SpokenReasons
{
    /// <param name="words">Of the story, weightiest first.</param>
    public static IReadOnlyList<string> Of(string story, IReadOnlyList<string> words)
    {
        var reasons = words.Select(TextFolding.Fold).ToHashSet();
        var phrases = story.Split('\n').SelectMany(line => Phrases(line, reasons)).ToList();
        return [.. words.Select(word => Longest(phrases, word)).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    private static string Longest(List<string> phrases, string word) =>
        phrases.Where(p => $" {TextFolding.Fold(p)} ".Contains($" {TextFolding.Fold(word)} ", StringComparison.Ordinal)).MaxBy(p => p.Length) ?? word;

    /// <summary>Runs of such words; a stop between two of them parts them.</summary>
    private static IEnumerable<string> Phrases(string line, HashSet<string> reasons)
    {
        var run = new List<string>();
        foreach (var written in line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var word = written.Trim().TrimEnd('.', ',', ';', ':', '!', '?', ')', '"').TrimStart('(', '"');
            var isReason = reasons.Contains(TextFolding.Fold(word));
            if (isReason)
            {
                run.Add(word);
            }

            if (run.Count > 0 && (!isReason || !written.EndsWith(word, StringComparison.Ordinal)))
            {
                yield return string.Join(' ', run);
                run.Clear();
            }
        }

        if (run.Count > 0)
        {
            yield return string.Join(' ', run);
        }
    }
}
