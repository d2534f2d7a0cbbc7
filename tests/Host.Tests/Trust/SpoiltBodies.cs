using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using SlrtBot.Host.Tests.HouseRules;

namespace SlrtBot.Host.Tests.Trust;

/// <summary>
/// What channels send, as recorded, each spoilt in one to three ways: types swapped, fields gone or doubled, numbers
/// without end, depths, lone surrogates, broken bytes. The same seed gives the same bodies.
/// </summary>
internal sealed class SpoiltBodies : IEnumerable<byte[]>
{
    private const int People = 400;

    /// <summary>Written raw into the JSON, so that they may be what no writer would write.</summary>
    private static readonly string[] Values =
    [
        "null", "true", "0", "-1", "1e400", "9223372036854775808", "-9223372036854775808", "4503599627370495", "1.5", "\"\"", "\"text\"",
        "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\u0000\"", "\"\\u202e\\u200b\"", "\"=cmd|' /C calc'!A0\"", "\"<script>alert(1)</script>\"",
        "[]", "{}", "[[[[[[]]]]]]", "{\"id\":{}}", "[null]", "{\"id\":7311954208,\"type\":\"private\"}",
    ];

    private readonly Random _random;
    private readonly string[] _samples;
    private readonly Action<JsonObject, long, int> _number;
    private readonly int _longest;
    private long _count;

    private SpoiltBodies(int seed, string folder, string part, int longest, Action<JsonObject, long, int> number)
    {
        _random = new Random(seed);
        _samples = [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests/Bot.Tests", folder, "Samples"), "*.json").Order(StringComparer.Ordinal)
            .Select(path => JsonNode.Parse(File.ReadAllText(path))![part]!.ToJsonString())];
        _number = number;
        _longest = longest;
    }

    /// <summary>Of Telegram, for its webhook.</summary>
    /// <param name="longest">Characters of what is put in place of a text.</param>
    public static SpoiltBodies Updates(int seed, int longest = 200_000) => new(seed, "Telegram", "update", longest, (update, count, person) =>
    {
        update["update_id"] = 910_000_000 + count;
        if (longest < 200_000)
        {
            Rename(update, "7123456789", $"{8_000_000_000 + person}");
        }
    });

    /// <summary>Of channels of the Bot Connector.</summary>
    public static SpoiltBodies Activities(int seed, string serviceUrl, int longest) => new(seed, "BotFramework", "activity", longest, (activity, count, person) =>
    {
        activity["id"] = $"activity-{count}";
        activity["serviceUrl"] = serviceUrl;
        activity["conversation"]!["id"] = $"conversation-{person}";
    });

    public IEnumerator<byte[]> GetEnumerator()
    {
        while (true)
        {
            yield return Spoil();
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private byte[] Spoil()
    {
        var update = JsonNode.Parse(Pick(_samples))!.AsObject();
        _count += _random.Next(10) > 0 ? 1 : 0;
        _number(update, _count, _random.Next(People));
        var holes = new List<string>();
        for (var i = _random.Next(1, 4); i > 0; i--)
        {
            SpoilOne(update, holes);
        }

        var text = update.ToJsonString();
        for (var i = 0; i < holes.Count; i++)
        {
            text = text.Replace($"\"@hole{i}@\"", holes[i], StringComparison.Ordinal);
        }

        return Break(Encoding.UTF8.GetBytes(text));
    }

    private void SpoilOne(JsonObject update, List<string> holes)
    {
        if (Fields(update).ToList() is not { Count: > 0 } fields)
        {
            return;
        }

        var (parent, name) = Pick(fields);
        switch (_random.Next(8))
        {
            case 0:
                parent.Remove(name);
                break;
            case 1:
                parent[$"{name}_of_next_year"] = parent[name]?.DeepClone();
                parent.Remove(name);
                break;
            case 2:
                parent[name] = Hole(holes, $"{string.Concat(Enumerable.Repeat("[", 10_000))}{new string(']', 10_000)}");
                break;
            case 3:
                parent[name] = Hole(holes, $"\"{new string('a', _random.Next(1, _longest))}\"");
                break;
            case 4:
                parent[name] = Hole(holes, string.Concat(Enumerable.Repeat("{\"a\":", 60)) + "1" + new string('}', 60));
                break;
            default:
                parent[name] = Hole(holes, Pick(Values));
                break;
        }
    }

    /// <summary>One in ten is no JSON any more.</summary>
    private byte[] Break(byte[] bytes)
    {
        switch (_random.Next(30))
        {
            case 0:
                return bytes[..(bytes.Length / 2)];
            case 1:
                bytes[_random.Next(bytes.Length)] = 0xFF;
                return bytes;
            case 2:
                return [0xEF, 0xBB, 0xBF, .. bytes];
            default:
                return bytes;
        }
    }

    private static IEnumerable<(JsonObject Parent, string Name)> Fields(JsonObject of)
    {
        foreach (var (name, value) in of.ToList())
        {
            yield return (of, name);
            var children = value switch
            {
                JsonObject child => Fields(child),
                JsonArray list => list.OfType<JsonObject>().SelectMany(Fields),
                _ => [],
            };
            foreach (var field in children)
            {
                yield return field;
            }
        }
    }

    /// <summary>Many people, or everything would wait in one lane.</summary>
    private static void Rename(JsonObject update, string from, string to)
    {
        foreach (var (parent, name) in Fields(update).ToList())
        {
            if (parent[name]?.ToJsonString() == from)
            {
                parent[name] = long.Parse(to, CultureInfo.InvariantCulture);
            }
        }
    }

    private static JsonValue Hole(List<string> holes, string raw)
    {
        holes.Add(raw);
        return JsonValue.Create($"@hole{holes.Count - 1}@");
    }

    private T Pick<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];
}
