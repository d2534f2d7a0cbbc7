using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace SlrtBot.Bot.Tests.WebChat;

/// <summary>
/// A browser without script: keeps cookies (also Secure ones, since tests speak plain http), fills in forms that are
/// on its page, and follows 303.
/// </summary>
public sealed class Browser(Uri site) : IDisposable
{
    private readonly HttpClient _http = new(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = site };

    public Dictionary<string, string> Cookies { get; } = new(StringComparer.Ordinal);

    public IHtmlDocument Page { get; private set; } = null!;

    public HttpResponseMessage Answer { get; private set; } = null!;

    public IReadOnlyList<string> Said(string side) => [.. Page.QuerySelectorAll($".m.{side} .t").Select(t => t.TextContent.Trim())];

    public Task OpenAsync(string path = "/chat") => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    public Task WriteAsync(string text) => SubmitAsync("#say", ("text", text));

    public Task PressAsync(string label)
    {
        var button = Page.QuerySelectorAll<IHtmlButtonElement>(".c button").Last(b => b.TextContent.Trim() == label);
        return SubmitAsync(button.Form!, button.Name is null ? [] : [(button.Name, button.Value)]);
    }

    public Task SubmitAsync(string form, params (string Name, string Value)[] filled) =>
        SubmitAsync(Page.QuerySelector<IHtmlFormElement>(form)!, filled);

    public Task AttachAsync(string text, params byte[][] photos)
    {
        var form = Page.QuerySelector<IHtmlFormElement>("#say")!;
        var body = new MultipartFormDataContent();
        foreach (var (name, value) in Fields(form, [("text", text)]))
        {
            body.Add(new StringContent(value), name);
        }

        foreach (var photo in photos)
        {
            body.Add(new ByteArrayContent(photo), "photo", "../../foto rumah.jpg");
        }

        return SendAsync(new HttpRequestMessage(HttpMethod.Post, "/chat") { Content = body });
    }

    public async Task SendAsync(HttpRequestMessage request, bool follow = true)
    {
        Answer = await RawAsync(request);
        Page = new HtmlParser().ParseDocument(await Answer.Content.ReadAsStringAsync());
        if (follow && Answer.StatusCode is HttpStatusCode.SeeOther or HttpStatusCode.Found)
        {
            await OpenAsync(Answer.Headers.Location!.OriginalString.Split('#')[0]);
        }
    }

    public async Task<HttpResponseMessage> RawAsync(
        HttpRequestMessage request, HttpCompletionOption until = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default)
    {
        if (Cookies.Count > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(c => $"{c.Key}={c.Value}")));
        }

        var answer = await _http.SendAsync(request, until, cancellationToken);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            var (name, value) = (cookie.Split('=')[0], cookie.Split('=', 2)[1].Split(';')[0]);
            if (value.Length == 0)
            {
                Cookies.Remove(name);
            }
            else
            {
                Cookies[name] = value;
            }
        }

        return answer;
    }

    public void Dispose() => _http.Dispose();

    private Task SubmitAsync(IHtmlFormElement form, (string Name, string Value)[] filled) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, form.GetAttribute("action")!.Split('#')[0])
        {
            Content = new FormUrlEncodedContent(Fields(form, filled)),
        });

    public static Dictionary<string, string> Fields(IHtmlFormElement form, (string Name, string Value)[] filled)
    {
        var fields = form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").ToDictionary(i => i.Name!, i => i.Value, StringComparer.Ordinal);
        foreach (var (name, value) in filled)
        {
            fields[name] = value;
        }

        return fields;
    }
}
