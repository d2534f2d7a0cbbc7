using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SlrtBot.Console.Tags;

/// <summary>
/// A labelled form field: label, hint, error and input, tied together by id for people who listen to the page.
/// What was typed is shown again after a refusal, except a password.
/// </summary>
[HtmlTargetElement("field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldTagHelper(IHtmlGenerator generator, Phrases phrases) : TagHelper
{
    public required ModelExpression For { get; set; }

    /// <summary>Phrase key of the label; the hint, if there is one, is that key with <c>.hint</c>.</summary>
    public string Label { get; set; } = string.Empty;

    /// <summary><c>text</c>, <c>password</c>, <c>date</c>, <c>number</c>, <c>textarea</c>, <c>select</c> or <c>checkbox</c>.</summary>
    public string Kind { get; set; } = "text";

    public IEnumerable<SelectListItem>? Items { get; set; }

    public bool Required { get; set; }

    public string? Autocomplete { get; set; }

    public int? Max { get; set; }

    public int Rows { get; set; } = 4;

    /// <summary>Id of a <c>datalist</c> with what is usually typed.</summary>
    public string? List { get; set; }

    /// <summary>Which keys a telephone shows: <c>numeric</c>, <c>tel</c>.</summary>
    public string? Keys { get; set; }

    /// <summary>Set where a page holds the same field in several forms: ids must be unique.</summary>
    public string? Id { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var id = Id ?? TagBuilder.CreateSanitizedId(For.Name, "_");
        FieldLabels.Note(ViewContext.HttpContext, For.Name, phrases[Label]);
        var error = ViewContext.ViewData.ModelState.TryGetValue(For.Name, out var entry) ? entry.Errors.FirstOrDefault()?.ErrorMessage : null;
        var hint = phrases.Has(Label + ".hint") ? phrases[Label + ".hint"] : null;
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Kind == "checkbox" ? "field form-check" : "field");

        var label = Text("label", Kind == "checkbox" ? "form-check-label" : "form-label", phrases[Label]);
        label.Attributes["for"] = id;
        var input = Input(id, Described(id, hint, error), error is not null);
        if (Kind == "checkbox")
        {
            output.Content.AppendHtml(input).AppendHtml(label);
        }
        else
        {
            output.Content.AppendHtml(label);
        }

        Append(output, hint, "hint", $"{id}_hint");
        Append(output, error, "field-error", $"{id}_error");
        if (Kind != "checkbox")
        {
            output.Content.AppendHtml(input);
        }
    }

    private TagBuilder Input(string id, string? described, bool wrong)
    {
        var attributes = new Dictionary<string, object?>
        {
            ["id"] = id,
            ["class"] = Kind switch { "select" => "form-select", "checkbox" => "form-check-input", _ => "form-control" },
            ["aria-describedby"] = described,
            ["aria-invalid"] = wrong ? "true" : null,
            ["required"] = Required ? "required" : null,
            ["autocomplete"] = Autocomplete,
            ["maxlength"] = Max,
            ["list"] = List,
            ["inputmode"] = Keys,
        };
        foreach (var name in attributes.Where(a => a.Value is null).Select(a => a.Key).ToList())
        {
            attributes.Remove(name);
        }

        if (Kind is "date" or "number")
        {
            attributes["type"] = Kind;
        }

        return Kind switch
        {
            "password" => generator.GeneratePassword(ViewContext, For.ModelExplorer, For.Name, null, attributes),
            "textarea" => generator.GenerateTextArea(ViewContext, For.ModelExplorer, For.Name, Rows, 0, attributes),
            "select" => generator.GenerateSelect(ViewContext, For.ModelExplorer, null, For.Name, Items ?? [], false, attributes),
            "checkbox" => generator.GenerateCheckBox(ViewContext, For.ModelExplorer, For.Name, null, attributes),
            "date" => generator.GenerateTextBox(ViewContext, For.ModelExplorer, For.Name, For.Model, "{0:yyyy-MM-dd}", attributes),
            _ => generator.GenerateTextBox(ViewContext, For.ModelExplorer, For.Name, For.Model, null, attributes),
        };
    }

    private static string? Described(string id, string? hint, string? error)
    {
        var ids = string.Join(' ', new[] { hint is null ? null : $"{id}_hint", error is null ? null : $"{id}_error" }.OfType<string>());
        return ids.Length == 0 ? null : ids;
    }

    private static void Append(TagHelperOutput output, string? text, string css, string id)
    {
        if (text is not null)
        {
            var tag = Text("div", css, text);
            tag.Attributes["id"] = id;
            output.Content.AppendHtml(tag);
        }
    }

    private static TagBuilder Text(string name, string css, string text)
    {
        var tag = new TagBuilder(name);
        tag.AddCssClass(css);
        tag.InnerHtml.Append(text);
        return tag;
    }
}
