using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SlrtBot.Console.Tags;

/// <summary>All refusals of a form above it, each with the name of its field and a link there. Takes the focus; absent when nothing was refused.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper(Phrases phrases) : TagHelper
{
    /// <summary>What stands before the field's name in the ids of the form at hand.</summary>
    public string Prefix { get; set; } = string.Empty;

    [ViewContext]
    [HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = ViewContext.ViewData.ModelState
            .SelectMany(field => field.Value?.Errors.Select(error => (field.Key, error.ErrorMessage)) ?? [])
            .ToList();
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "note bad");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("data-errors", string.Empty);
        output.Content.AppendHtml(Icon()).AppendHtml(new Late(() => Body(errors)));
    }

    private TagBuilder Body(List<(string Key, string Message)> errors)
    {
        var body = new TagBuilder("div");
        var title = new TagBuilder("strong");
        title.InnerHtml.Append(phrases["form.errors"]);
        var list = new TagBuilder("ul");
        foreach (var (key, message) in errors)
        {
            var item = new TagBuilder("li");
            var named = FieldLabels.Find(ViewContext.HttpContext, key) is { } label ? $"{label}: {message}" : message;
            item.InnerHtml.AppendHtml(key.Length == 0 ? Words("span", message) : Link(Prefix.Length == 0 ? key : Prefix + key.ToLowerInvariant(), named));
            list.InnerHtml.AppendHtml(item);
        }

        body.InnerHtml.AppendHtml(title).AppendHtml(list);
        return body;
    }

    private TagBuilder Icon()
    {
        var svg = new TagBuilder("svg");
        svg.AddCssClass("icon");
        svg.Attributes["aria-hidden"] = "true";
        svg.InnerHtml.AppendHtml(IconTagHelper.Use(ViewContext.HttpContext, "alert"));
        return svg;
    }

    private static TagBuilder Link(string key, string message)
    {
        var link = Words("a", message);
        link.Attributes["href"] = "#" + TagBuilder.CreateSanitizedId(key, "_");
        return link;
    }

    private static TagBuilder Words(string name, string text)
    {
        var tag = new TagBuilder(name);
        tag.InnerHtml.Append(text);
        return tag;
    }

    /// <summary>The fields below say what they are called only after this was made: it is written out with the page.</summary>
    private sealed class Late(Func<IHtmlContent> content) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder) => content().WriteTo(writer, encoder);
    }
}
