using System.Globalization;

namespace SlrtBot.Bench;

/// <summary>As many conversations as wanted, each answering every reply at once: the highest rate that is held.</summary>
internal static class TurnsBench
{
    public static async Task<Findings> RunAsync(BenchOptions options, Place place)
    {
        await using var api = await BotApi.StartAsync(options.ApiDelay);
        await using var program = new BotProcess(place, api);
        await program.StartAsync();
        using var webhook = new Webhook(program.Address);
        await CrowdAsync(new Crowd(api, webhook), options.Conversations, options.WarmUp);

        var crowd = new Crowd(api, webhook);
        var load = new Load(program);
        await CrowdAsync(crowd, options.Conversations, TimeSpan.FromSeconds(options.Seconds));
        var rate = crowd.Replied.Count / load.Seconds;
        return new Findings(
            $"{options.Conversations} conversations at once, API answers after {options.ApiDelay.TotalMilliseconds} ms",
            [
                ("full turns per second", rate.ToString("F0", CultureInfo.InvariantCulture)),
                ("acknowledged p50 / p95 / p99", crowd.Acknowledged.ToString()),
                ("replied p50 / p95 / p99", crowd.Replied.ToString()),
                .. load.Lines(crowd.Replied.Count),
                ("not answered", crowd.Unanswered),
            ],
            crowd.Holds);
    }

    private static async Task CrowdAsync(Crowd crowd, int conversations, TimeSpan time)
    {
        using var timeUp = new CancellationTokenSource(time);
        await Task.WhenAll(Enumerable.Range(0, conversations).Select(_ => crowd.LodgeUntilAsync(timeUp.Token)));
    }
}
