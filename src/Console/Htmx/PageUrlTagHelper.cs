using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SlrtBot.Console.Htmx;

/// <summary>
/// Fills <c>hx-get</c>, <c>hx-post</c> … with the address of a page: <c>hx-page</c>, <c>hx-page-handler</c> and
/// <c>hx-route-*</c>, the attribute names of Htmx.TagHelpers. Without a verb on the element it is a get.
/// </summary>
[HtmlTargetElement("*", Attributes = PageAttribute)]
public sealed class PageUrlTagHelper(IUrlHelperFactory urls) : TagHelper
{
    private const string PageAttribute = "hx-page";
    private static readonly string[] Verbs = ["hx-get", "hx-post", "hx-put", "hx-patch", "hx-delete"];

    [HtmlAttributeName(PageAttribute)]
    public string Page { get; set; } = string.Empty;

    [HtmlAttributeName("hx-page-handler")]
    public string? Handler { get; set; }

    [HtmlAttributeName("hx-all-route-data", DictionaryAttributePrefix = "hx-route-")]
    public IDictionary<string, string?> Values { get; set; } =
        new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);

    [ViewContext]
    [HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var url = urls.GetUrlHelper(ViewContext).Page(Page, Handler, Values)
            ?? throw new InvalidOperationException($"No page is called {Page}.");
        var verb = Verbs.FirstOrDefault(v => output.Attributes.ContainsName(v)) ?? "hx-get";
        output.Attributes.SetAttribute(verb, url);
    }
}
