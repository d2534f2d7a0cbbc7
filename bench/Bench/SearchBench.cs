using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace SlrtBot.Bench;

/// <summary>What staff search for, one after the other, as somebody does who stands at a counter.</summary>
internal static partial class SearchBench
{
    public static async Task<Findings> RunAsync(BenchOptions options, Place place)
    {
        await using var program = new BotProcess(place, null);
        var filled = await program.VerbAsync(
            null, "demo-data", "--environment=Development", "--no-accounts", "--complaints", options.Complaints.ToString(CultureInfo.InvariantCulture));
        await Desk.HireAsync(program);
        await program.StartAsync();
        using var http = await Desk.SignInAsync(program.Address);
        var token = await Desk.TokenAsync(http, "/search");
        var (reference, phone) = await OneOfManyAsync(http);
        var lines = new List<(string, string)> { ("filling in", filled.Split('\n')[^1]) };
        var failed = 0;
        foreach (var (kind, typed, expected) in new[]
        {
            ("a frequent name", "siti", HttpStatusCode.OK), ("a whole name, spelt otherwise", "sitti rohmah", HttpStatusCode.OK),
            ("a word that stands in many stories", "beras", HttpStatusCode.OK), ("three words", "beras belum datang", HttpStatusCode.OK),
            ("a reference", reference, HttpStatusCode.SeeOther), ("a phone", phone, HttpStatusCode.OK), ("the end of a NIK", "0012", HttpStatusCode.OK),
            ("a name that nobody has", "qwertzuiop", HttpStatusCode.OK),
        })
        {
            await LoadAsync(http, token, typed, expected, options.Connections, options.WarmUp, new Times());
            var times = new Times();
            var load = new Load(program);
            failed += await LoadAsync(http, token, typed, expected, options.Connections, TimeSpan.FromSeconds(options.Seconds), times);
            var rate = (times.Count / load.Seconds).ToString("F0", CultureInfo.InvariantCulture);
            lines.Add((kind, $"{rate}/s; {times}; {string.Join("; ", load.Lines(times.Count).Select(l => l.Found))}"));
        }

        return new Findings(
            $"{options.Complaints} complaints, {options.Connections} connections: searches/s; p50 / p95 / p99; processor time each, and cores used, by program / generator / others",
            lines,
            failed == 0);
    }

    private static async Task<int> LoadAsync(
        HttpClient http, string token, string typed, HttpStatusCode expected, int connections, TimeSpan time, Times times)
    {
        var failed = 0;
        var begun = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(async _ =>
        {
            while (Stopwatch.GetElapsedTime(begun) < time)
            {
                var asked = Stopwatch.GetTimestamp();
                using var form = new FormUrlEncodedContent([new("Q", typed), new("csrf", token)]);
                using var answer = await http.PostAsync(new Uri("/search", UriKind.Relative), form);
                await answer.Content.ReadAsByteArrayAsync();
                times.Add(Stopwatch.GetElapsedTime(asked));
                Interlocked.Add(ref failed, answer.StatusCode == expected ? 0 : 1);
            }
        }));
        return failed;
    }

    /// <summary>The first complaint of the queue that has a phone, as its page shows it.</summary>
    private static async Task<(string Reference, string Phone)> OneOfManyAsync(HttpClient http)
    {
        var queue = await http.GetStringAsync(new Uri("/queue", UriKind.Relative));
        foreach (Match found in Reference().Matches(queue))
        {
            var page = await http.GetStringAsync(new Uri($"/complaints/{found.Value}", UriKind.Relative));
            if (Phone().Match(page) is { Success: true } phone)
            {
                return (found.Value, phone.Value);
            }
        }

        throw new InvalidOperationException("No complaint of the queue's first page has a phone.");
    }

    [GeneratedRegex("SLRT-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]")]
    private static partial Regex Reference();

    [GeneratedRegex(@"08\d\d-\d{4}-\d{1,5}")]
    private static partial Regex Phone();
}
