using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace SlrtBot.Host.Tests.Trust;

/// <summary>A browser without scripts: keeps cookies, fills in the forms that a page shows, and follows redirects.</summary>
internal sealed class StaffBrowser(HttpClient http)
{
    public const string Password = "Delapan-Gajah-Menari";

    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);

    public IHtmlDocument Page { get; private set; } = new HtmlParser().ParseDocument("");

    public HttpStatusCode Status { get; private set; }

    public string Path { get; private set; } = "";

    public async Task SignInAsync(string userName)
    {
        await OpenAsync("/sign-in");
        await SubmitAsync("form:has([name=UserName])", ("UserName", userName), ("Password", Password));
        if (Path.StartsWith("/sign-in", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"Not signed in: {Page.Body?.TextContent}");
        }
    }

    public Task OpenAsync(string path) => FollowAsync(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Fills in and sends the first form that fits; what is not named keeps the value that the page gave it.</summary>
    public async Task SubmitAsync(string form, params (string Name, string Value)[] filled)
    {
        var found = Page.QuerySelector(form) as IHtmlFormElement
            ?? throw new InvalidOperationException($"{Path} ({Status}) has no form {form}: {Page.Body?.TextContent}");
        var fields = FieldsOf(found);
        foreach (var (name, value) in filled)
        {
            fields[name] = value;
        }

        await FollowAsync(new HttpRequestMessage(HttpMethod.Post, ActionOf(found)) { Content = new FormUrlEncodedContent(fields) });
    }

    /// <summary>Registers the complaint of the page at hand, so that it is in review.</summary>
    public Task ReviewAsync() => SubmitAsync("form:has(input[name=Verb][value=review])", ("p.identity", "seen"), ("p.papers", "ktp"));

    /// <summary>Writes down what review and analysis has found.</summary>
    public async Task AnalyseAsync(string reference)
    {
        await OpenAsync($"/complaints/{reference}/analysis");
        await SubmitAsync("form:has([name='p.data'])", ("p.data", "not_checked"), ("p.needs", "food"), ("p.why", "Cukup dari keterangan."));
    }

    /// <summary>Sends as it is, with the cookies and nothing else; the page stays.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", _cookies.Select(c => $"{c.Key}={c.Value}")));
        var response = await http.SendAsync(request);
        foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            var (name, value) = (cookie.Split('=', 2)[0], cookie.Split('=', 2)[1].Split(';')[0]);
            _cookies[name] = value;
        }

        return response;
    }

    private async Task FollowAsync(HttpRequestMessage request)
    {
        for (var next = request; ;)
        {
            next.Headers.Accept.ParseAdd("text/html");
            using var response = await SendAsync(next);
            (Status, Path) = (response.StatusCode, new Uri(http.BaseAddress!, next.RequestUri!).PathAndQuery);
            if (response.Headers.Location is { } location)
            {
                next = new HttpRequestMessage(HttpMethod.Get, location);
                continue;
            }

            Page = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
            return;
        }
    }

    private string ActionOf(IHtmlFormElement form) => form.GetAttribute("action") is { Length: > 0 } action ? action : Path;

    private static Dictionary<string, string> FieldsOf(IHtmlFormElement form) => form
        .QuerySelectorAll("input[name], textarea[name], select[name]")
        .Where(f => f.GetAttribute("type") is not ("checkbox" or "radio") || f.HasAttribute("checked"))
        .GroupBy(f => f.GetAttribute("name")!)
        .ToDictionary(g => g.Key, g => ValueOf(g.First()), StringComparer.Ordinal);

    private static string ValueOf(IElement field) => field switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value ?? "",
        _ => "",
    };
}
