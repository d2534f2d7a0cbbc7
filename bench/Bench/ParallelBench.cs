using System.Globalization;
using System.Text.RegularExpressions;

namespace SlrtBot.Bench;

/// <summary>
/// Many chats at once, every update sent twice, the second at any time and between other chats': each person gets one
/// complaint and the replies of somebody who was alone, and their story keeps its order.
/// </summary>
internal static partial class ParallelBench
{
    private static readonly string[] Story =
        ["ijazah anak saya ditahan sekolah", "sudah dua tahun belum bisa diambil", "bapaknya kuli bangunan dan tidak ada biaya"];

    public static async Task<Findings> RunAsync(BenchOptions options, Place place)
    {
        await using var api = await BotApi.StartAsync(options.ApiDelay);
        await using var program = new BotProcess(place, api);
        await program.StartAsync();
        using var webhook = new Webhook(program.Address);
        var first = new Resident(7_000_000_000);
        await LodgeAsync(api, webhook, first, twice: false, []);
        var alone = Told(first);

        var residents = Enumerable.Range(1, options.Conversations).Select(i => new Resident(7_000_000_000 + i)).ToList();
        var again = new List<Task>();
        var finished = await Task.WhenAll(residents.Select(r => LodgeAsync(api, webhook, r, twice: true, again)));
        await Task.WhenAll(again);
        await Task.Delay(TimeSpan.FromSeconds(2));

        var complaints = await place.CountAsync("select count(*) from complaint") - 1;
        var people = await place.CountAsync("select count(distinct conversation_id) from complaint") - 1;
        var same = residents.Count(r => Told(r).SequenceEqual(alone));
        var stories = (await place.StoriesAsync()).Count(s => s == string.Join('\n', Story)) - 1;
        return new Findings(
            $"{residents.Count} conversations at once, {again.Count} updates sent twice and shuffled",
            [
                ("conversations that were finished", Text(finished.Count(f => f))),
                ("complaints", Text(complaints)),
                ("people who have one", Text(people)),
                ("conversations with the expected sentences in the expected order", Text(same)),
                ("stories in the order they were told", Text(stories)),
            ],
            new long[] { finished.Count(f => f), complaints, people, same, stories }.All(n => n == residents.Count));

        static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
    }

    private static async Task<bool> LodgeAsync(BotApi api, Webhook webhook, Resident resident, bool twice, List<Task> again)
    {
        api.Add(resident);
        var chance = new Random((int)(resident.Id % int.MaxValue));
        foreach (var line in Line.Complaint)
        {
            var heard = resident.WaitFor(line.Hears);
            foreach (var words in line.Hears == "Selesai bercerita" ? Story : [line.Says])
            {
                var update = webhook.Says(resident, words);
                var second = !twice ? Task.CompletedTask : LaterAsync(webhook, update, chance.Next(400));
                lock (again)
                {
                    again.Add(second);
                }

                if (!await webhook.PostAsync(update))
                {
                    return false;
                }
            }

            // The story's three messages get three answers; the person reads them all before going on.
            if (!await Resident.HasHeardAsync(heard, Crowd.Patience) || !await HasReadAsync(resident, line))
            {
                return false;
            }
        }

        return true;
    }

    private static async Task LaterAsync(Webhook webhook, byte[] update, int milliseconds)
    {
        if (milliseconds > 100)
        {
            await Task.Delay(milliseconds);
        }

        await webhook.PostAsync(update);
    }

    private static async Task<bool> HasReadAsync(Resident resident, Line line)
    {
        for (var tries = 0; line.Hears == "Selesai bercerita" && resident.Heard.Count(h => h.Contains(line.Hears, StringComparison.Ordinal)) < Story.Length; tries++)
        {
            if (tries == 500)
            {
                return false;
            }

            await Task.Delay(10);
        }

        return true;
    }

    /// <summary>What was heard, without the complaint's own number.</summary>
    private static List<string> Told(Resident resident) => [.. resident.Heard.Select(h => Reference().Replace(h, "SLRT-…"))];

    [GeneratedRegex("SLRT-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]")]
    private static partial Regex Reference();
}
