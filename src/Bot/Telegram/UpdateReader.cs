using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace SlrtBot.Bot.Telegram;

/// <summary>
/// One raw update as Telegram.Bot's type. The API adds kinds of things faster than bots are updated: what the library
/// cannot read is left out, field by field, and the rest of the message is read.
/// </summary>
internal static partial class UpdateReader
{
    private const int MostRepairs = 8;

    /// <summary>Null where too little can be read: then the envelope says whom to answer.</summary>
    public static Update? Read(ReadOnlySpan<byte> raw)
    {
        try
        {
            return JsonSerializer.Deserialize<Update>(raw, JsonBotAPI.Options);
        }
        catch (Exception failure)
        {
            return Repair(raw, failure);
        }
    }

    /// <remarks>Any exception, here and below: the library has more kinds than one for what a stranger sent.</remarks>
    private static Update? Repair(ReadOnlySpan<byte> raw, Exception failure)
    {
        try
        {
            var update = JsonNode.Parse(raw) as JsonObject;
            for (var i = 0; i < MostRepairs && update is not null && Drop(update, failure); i++)
            {
                try
                {
                    return update.Deserialize<Update>(JsonBotAPI.Options);
                }
                catch (Exception next)
                {
                    failure = next;
                }
            }
        }
        catch (Exception)
        {
            // No JSON, or a name twice: answered by what the envelope can still read.
        }

        return null;
    }

    private static bool Drop(JsonObject update, Exception failure) =>
        (failure is JsonException { Path: { } path } && DropField(update, path)) || DropUnreadable(update);

    /// <param name="path">As in <c>$.message.photo[1].file_id</c>.</param>
    private static bool DropField(JsonObject update, string path)
    {
        var steps = Step().Matches(path).Select(m => m.Groups["name"].Value + m.Groups["index"].Value).ToList();

        // Without its id a person or a chat would be number 0.
        if (steps is [_, .., "id"])
        {
            steps.RemoveAt(steps.Count - 1);
        }

        JsonNode? parent = update;
        foreach (var step in steps.SkipLast(1))
        {
            parent = parent switch
            {
                JsonObject o => o[step],
                JsonArray a when int.TryParse(step, out var i) && i < a.Count => a[i],
                _ => null,
            };
        }

        switch (parent)
        {
            case JsonObject o when steps.Count > 0:
                return o.Remove(steps[^1]);
            case JsonArray a when steps.Count > 0 && int.TryParse(steps[^1], out var i) && i < a.Count:
                a.RemoveAt(i);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Where no field is named, each is tried alone.</summary>
    private static bool DropUnreadable(JsonObject update)
    {
        var bad = update
            .Where(kind => kind.Value is JsonObject)
            .SelectMany(kind => ((JsonObject)kind.Value!).Select(field => (Kind: kind.Key, Field: field.Key, field.Value)))
            .Where(place => !CanRead(place.Kind, place.Field, place.Value))
            .ToList();
        return bad.Count > 0 && bad.All(place => ((JsonObject)update[place.Kind]!).Remove(place.Field));
    }

    private static bool CanRead(string kind, string field, JsonNode? value)
    {
        try
        {
            new JsonObject { [kind] = new JsonObject { [field] = value?.DeepClone() } }.Deserialize<Update>(JsonBotAPI.Options);
            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }

    [GeneratedRegex(@"\.(?<name>[^.\[]+)|\['(?<name>.+?)'\]|\[(?<index>[0-9]+)\]", RegexOptions.CultureInvariant)]
    private static partial Regex Step();
}
