using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using SlrtBot.Host.Tests.HouseRules;

namespace SlrtBot.Host.Tests.Trust;

/// <summary>
/// What channels send, as recorded, each spoilt in one to three ways: types swapped, fields gone or doubled, numbers
/// without end, depths, lone surrogates, broken bytes. One that does harm is shrunk, and told with its seed.
/// </summary>
internal static class SpoiltBodies
{
    private const int People = 400;

    /// <summary>Of so many that some come twice.</summary>
    private const int Numbers = 100_000;

    /// <summary>Written raw into the JSON, so that they may be what no writer would write.</summary>
    private static readonly string[] Values =
    [
        "null", "true", "0", "-1", "1e400", "9223372036854775808", "-9223372036854775808", "4503599627370495", "1.5", "\"\"", "\"text\"",
        "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\u0000\"", "\"\\u202e\\u200b\"", "\"=cmd|' /C calc'!A0\"", "\"<script>alert(1)</script>\"",
        "[]", "{}", "[[[[[[]]]]]]", "{\"id\":{}}", "[null]", "{\"id\":7311954208,\"type\":\"private\"}",
    ];

    /// <summary>Where, in which way, by what, and how long.</summary>
    private static Gen<(int At, int Way, string Value, int Length)[]> Spots(int longest) =>
        Gen.Select(Gen.Int[0, 100_000], Gen.Int[0, 7], Gen.OneOf(Values), Gen.Int[1, longest]).Array[1, 3];

    /// <summary>Of Telegram, for its webhook.</summary>
    /// <param name="longest">Characters of what is put in place of a text.</param>
    public static Gen<byte[]> Updates(int longest = 200_000) => Of("Telegram", "update", longest, (update, number, person) =>
    {
        update["update_id"] = 910_000_000 + number;
        if (longest < 200_000)
        {
            Rename(update, "7123456789", $"{8_000_000_000 + person}");
        }
    });

    /// <summary>Of channels of the Bot Connector.</summary>
    public static Gen<byte[]> Activities(string serviceUrl, int longest) => Of("BotFramework", "activity", longest, (activity, number, person) =>
    {
        activity["id"] = $"activity-{number}";
        activity["serviceUrl"] = serviceUrl;
        activity["conversation"]!["id"] = $"conversation-{person}";
    });

    private static Gen<byte[]> Of(string folder, string part, int longest, Action<JsonObject, int, int> number)
    {
        string[] samples =
        [
            .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests/Bot.Tests", folder, "Samples"), "*.json").Order(StringComparer.Ordinal)
                .Select(path => JsonNode.Parse(File.ReadAllText(path))![part]!.ToJsonString()),
        ];
        return Gen.Select(
            Gen.OneOf(samples), Gen.Int[0, Numbers], Gen.Int[0, People - 1], Spots(longest), Gen.Int[0, 29], Gen.Int[0, 100_000],
            (sample, count, person, spots, breaking, at) =>
            {
                var body = JsonNode.Parse(sample)!.AsObject();
                number(body, count, person);
                var holes = new List<string>();
                foreach (var spot in spots)
                {
                    SpoilOne(body, spot, holes);
                }

                var text = body.ToJsonString();
                for (var i = 0; i < holes.Count; i++)
                {
                    text = text.Replace($"\"@hole{i}@\"", holes[i], StringComparison.Ordinal);
                }

                return Break(Encoding.UTF8.GetBytes(text), breaking, at);
            });
    }

    private static void SpoilOne(JsonObject body, (int At, int Way, string Value, int Length) spot, List<string> holes)
    {
        if (Fields(body).ToList() is not { Count: > 0 } fields)
        {
            return;
        }

        var (parent, name) = fields[spot.At % fields.Count];
        switch (spot.Way)
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
                parent[name] = Hole(holes, $"\"{new string('a', spot.Length)}\"");
                break;
            case 4:
                parent[name] = Hole(holes, string.Concat(Enumerable.Repeat("{\"a\":", 60)) + "1" + new string('}', 60));
                break;
            default:
                parent[name] = Hole(holes, spot.Value);
                break;
        }
    }

    /// <summary>One in ten is no JSON any more.</summary>
    private static byte[] Break(byte[] bytes, int breaking, int at)
    {
        switch (breaking)
        {
            case 0:
                return bytes[..(bytes.Length / 2)];
            case 1:
                bytes[at % bytes.Length] = 0xFF;
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
}
