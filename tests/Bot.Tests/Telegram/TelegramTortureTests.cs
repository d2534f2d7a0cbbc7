using System.Net;
using System.Text.Json.Nodes;
using CsCheck;
using SlrtBot.Core.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Telegram;

/// <summary>What the internet and a tired server do to a webhook.</summary>
public sealed class TelegramTortureTests
{
    private const string Surrogate = "\"@surrogate\"";
    private const string Huge = "\"@huge\"";

    private static readonly string[] Samples =
    [
        .. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Telegram", "Samples")).Order(StringComparer.Ordinal)
            .Select(path => JsonNode.Parse(File.ReadAllText(path))!["update"]!.ToJsonString()),
    ];

    /// <summary>JSON that stands where something else was expected.</summary>
    private static readonly Gen<string> Rubbish = Gen.OneOf(
        Gen.OneOf("null", "-1", "9223372036854775807", "1e17", "true", "[]", "{}", @"""\u0000""", Surrogate, Huge, """{"id":"x","type":5,"chat":{"id":7}}"""),
        Gen.Const(new string('[', 50) + new string(']', 50)),
        Gen.Int[0, 100_000].Select(length => $"\"{new string('a', length)}\""));

    /// <summary>A real update with one to three places spoilt; some cut off in the middle.</summary>
    private static readonly Gen<string> Spoilt = Gen.Select(
        Gen.OneOf(Samples), Gen.Int[1_000_000, int.MaxValue], Gen.Select(Gen.Int[0, 100_000], Rubbish).Array[1, 3], Gen.Int[0, 19], Gen.Int[0, 1000],
        (sample, id, changes, whole, cut) =>
        {
            var update = JsonNode.Parse(sample)!;
            update["update_id"] = id;
            foreach (var (at, rubbish) in changes)
            {
                // The number only now and then, so that most are messages of their own.
                var places = Places(update).Where(p => p.Name != "update_id" || at % 10 == 0).ToList();
                if (places.Count > 0)
                {
                    var (parent, name) = places[at % places.Count];
                    parent[name] = JsonNode.Parse(rubbish);
                }
            }

            var json = update.ToJsonString().Replace(Surrogate, @"""\ud800""", StringComparison.Ordinal).Replace(Huge, "1e400", StringComparison.Ordinal);
            return whole == 0 ? json[..(json.Length * cut / 1000)] : json;
        });

    [Fact]
    public async Task A_thousand_malformed_updates_harm_nobody()
    {
        // Arrange
        await using var host = await TelegramHost.WebhookAsync();

        // Act
        await Spoilt.SampleAsync(async body => Assert.Equal(HttpStatusCode.OK, await host.Telegram.Updates.PostAsync(body)), iter: 1000, threads: 8);
        var good = Enumerable.Range(1, 20).Select(i => host.Telegram.Phone(i)).ToList();
        await Task.WhenAll(good.Select(phone => phone.SaysAsync("masih di sana?")));
        await Task.WhenAll(good.Select(phone => phone.HearsAsync(m => m.Text == "masih di sana?")));
        await host.IsAtRestAsync();

        // Assert
        Assert.All(await host.InboxAsync(), message => Assert.Equal(InboundState.Done, message.State));
    }

    [Fact]
    public async Task Every_update_delivered_up_to_five_times_at_once_is_one_message()
    {
        // Arrange
        const int updates = 400;
        await using var host = await TelegramHost.WebhookAsync();
        var random = new Random(1);
        var phones = Enumerable.Range(1, 40).Select(i => host.Telegram.Phone(i)).ToList();
        var deliveries = Enumerable.Range(0, updates)
            .SelectMany(i => Enumerable.Repeat(Update(id: random.NextInt64(1, 1L << 40), chat: (i % 40) + 1, $"pesan {i}"), random.Next(1, 6)))
            .ToArray();
        random.Shuffle(deliveries);

        // Act
        var statuses = new List<HttpStatusCode>();
        foreach (var chunk in deliveries.Chunk(20))
        {
            statuses.AddRange(await Task.WhenAll(chunk.Select(host.Telegram.Updates.PostAsync)));
        }

        await Task.WhenAll(phones.Select(phone => phone.HearsAsync(10)));
        await host.IsAtRestAsync();

        // Assert
        Assert.All(statuses, status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.Equal(updates, (await host.InboxAsync()).Count);
        var heard = phones.SelectMany(phone => phone.Heard).Select(m => m.Text).ToList();
        Assert.Equal(updates, heard.Count);
        Assert.Equal(updates, heard.Distinct().Count());
    }

    private static string Update(long id, long chat, string text) =>
        $$$"""{"update_id":{{{id}}},"message":{"message_id":1,"date":1795320784,"chat":{"id":{{{chat}}},"type":"private"},"from":{"id":{{{chat}}},"first_name":"Siti"},"text":"{{{text}}}"}}""";

    private static IEnumerable<(JsonObject Parent, string Name)> Places(JsonNode? node) => node switch
    {
        JsonObject o => o.Select(p => (o, p.Key)).Concat(o.SelectMany(p => Places(p.Value))),
        JsonArray a => a.SelectMany(Places),
        _ => [],
    };
}
