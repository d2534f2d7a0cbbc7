using SlrtBot.Core.Complaints;

namespace SlrtBot.Core.Demo;

/// <summary>Most of what residents bring are complaints; the programme is the one that the story names.</summary>
internal static class DemoKinds
{
    private const double Questions = 0.05;
    private const double Suggestions = 0.02;

    private static readonly (string Word, string Programme)[] Named =
    [
        ("pkh", "PKH"), ("bpnt", "SEMBAKO"), ("sembako", "SEMBAKO"), ("kis", "PBI-JK"), ("bpjs", "PBI-JK"), ("blt desa", "BLT-DD"),
        ("bantuan beras", "BANPANG"), ("kip", "PIP"), ("pip", "PIP"), ("rutilahu", "RUTILAHU"), ("kks", "SEMBAKO"),
    ];

    /// <summary>Draws from a stream of its own, so that the rest of the demo stays as it was.</summary>
    public static (ComplaintKind Kind, string? Programme) Of(ulong seed, long index, ComplaintCategory category, string story)
    {
        var drawn = DemoRandom.For(seed, "kind", index).Fraction();
        var kind = category.AsksForInformation ? ComplaintKind.Question
            : category.IsSensitive ? ComplaintKind.Complaint
            : drawn < Questions ? ComplaintKind.Question
            : drawn < Questions + Suggestions ? ComplaintKind.Suggestion
            : ComplaintKind.Complaint;
        return (kind, Named.FirstOrDefault(n => Names(story, n.Word)).Programme);
    }

    private static bool Names(string story, string word)
    {
        for (var at = story.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = story.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + word.Length;
            if ((at == 0 || !char.IsLetter(story[at - 1])) && (end == story.Length || !char.IsLetter(story[end])))
            {
                return true;
            }
        }

        return false;
    }
}
