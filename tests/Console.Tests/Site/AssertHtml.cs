using AngleSharp.Html.Dom;

namespace SlrtBot.Console.Tests.Site;

/// <summary>What every page keeps: nothing that the content policy would stop, and what a screen reader needs.</summary>
public static class AssertHtml
{
    private static readonly string[] Schemes = ["javascript:", "data:", "vbscript:", "tg:"];
    private static readonly string[] Asking = ["hx-get", "hx-post", "hx-put", "hx-patch", "hx-delete"];

    public static void IsSound(Answer page)
    {
        var problems = Inline(page.Document).Concat(Addresses(page.Document)).Concat(Labels(page.Document)).Concat(Frame(page.Document)).ToList();
        Assert.True(problems.Count == 0, $"{page.Path}:\n{string.Join('\n', problems)}");
    }

    public static IEnumerable<string> Inline(IHtmlDocument document)
    {
        foreach (var element in document.All)
        {
            foreach (var attribute in element.Attributes)
            {
                var name = attribute.Name.ToLowerInvariant();
                if (name == "style" || name.StartsWith("on", StringComparison.Ordinal) || name.StartsWith("hx-on", StringComparison.Ordinal)
                    || name.StartsWith("data-hx-on", StringComparison.Ordinal)
                    || attribute.Value.StartsWith("js:", StringComparison.OrdinalIgnoreCase)
                    || (name == "hx-trigger" && attribute.Value.Contains('[', StringComparison.Ordinal)))
                {
                    yield return $"<{element.LocalName} {attribute.Name}=\"{attribute.Value}\">";
                }

                if (name is "href" or "src" or "action" && Schemes.Any(s => attribute.Value.TrimStart().StartsWith(s, StringComparison.OrdinalIgnoreCase)))
                {
                    yield return $"<{element.LocalName} {attribute.Name}=\"{attribute.Value}\">";
                }
            }

            if (element.LocalName == "style" || (element is IHtmlScriptElement script && string.IsNullOrEmpty(script.Source)))
            {
                yield return $"an inline <{element.LocalName}>";
            }
        }
    }

    /// <summary>The address helper leaves an address empty where it knows no page of that name: the form would go to the page at hand.</summary>
    public static IEnumerable<string> Addresses(IHtmlDocument document)
    {
        foreach (var element in document.All)
        {
            foreach (var attribute in element.Attributes.Where(a => Asking.Contains(a.Name) && string.IsNullOrWhiteSpace(a.Value)))
            {
                yield return $"<{element.LocalName} {attribute.Name}=\"\">";
            }

            foreach (var attribute in element.Attributes.Where(a => a.Name.StartsWith("hx-page", StringComparison.Ordinal) || a.Name.StartsWith("hx-route", StringComparison.Ordinal)))
            {
                yield return $"<{element.LocalName} {attribute.Name}=\"{attribute.Value}\">: the address helper did not see it";
            }
        }
    }

    private static IEnumerable<string> Labels(IHtmlDocument document)
    {
        var fields = document.QuerySelectorAll("input:not([type=hidden]):not([type=submit]), select, textarea");
        foreach (var field in fields.Where(f => f.Id is null || document.QuerySelector($"label[for='{f.Id}']") is null))
        {
            yield return $"no label for {field.OuterHtml}";
        }

        foreach (var named in document.QuerySelectorAll("[aria-describedby], [aria-labelledby]"))
        {
            var ids = $"{named.GetAttribute("aria-describedby")} {named.GetAttribute("aria-labelledby")}".Split(' ', StringSplitOptions.RemoveEmptyEntries);
            foreach (var id in ids.Where(id => document.GetElementById(id) is null))
            {
                yield return $"nothing has the id {id}";
            }
        }

        foreach (var twice in document.QuerySelectorAll("[id]").GroupBy(e => e.Id).Where(g => g.Count() > 1))
        {
            yield return $"the id {twice.Key} stands {twice.Count()} times";
        }

        foreach (var silent in document.QuerySelectorAll("a[href], button").Where(e => string.IsNullOrWhiteSpace(e.TextContent) && e.QuerySelector("img[alt]") is null))
        {
            yield return $"no words in {silent.OuterHtml}";
        }
    }

    private static IEnumerable<string> Frame(IHtmlDocument document)
    {
        // A phone shows few of the rail's entries; the menu beside the name has the others.
        foreach (var hidden in document.QuerySelectorAll(".rail .more").Select(a => a.GetAttribute("href")).Where(href => document.QuerySelector($".top .menu a[href='{href}']") is null))
        {
            yield return $"{hidden} cannot be reached from a phone";
        }

        if (string.IsNullOrEmpty(document.DocumentElement.GetAttribute("lang")))
        {
            yield return "no lang";
        }

        if (string.IsNullOrWhiteSpace(document.Title) || document.Title.TrimStart().StartsWith('·'))
        {
            yield return "no title";
        }

        if (document.QuerySelectorAll("h1").Length > 1 || document.QuerySelectorAll("main").Length != 1)
        {
            yield return "not one h1 and one main";
        }
    }
}
