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
    public static string TokenOf(string html) => Token().Match(html).Groups[1].Value;

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

    private static string Cookies(HttpResponseMessage answer) =>
        string.Join("; ", answer.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]));

    [GeneratedRegex("name=\"csrf\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
