using System.Diagnostics;

namespace SlrtBot.Bench;

/// <summary>A steady stream of updates: how soon each is acknowledged, and how soon the reply is at the Bot API.</summary>
internal static class WebhookBench
{
    public static async Task<Findings> RunAsync(BenchOptions options, Place place)
    {
        await using var api = await BotApi.StartAsync(options.ApiDelay);
        await using var program = new BotProcess(place, api);
        await program.StartAsync();
        using var webhook = new Webhook(program.Address);
        var warm = new Crowd(api, webhook);
        using (var warmedUp = new CancellationTokenSource(options.WarmUp))
        {
            await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => warm.LodgeUntilAsync(warmedUp.Token)));
        }

        var crowd = new Crowd(api, webhook);
        var load = new Load(program);
        var turns = await StreamAsync(crowd, options);
        await Task.WhenAll(turns);
        return new Findings(
            $"{options.Rate} updates a second for {options.Seconds} s, API answers after {options.ApiDelay.TotalMilliseconds} ms",
            [
                ("acknowledged p50 / p95 / p99", crowd.Acknowledged.ToString()),
                ("replied p50 / p95 / p99", crowd.Replied.ToString()),
                .. load.Lines(turns.Count),
                ("not answered", crowd.Unanswered),
            ],
            crowd.Holds);
    }

    private static async Task<List<Task>> StreamAsync(Crowd crowd, BenchOptions options)
    {
        var waiting = new Queue<(Resident Resident, int Next)>();
        var begun = Stopwatch.GetTimestamp();
        var turns = new List<Task>();
        for (var i = 0; i < options.Rate * options.Seconds; i++)
        {
            var due = TimeSpan.FromSeconds((double)i / options.Rate) - Stopwatch.GetElapsedTime(begun);
            if (due > TimeSpan.Zero)
            {
                await Task.Delay(due);
            }

            // Whoever has waited longest goes on, so that a chat is never asked twice at once.
            var (resident, next) = waiting.Count > options.Rate * 4 ? waiting.Dequeue() : (crowd.Enter(), 0);
            turns.Add(crowd.TurnAsync(resident, Line.Complaint[next]));
            if (next + 1 < Line.Complaint.Count)
            {
                waiting.Enqueue((resident, next + 1));
            }
        }

        return turns;
    }
}
