using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SlrtBot.TestKit.FakeTelegram;
using Xunit;

namespace SlrtBot.Bot.Tests.Telegram;

/// <summary>
/// What the bot says to the Bot API, one call a line: the method, and its body with sorted keys, so that only the
/// meaning counts and not how a library writes it. Compared with a file of Recorded/; where the two differ, what came is
/// written beside the copy in the output folder.
/// </summary>
internal sealed class WireRecord
{
    private static readonly JsonSerializerOptions Legible = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Words of the catalogues and random tokens: they may change without the wire changing.</summary>
    private static readonly Dictionary<string, string> Varying = new()
    {
        ["text"] = "words", ["description"] = "words", ["short_description"] = "words", ["command"] = "words",
        ["style"] = "look", ["callback_data"] = "token", ["callback_query_id"] = "id", ["message_id"] = "id", ["offset"] = "n", ["length"] = "n",
    };

    private readonly List<string> _lines = [];

    public WireRecord(FakeTelegramServer server, bool shapesOnly = false) => server.OnCall = (method, body) =>
    {
        var node = Sorted(shapesOnly ? Shape(body)! : body);
        lock (_lines)
        {
            _lines.Add($"{method} {node.ToJsonString(Legible)}");
        }
    };

    /// <summary>A line that is no call: what is done next, or what came of the last.</summary>
    public void Note(string line)
    {
        lock (_lines)
        {
            _lines.Add(line.TrimEnd());
        }
    }

    /// <param name="distinct">Each line once and sorted, where calls overtake each other.</param>
    public void IsAsRecorded(string name, bool distinct = false)
    {
        List<string> came;
        lock (_lines)
        {
            came = distinct ? [.. _lines.Distinct().Order(StringComparer.Ordinal)] : [.. _lines];
        }

        var folder = Path.Combine(AppContext.BaseDirectory, "Telegram", "Recorded");
        Directory.CreateDirectory(folder);
        var recorded = Path.Combine(folder, name + ".txt");
        File.WriteAllLines(Path.Combine(folder, name + ".came"), came);
        Assert.Equal(File.Exists(recorded) ? File.ReadAllLines(recorded) : [], came);
    }

    private static JsonNode Sorted(JsonNode node) => node switch
    {
        JsonObject o => new JsonObject(o.OrderBy(p => p.Key, StringComparer.Ordinal)
            .Select(p => KeyValuePair.Create(p.Key, p.Value is null ? null : Sorted(p.Value)))),
        JsonArray a => new JsonArray([.. a.Select(e => e is null ? null : Sorted(e))]),
        _ => node.DeepClone(),
    };

    /// <summary>The same without what varies: of a list, or of rows of buttons, each kind of element once.</summary>
    private static JsonNode? Shape(JsonNode? node) => node switch
    {
        JsonObject o => new JsonObject(o.Select(p => KeyValuePair.Create(
            p.Key, Varying.TryGetValue(p.Key, out var stand) ? JsonValue.Create(stand) : Shape(p.Value)))),
        JsonArray a => new JsonArray([.. a.SelectMany(e => e is JsonArray row ? row.AsEnumerable() : [e])
            .Select(Shape).OfType<JsonNode>().Select(Sorted).DistinctBy(e => e.ToJsonString()).OrderBy(e => e.ToJsonString(), StringComparer.Ordinal)]),
        _ => node?.DeepClone(),
    };
}
