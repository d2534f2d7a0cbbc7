using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SlrtBot.Console.Tags;

/// <summary>How near a promised day is, in words: late by so many days, today, tomorrow, in so many days.</summary>
[HtmlTargetElement("due-badge", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DueBadgeTagHelper(Phrases phrases, ServiceZone zone) : TagHelper
{
    private const int Soon = 2;

    public DateOnly Day { get; set; }

    /// <summary>False while the clock stands or the matter is settled: nothing is shown then.</summary>
    public bool Running { get; set; } = true;

    [ViewContext]
    [HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!Running)
        {
            output.SuppressOutput();
            return;
        }

        var days = Day.DayNumber - zone.Today.DayNumber;
        var (tone, words) = days switch
        {
            < 0 => ("bad", phrases.Get("due.late", ("days", -days))),
            0 => ("waiting", phrases["due.today"]),
            1 => ("waiting", phrases["due.tomorrow"]),
            _ => (days <= Soon ? "waiting" : string.Empty, phrases.Get("due.in", ("days", days))),
        };
        output.Attributes.SetAttribute("title", phrases.Date(Day));
        StatusBadgeTagHelper.Badge(output, ViewContext, tone, days < 0 ? "alert" : "clock", words);
    }
}
