using System.Diagnostics;
using System.Globalization;

namespace SlrtBot.Bench;

/// <summary>As many conversations as wanted, each answering every reply at once: the highest rate that is held.</summary>
internal static class TurnsBench
{
    public static async Task<int> RunAsync(BenchOptions options, Place place, TextWriter output)
    {
        await using var api = await BotApi.StartAsync(options.ApiDelay);
        await using var program = new BotProcess(place, api);
        await program.StartAsync();
        using var webhook = new Webhook(program.Address);
        await CrowdAsync(new Crowd(api, webhook), options.Conversations, TimeSpan.FromSeconds(8));

        var crowd = new Crowd(api, webhook);
        var (begun, before, own) = (Stopwatch.GetTimestamp(), program.ProcessorTime, Environment.CpuUsage.TotalTime);
        await CrowdAsync(crowd, options.Conversations, TimeSpan.FromSeconds(options.Seconds));
        var seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        var (used, ours) = (program.ProcessorTime - before, Environment.CpuUsage.TotalTime - own);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"""
            {options.Database}, {options.Conversations} conversations, API answers after {options.ApiDelay.TotalMilliseconds} ms
              full turns    {crowd.Replied.Count / seconds:F0}/s ({crowd.Replied.Count} in {seconds:F1} s)
              acknowledged  {crowd.Acknowledged}
              replied       {crowd.Replied}
              processor     {used.TotalMicroseconds / crowd.Replied.Count:F0} us per turn in the program, {ours.TotalMicroseconds / crowd.Replied.Count:F0} us in this generator
              unanswered    {crowd.Unanswered} {crowd.Stuck}
            """));
        return crowd.Unanswered == 0 ? 0 : 1;
    }

    private static async Task CrowdAsync(Crowd crowd, int conversations, TimeSpan time)
    {
        using var timeUp = new CancellationTokenSource(time);
        await Task.WhenAll(Enumerable.Range(0, conversations).Select(_ => crowd.LodgeUntilAsync(timeUp.Token)));
    }
}
