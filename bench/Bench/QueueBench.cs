using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace SlrtBot.Bench;

/// <summary>The page that staff look at all day, over a large table.</summary>
internal static partial class QueueBench
{
    private const string Password = "mangga harum manis sekali";

    private static readonly string[] Pages = ["/queue", "/queue?p=3", "/queue?view=settled", "/queue?Category=K1", "/queue?view=overdue"];

    public static async Task<Findings> RunAsync(BenchOptions options, Place place)
    {
        await using var program = new BotProcess(place, null);
        var filled = await program.VerbAsync(
            null, "demo-data", "--environment=Development", "--no-accounts", "--complaints", options.Complaints.ToString(CultureInfo.InvariantCulture));
        await program.VerbAsync(Password, "staff", "add", "--user", "bench", "--role", "analyst", "--area", "32.04", "--sensitive");
        await program.StartAsync();
        using var http = await SignInAsync(program.Address);
        var lines = new List<(string, string)> { ("filling in", filled.Split('\n')[^1]) };
        var failed = 0;
        foreach (var page in Pages)
        {
            await LoadAsync(http, page, options.Connections, options.WarmUp, new Times());
            var times = new Times();
            var load = new Load(program);
            failed += await LoadAsync(http, page, options.Connections, TimeSpan.FromSeconds(options.Seconds), times);
            var rate = (times.Count / load.Seconds).ToString("F0", CultureInfo.InvariantCulture);
            lines.Add(($"`{page}`", $"{rate}/s; {times}; {string.Join("; ", load.Lines(times.Count).Select(l => l.Found))}"));
        }

        return new Findings(
            $"{options.Complaints} complaints, {options.Connections} connections: requests/s; p50 / p95 / p99; processor time each, and cores used, by program / generator / others",
            lines,
            failed == 0);
    }

    private static async Task<int> LoadAsync(HttpClient http, string page, int connections, TimeSpan time, Times times)
    {
        var failed = 0;
        var begun = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(async _ =>
        {
            while (Stopwatch.GetElapsedTime(begun) < time)
            {
                var asked = Stopwatch.GetTimestamp();
                using var answer = await http.GetAsync(new Uri(page, UriKind.Relative));
                await answer.Content.ReadAsByteArrayAsync();
                times.Add(Stopwatch.GetElapsedTime(asked));
                Interlocked.Add(ref failed, answer.StatusCode == HttpStatusCode.OK ? 0 : 1);
            }
        }));
        return failed;
    }

    /// <summary>As behind a proxy that speaks TLS: cookies of Production are for secure connections only.</summary>
    private static async Task<HttpClient> SignInAsync(Uri program)
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
            new("UserName", "bench"), new("Password", Password), new("csrf", Token().Match(html).Groups[1].Value),
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
