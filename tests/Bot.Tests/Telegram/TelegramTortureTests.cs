using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using SlrtBot.Core.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Telegram;

/// <summary>What the internet and a tired server do to a webhook.</summary>
public sealed class TelegramTortureTests
{
    private const int Malformed = 1000;

    [Fact]
    public async Task A_thousand_malformed_updates_harm_nobody()
    {
        // Arrange
        await using var host = await TelegramHost.WebhookAsync();
        var random = new Random(20261123);
        var samples = Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Telegram", "Samples")).Order(StringComparer.Ordinal)
            .Select(path => JsonNode.Parse(File.ReadAllText(path))!["update"]!.ToJsonString()).ToList();
        var bodies = Enumerable.Range(0, Malformed).Select(i => Mutated(samples[i % samples.Count], i, random)).ToList();

        // Act
        var statuses = new List<HttpStatusCode>();
        foreach (var chunk in bodies.Chunk(20))
        {
            statuses.AddRange(await Task.WhenAll(chunk.Select(host.Telegram.Updates.PostAsync)));
        }

        var good = Enumerable.Range(1, 20).Select(i => host.Telegram.Phone(i)).ToList();
        await Task.WhenAll(good.Select(phone => phone.SaysAsync("masih di sana?")));
        await Task.WhenAll(good.Select(phone => phone.HearsAsync(m => m.Text == "masih di sana?")));
        await host.IsAtRestAsync();

        // Assert
        Assert.All(statuses, status => Assert.Equal(HttpStatusCode.OK, status));
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

    /// <summary>A real update with one to three places spoilt; some cut off in the middle.</summary>
    private static string Mutated(string sample, int number, Random random)
    {
        var update = JsonNode.Parse(sample)!;
        update["update_id"] = 1_000_000 + number;
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var places = Places(update).Where(p => p.Name != "update_id" || random.Next(10) == 0).ToList();
            if (places.Count == 0)
            {
                break;
            }

            var (parent, name) = places[random.Next(places.Count)];
            parent[name] = Rubbish(random);
        }

        var json = update.ToJsonString().Replace("\"@surrogate\"", "\"\\ud800\"", StringComparison.Ordinal).Replace("\"@huge\"", "1e400", StringComparison.Ordinal);
        return random.Next(20) == 0 ? json[..random.Next(json.Length)] : json;
    }

    private static IEnumerable<(JsonObject Parent, string Name)> Places(JsonNode? node) => node switch
    {
        JsonObject o => o.Select(p => (o, p.Key)).Concat(o.SelectMany(p => Places(p.Value))),
        JsonArray a => a.SelectMany(Places),
        _ => [],
    };

    private static JsonNode? Rubbish(Random random) => random.Next(13) switch
    {
        0 => null,
        1 => JsonValue.Create(random.NextDouble() * 1e18),
        2 => JsonValue.Create(-1),
        3 => JsonValue.Create(long.MaxValue),
        4 => JsonValue.Create("\0"),
        5 => JsonValue.Create("@surrogate"),
        6 => JsonValue.Create("@huge"),
        7 => JsonValue.Create(new string('a', random.Next(100_000))),
        8 => new JsonArray(),
        9 => new JsonObject(),
        10 => JsonNode.Parse(string.Concat(Enumerable.Repeat("[", 50)) + new string(']', 50)),
        11 => JsonSerializer.SerializeToNode(new { id = "x", type = 5, chat = new { id = 7 } }),
        _ => JsonValue.Create(true),
    };
}
