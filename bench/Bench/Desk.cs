using System.Net;
using System.Text.RegularExpressions;

namespace SlrtBot.Bench;

/// <summary>A member of staff with a browser.</summary>
internal static partial class Desk
{
    private const string Password = "mangga harum manis sekali";

    public static Task<string> HireAsync(BotProcess program) =>
        program.VerbAsync(Password, "staff", "add", "--user", "bench", "--role", "analyst", "--area", "32.04", "--sensitive");

    /// <summary>Of the first form on a page.</summary>
    private static string TokenOf(string html) => Token().Match(html).Groups[1].Value;

    /// <summary>As behind a proxy that speaks TLS: cookies of Production are for secure connections only.</summary>
    public static async Task<HttpClient> SignInAsync(Uri program)
    {
        var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, MaxConnectionsPerServer = 256 })
        {
            BaseAddress = program,
        };
        http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        using var form = await http.GetAsync(new Uri("/sign-in", UriKind.Relative));
        var html = await form.Content.ReadAsStringAsync();
        using var post = new HttpRequestMessage(HttpMethod.Post, new Uri("/sign-in", UriKind.Relative));
        post.Headers.Add("Cookie", Cookies(form));
        post.Content = new FormUrlEncodedContent(
        [
            new("UserName", "bench"), new("Password", Password), new("csrf", TokenOf(html)),
        ]);
        using var signedIn = await http.SendAsync(post);
        if (signedIn.StatusCode != HttpStatusCode.Redirect && signedIn.StatusCode != HttpStatusCode.SeeOther)
        {
            throw new InvalidOperationException($"Signing in was answered with {(int)signedIn.StatusCode}.");
        }

        http.DefaultRequestHeaders.Add("Cookie", Cookies(signedIn));
        return http;
    }

    /// <summary>The token of a page's forms, with the cookie that belongs to it kept for all that is sent from here on.</summary>
    public static async Task<string> TokenAsync(HttpClient http, string page)
    {
        using var answer = await http.GetAsync(new Uri(page, UriKind.Relative));
        if (answer.Headers.Contains("Set-Cookie"))
        {
            var before = string.Join("; ", http.DefaultRequestHeaders.GetValues("Cookie"));
            http.DefaultRequestHeaders.Remove("Cookie");
            http.DefaultRequestHeaders.Add("Cookie", $"{before}; {Cookies(answer)}");
        }

        return TokenOf(await answer.Content.ReadAsStringAsync());
    }

    private static string Cookies(HttpResponseMessage answer) =>
        string.Join("; ", answer.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]));

    [GeneratedRegex("name=\"csrf\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
