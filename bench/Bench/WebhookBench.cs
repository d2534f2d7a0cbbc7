using System.Diagnostics;

namespace SlrtBot.Bench;

/// <summary>A steady stream of updates: how soon each is acknowledged, and how soon the reply is at the Bot API.</summary>
internal static class WebhookBench
{
    public static async Task<int> RunAsync(BenchOptions options, Place place, TextWriter output)
    {
        await using var api = await BotApi.StartAsync(options.ApiDelay);
        await using var program = new BotProcess(place, api);
        await program.StartAsync();
        using var webhook = new Webhook(program.Address);
        var warm = new Crowd(api, webhook);
        using (var warmedUp = new CancellationTokenSource(TimeSpan.FromSeconds(5)))
        {
            await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => warm.LodgeUntilAsync(warmedUp.Token)));
        }

        var crowd = new Crowd(api, webhook);
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

        await Task.WhenAll(turns);
        await output.WriteLineAsync(
            $"""
            {options.Database}, {options.Rate} updates a second for {options.Seconds} s, API answers after {options.ApiDelay.TotalMilliseconds} ms
              acknowledged  {crowd.Acknowledged}
              replied       {crowd.Replied}
              unanswered    {crowd.Unanswered} of {turns.Count} {crowd.Stuck}
            """);
        return crowd.Unanswered == 0 ? 0 : 1;
    }
}
