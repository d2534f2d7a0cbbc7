using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SlrtBot.Console.Tags;

/// <summary>Earlier and later page of a list, by a parameter of the address, every other filter kept.</summary>
[HtmlTargetElement("pager", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PagerTagHelper(Phrases phrases) : TagHelper
{
    private const string Parameter = "p";

    /// <summary>Counted from 1.</summary>
    public int Page { get; set; }

    public bool HasMore { get; set; }

    /// <summary>Null where counting would cost too much.</summary>
    public int? Total { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Page <= 1 && !HasMore)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "row-gap apart p-3");
        output.Attributes.SetAttribute("aria-label", phrases["list.pages"]);
        output.Content.AppendHtml(Link(Page - 1, Page > 1, phrases["list.earlier"], "prev"));
        var place = new TagBuilder("span");
        place.AddCssClass("quiet small");
        place.InnerHtml.Append(phrases.Get("list.page", ("page", Page)));
        output.Content.AppendHtml(place).AppendHtml(Link(Page + 1, HasMore, phrases["list.later"], "next"));
    }

    private TagBuilder Link(int page, bool there, string text, string rel)
    {
        var link = new TagBuilder(there ? "a" : "span");
        link.InnerHtml.Append(text);
        if (!there)
        {
            link.AddCssClass("btn btn-soft disabled");
            link.Attributes["aria-disabled"] = "true";
            return link;
        }

        var request = ViewContext.HttpContext.Request;
        var query = request.Query.Where(q => q.Key != Parameter)
            .SelectMany(q => q.Value.Select(v => KeyValuePair.Create(q.Key, v)))
            .Append(KeyValuePair.Create(Parameter, (string?)page.ToString(CultureInfo.InvariantCulture)));
        link.AddCssClass("btn btn-soft");
        link.Attributes["href"] = request.Path + QueryString.Create(query);
        link.Attributes["rel"] = rel;
        return link;
    }
}
