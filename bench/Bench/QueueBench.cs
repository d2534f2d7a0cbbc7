using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace SlrtBot.Bench;

/// <summary>The page that staff look at all day, over a large table.</summary>
internal static class QueueBench
{
    private static readonly string[] Pages = ["/queue", "/queue?p=3", "/queue?view=settled", "/queue?Category=K1", "/queue?view=overdue"];

    public static async Task<Findings> RunAsync(BenchOptions options, Place place)
    {
        await using var program = new BotProcess(place, null);
        var filled = await program.VerbAsync(
            null, "demo-data", "--environment=Development", "--no-accounts", "--complaints", options.Complaints.ToString(CultureInfo.InvariantCulture));
        await Desk.HireAsync(program);
        await program.StartAsync();
        using var http = await Desk.SignInAsync(program.Address);
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
}
