using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace SlrtBot.Console.Tests.Site;

/// <summary>One person's browser: cookies, forms as they stand on the page, and the script's headers where asked for.</summary>
public sealed class Browser(HttpClient http)
{
    /// <summary>How the fields of products begin.</summary>
    private const string Product = "p.";

    public HttpClient Http => http;

    public async Task<Answer> GetAsync(string path, bool fragment = false, string? target = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        Ask(request, fragment, path, target);
        return await SendAsync(request);
    }

    /// <summary>Sends the page's own form, with its hidden fields, and these in the place of what stands in it.</summary>
    public async Task<Answer> SubmitAsync(Answer page, string form, bool fragment = false, params (string Name, string Value)[] fields)
    {
        var found = page.One<IHtmlFormElement>(form);
        var values = found.Elements.OfType<IHtmlInputElement>().Where(i => i.Name is not null && i.Type is not "checkbox")
            .Select(i => (Name: i.Name!, Value: i.Value ?? string.Empty))
            .Concat(found.Elements.OfType<IHtmlTextAreaElement>().Select(t => (Name: t.Name!, t.Value)))
            .Concat(found.Elements.OfType<IHtmlSelectElement>().Select(s => (Name: s.Name!, Value: s.Value ?? string.Empty)))
            .Where(v => fields.All(f => f.Name != v.Name));
        values = values.Select(v => v.Name.StartsWith(Product, StringComparison.Ordinal) && v.Value.Length == 0 ? v with { Value = Usual(found, v.Name) } : v)
            .Concat(Ticks(found).Where(v => fields.All(f => f.Name != v.Name)));
        var action = found.GetAttribute("action") is { Length: > 0 } to ? to : page.Path;
        return await PostAsync(action, fragment, [.. values, .. fields]);
    }

    /// <summary>What a step wants written down, where a test says nothing of it: the first choice, or some words.</summary>
    private static string Usual(IHtmlFormElement form, string name) => form.QuerySelector($"[name='{name}'][required]") switch
    {
        IHtmlSelectElement choice => choice.Options[1].Value,
        null => "",
        _ => "Sesuai keterangan warga.",
    };

    /// <summary>The first tick of each list of ticks.</summary>
    private static IEnumerable<(string Name, string Value)> Ticks(IHtmlFormElement form) => form.Elements.OfType<IHtmlInputElement>()
        .Where(i => i.Type == "checkbox" && i.Name?.StartsWith(Product, StringComparison.Ordinal) == true).DistinctBy(i => i.Name).Select(i => (i.Name!, i.Value ?? ""));

    public Task<Answer> PostAsync(string path, bool fragment, params (string Name, string Value)[] fields) => PostAsync(path, fragment, "main#main", fields);

    public async Task<Answer> PostAsync(string path, bool fragment, string target, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))),
        };
        Ask(request, fragment, path, target);
        return await SendAsync(request);
    }

    /// <summary>A form with one file.</summary>
    public async Task<Answer> PostFileAsync(string path, IEnumerable<(string Name, string Value)> fields, (string Name, byte[] Bytes) file)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            content.Add(new StringContent(value), name);
        }

        content.Add(new ByteArrayContent(file.Bytes), file.Name, "IMG_0001.jpg");
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        Ask(request, false, path, null);
        return await SendAsync(request);
    }

    public async Task<Answer> SignInAsync(string userName, string password)
    {
        var page = await GetAsync("/sign-in");
        return await SubmitAsync(page, "main form", fields: [("UserName", userName), ("Password", password)]);
    }

    private static void Ask(HttpRequestMessage request, bool fragment, string path, string? target)
    {
        request.Headers.Add("Accept", "text/html");
        if (fragment)
        {
            request.Headers.Add("HX-Request", "true");
            request.Headers.Add("HX-Request-Type", "partial");
            request.Headers.Add("HX-Current-URL", "https://localhost" + path);
            request.Headers.Add("HX-Target", target ?? "main#main");
        }
    }

    private async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        var response = await http.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        var document = (IHtmlDocument)await BrowsingContext.New(Configuration.Default).OpenAsync(r => r.Content(body));
        return new Answer((int)response.StatusCode, request.RequestUri!.OriginalString, document, response, body);
    }
}

public sealed record Answer(int Status, string Path, IHtmlDocument Document, HttpResponseMessage Response, string Body)
{
    public string? Location => Response.Headers.Location?.OriginalString;

    public T One<T>(string selector)
        where T : class, IElement =>
        Document.QuerySelector(selector) as T ?? throw new InvalidOperationException($"{Status} {Path} has no {selector}:\n{Body}");

    public IElement One(string selector) => One<IElement>(selector);

    public string Text(string selector) => One(selector).TextContent.Trim();

    public IReadOnlyList<string> Texts(string selector) => [.. Document.QuerySelectorAll(selector).Select(e => e.TextContent.Trim())];

    public string? Header(string name) =>
        Response.Headers.TryGetValues(name, out var values) || Response.Content.Headers.TryGetValues(name, out values)
            ? string.Join(", ", values)
            : null;
}
