using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SlrtBot.Console.Tags;

/// <summary>One glyph of the console's sprite. Decoration only: the word stands beside it.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class IconTagHelper : TagHelper
{
    public string Name { get; set; } = string.Empty;

    [ViewContext]
    [HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        var given = output.Attributes["class"]?.Value;
        output.Attributes.SetAttribute("class", given is null ? "icon" : $"icon {given}");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Attributes.SetAttribute("focusable", "false");
        output.Content.SetHtmlContent(Use(ViewContext.HttpContext, Name));
    }

    /// <summary>The address is the fingerprinted one where the host has one, so that it may be cached for good.</summary>
    public static TagBuilder Use(HttpContext http, string name)
    {
        var known = http.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>()?["img/icons.svg"] ?? "img/icons.svg";
        var use = new TagBuilder("use");
        use.Attributes["href"] = $"{http.Request.PathBase}/{known}#{name}";
        return use;
    }
}
