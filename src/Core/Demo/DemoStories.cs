using System.Text;
using SlrtBot.Core.Complaints;

namespace SlrtBot.Core.Demo;

/// <summary>Puts a story together as residents write: greeting, what happened, a detail, a sigh, a request.</summary>
public static class DemoStories
{
    public static string Make(DemoRandom chance, string categoryCode, string villageName)
    {
        var all = DemoTexts.Stories;
        var parts = DemoTexts.Of(categoryCode);
        var lead = Filled(chance, chance.Pick(parts.Leads));
        if (ComplaintCategory.Get(categoryCode).IsEmpty)
        {
            return lead;
        }

        var text = new StringBuilder(chance.Pick(all.Greetings));
        text.Append(lead).Append(chance.Chance(0.3) ? $" di desa {villageName}" : "").Append(". ");
        text.Append(Filled(chance, chance.Pick(parts.Details)));
        if (chance.Chance(0.35))
        {
            text.Append(' ').Append(Filled(chance, chance.Pick(parts.Details)));
        }

        text.Append(' ').Append(Filled(chance, chance.Pick(all.Feelings))).Append(' ').Append(chance.Pick(all.Closings));
        var story = string.Join(' ', text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return chance.Chance(0.6) ? Shortened(chance, story) : story;
    }

    private static string Filled(DemoRandom chance, string template)
    {
        var text = new StringBuilder();
        for (var at = 0; at < template.Length;)
        {
            var open = template.IndexOf('{', at);
            if (open < 0)
            {
                return text.Append(template, at, template.Length - at).ToString();
            }

            var close = template.IndexOf('}', open);
            text.Append(template, at, open - at).Append(chance.Pick(DemoTexts.Stories.Slots[template[(open + 1)..close]]));
            at = close + 1;
        }

        return text.ToString();
    }

    /// <summary>On a telephone's keys: small letters, common words cut short.</summary>
    private static string Shortened(DemoRandom chance, string story)
    {
        var words = story.ToLowerInvariant().Split(' ');
        for (var i = 0; i < words.Length; i++)
        {
            if (DemoTexts.Stories.Shortened.TryGetValue(words[i], out var forms) && chance.Chance(0.6))
            {
                words[i] = chance.Pick(forms);
            }
        }

        return string.Join(' ', words);
    }
}
