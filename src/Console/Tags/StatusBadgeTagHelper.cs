using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Proposals;
using SlrtBot.Core.Referrals;

namespace SlrtBot.Console.Tags;

/// <summary>A status in a word, an icon and a colour: never the colour alone.</summary>
[HtmlTargetElement("status-badge", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class StatusBadgeTagHelper(Phrases phrases) : TagHelper
{
    public ComplaintStatus? Status { get; set; }

    public ReferralStatus? Referral { get; set; }

    public ProposalStatus? Proposal { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (tone, icon, words) = Status is { } status ? (Codes.Of(status.Type()), Icon(status), phrases[$"status.{Codes.Of(status)}"])
            : Proposal is { } proposal ? (Tone(proposal), Icon(Tone(proposal)), phrases[$"proposal.status.{Codes.Of(proposal)}"])
            : (Tone(Referral!.Value), Icon(Tone(Referral.Value)), phrases[$"referral_status.{Codes.Of(Referral.Value)}"]);
        Badge(output, ViewContext, tone, icon, words);
    }

    internal static void Badge(TagHelperOutput output, ViewContext view, string tone, string icon, string words)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"badge-s {tone}");
        var svg = new TagBuilder("svg");
        svg.AddCssClass("icon");
        svg.Attributes["aria-hidden"] = "true";
        svg.InnerHtml.AppendHtml(IconTagHelper.Use(view.HttpContext, icon));
        output.Content.AppendHtml(svg).Append(words);
    }

    private static string Icon(ComplaintStatus status) => status.Type() switch
    {
        StatusType.Waiting => status == ComplaintStatus.NeedsInformation ? "chat" : "refer",
        StatusType.Settled => status is ComplaintStatus.Completed or ComplaintStatus.ServedDirectly ? "check" : "x",
        _ => status switch
        {
            ComplaintStatus.Received => "queue",
            ComplaintStatus.FieldVerification => "pin",
            ComplaintStatus.InReview => "search",
            _ => "clock",
        },
    };

    private static string Tone(ReferralStatus status) => status switch
    {
        ReferralStatus.Answered => "settled",
        ReferralStatus.Declined or ReferralStatus.Revoked => "bad",
        ReferralStatus.Draft or ReferralStatus.Approved => "open",
        _ => "waiting",
    };

    private static string Tone(ProposalStatus status) => status switch
    {
        ProposalStatus.Accepted => "settled",
        ProposalStatus.Refused or ProposalStatus.Struck or ProposalStatus.Declined or ProposalStatus.Withdrawn => "bad",
        ProposalStatus.Collected or ProposalStatus.OnAgenda => "open",
        _ => "waiting",
    };

    private static string Icon(string tone) => tone switch
    {
        "settled" => "check",
        "bad" => "x",
        "open" => "file",
        _ => "refer",
    };
}
