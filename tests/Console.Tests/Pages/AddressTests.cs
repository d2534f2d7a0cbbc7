using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Htmx.TagHelpers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Console.Tests.Site;

namespace SlrtBot.Console.Tests.Pages;

/// <summary>
/// The addresses that the script asks for. That no page has an empty one is seen wherever a page is looked at
/// (<see cref="AssertHtml.IsSound"/>); here is what that look must find.
/// </summary>
[Collection(ConsoleTests.Name)]
public sealed class AddressTests(ConsoleSite site)
{
    private static readonly TagHelperAttribute[] Verb = [new("hx-post")];

    [Theory]
    [InlineData("""<form hx-post="">x</form>""")]
    [InlineData("""<form hx-post>x</form>""")]
    [InlineData("""<a hx-get=" ">x</a>""")]
    [InlineData("""<form hx-post="/x" hx-page="/Complaints/Move">x</form>""")]
    [InlineData("""<form hx-post="/x" hx-route-reference="1">x</form>""")]
    public void An_address_that_is_empty_or_was_never_made_is_found(string html) =>
        Assert.Single(AssertHtml.Addresses(Parse(html)));

    [Fact]
    public void A_page_that_has_no_such_name_leaves_an_address_that_is_found()
    {
        // Act
        var known = Render("/Complaints/Move");
        var unknown = Render("/Complaints/Moove");

        // Assert
        Assert.Empty(AssertHtml.Addresses(Parse(known)));
        Assert.Contains("hx-post=\"/complaints/SLRT-1/move\"", known, StringComparison.Ordinal);
        Assert.Single(AssertHtml.Addresses(Parse(unknown)));
    }

    private static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    /// <summary>The package's own helper, on a form as our pages write it.</summary>
    private string Render(string page)
    {
        using var scope = site.Services.CreateScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        http.SetEndpoint(site.Services.GetRequiredService<EndpointDataSource>().Endpoints[0]);
        var view = new ViewContext
        {
            HttpContext = http,
            RouteData = new RouteData(),
            ActionDescriptor = new Microsoft.AspNetCore.Mvc.Abstractions.ActionDescriptor(),
        };
        var helper = new HtmxUrlTagHelper(scope.ServiceProvider.GetRequiredService<IHtmlGenerator>())
        {
            Page = page,
            RouteValues = new Dictionary<string, string> { ["reference"] = "SLRT-1" },
            ViewContext = view,
        };
        var output = new TagHelperOutput("form", [.. Verb], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        helper.Process(new TagHelperContext([.. Verb], new Dictionary<object, object>(), "x"), output);
        using var text = new StringWriter();
        output.WriteTo(text, System.Text.Encodings.Web.HtmlEncoder.Default);
        return text.ToString();
    }
}
