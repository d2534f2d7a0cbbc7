using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace SlrtBot.Bench;

/// <summary>
/// Kills the program under load and starts it again, over and over. Telegram repeats what was not acknowledged, and
/// holds back a chat's next message until then; whatever was acknowledged must have its effect, once.
/// </summary>
internal static class KillBench
{
    /// <summary>A message that was being sent at a kill is taken up when its lease is over.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(200);

    private static readonly TimeSpan UpBetweenKills = TimeSpan.FromSeconds(2);

    public static async Task<Findings> RunAsync(BenchOptions options, Place place)
    {
        await using var api = await BotApi.StartAsync(options.ApiDelay);
        await using var program = new BotProcess(place, api);
        await program.StartAsync();
        using var webhook = new Webhook(program.Address);
        var acknowledged = new ConcurrentBag<long>();
        var residents = new ConcurrentBag<Resident>();
        var (number, begun, over) = (7_000_000_000L, Stopwatch.GetTimestamp(), false);

        var unanswered = 0;
        var crowd = Enumerable.Range(0, options.Conversations).Select(_ => Task.Run(async () =>
        {
            while (!over)
            {
                var resident = new Resident(Interlocked.Increment(ref number));
                residents.Add(resident);
                api.Add(resident);
                Interlocked.Add(ref unanswered, await LodgeAsync(webhook, resident, acknowledged) ? 0 : 1);
            }
        })).ToList();
        var starting = TimeSpan.Zero;
        for (var kill = 0; kill < options.Kills; kill++)
        {
            await Task.Delay(UpBetweenKills);
            await program.KillAsync();
            var killed = Stopwatch.GetTimestamp();
            await program.StartAsync();
            starting += Stopwatch.GetElapsedTime(killed);
        }

        over = true;
        await Task.WhenAll(crowd);
        await Task.Delay(TimeSpan.FromSeconds(3));
        return await CountAsync(options, place, acknowledged, residents, unanswered, begun, starting);
    }

    private static async Task<bool> LodgeAsync(Webhook webhook, Resident resident, ConcurrentBag<long> acknowledged)
    {
        foreach (var line in Line.Complaint)
        {
            var heard = resident.WaitFor(line.Hears);
            var update = webhook.Says(resident, line.Says);
            for (var wait = 50; !await webhook.PostAsync(update); wait = Math.Min(wait * 2, 1000))
            {
                await Task.Delay(wait);
            }

            using var json = JsonDocument.Parse(update);
            acknowledged.Add(json.RootElement.GetProperty("update_id").GetInt64());
            if (!await Resident.HasHeardAsync(heard, Patience))
            {
                return false;
            }
        }

        return true;
    }

    private static async Task<Findings> CountAsync(
        BenchOptions options, Place place, ConcurrentBag<long> acknowledged, ConcurrentBag<Resident> residents,
        int unanswered, long begun, TimeSpan starting)
    {
        var stored = (await place.ListAsync("select update_key from inbound_message")).Select(Number).ToHashSet();
        var handled = (await place.ListAsync("select update_key from inbound_message where state = 'done'")).Select(Number).ToHashSet();
        var lost = acknowledged.Count(id => !stored.Contains(id) || !handled.Contains(id));
        var complaints = await place.CountAsync("select count(*) from complaint");
        var doubled = complaints - await place.CountAsync("select count(distinct conversation_id) from complaint");
        var receipts = residents.Count(r => r.Heard.Any(h => h.Contains("Laporan terkirim", StringComparison.Ordinal)));
        var twice = residents.Sum(r => r.Heard.Count - r.Heard.Distinct().Count());
        return new Findings(
            $"{options.Kills} kills under load, {options.Conversations} conversations at once",
            [
                ("updates acknowledged", Text($"{acknowledged.Count}")),
                ("acknowledged and not stored, or not handled", Text($"{lost}")),
                ("complaints, of people who have their number", Text($"{complaints} of {receipts}")),
                ("conversations with two complaints", Text($"{doubled}")),
                ("conversations that waited in vain", Text($"{unanswered}")),
                ("messages that phones saw twice", Text($"{twice} of {residents.Sum(r => r.Heard.Count)}")),
                ("back after a kill, on average", Text($"{starting.TotalSeconds / Math.Max(1, options.Kills):F1} s")),
                ("altogether", Text($"{Stopwatch.GetElapsedTime(begun).TotalSeconds:F0} s")),
            ],
            lost == 0 && doubled == 0 && unanswered == 0);

        static string Text(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
    }

    private static long Number(string updateKey) => long.Parse(updateKey.AsSpan(updateKey.IndexOf(':') + 1), CultureInfo.InvariantCulture);
}
