using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SlrtBot.Bot.Protocol;

/// <summary>
/// A body from outside as the type that our side knows. Channels and their clients add and bend fields faster than types
/// follow: what cannot be read is left out, field by field, and counted, and the person's words are read.
/// </summary>
/// <param name="options">By which <typeparamref name="T"/> is read.</param>
/// <param name="channel">The channel's code, for the count.</param>
/// <param name="depth">How deep the fields lie that may be left out whole: 1 for the body's own, 2 for those of the things in it.</param>
internal sealed partial class LenientReader<T>(JsonSerializerOptions options, string channel, int depth)
    where T : class
{
    private const int MostRepairs = 8;
    private const string UnknownField = "other";

    /// <summary>Null where too little can be read.</summary>
    public T? Read(ReadOnlySpan<byte> raw)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(raw, options);
        }
        catch (Exception failure)
        {
            return Repair(raw, failure);
        }
    }

    /// <remarks>Any exception, here and below: libraries have more kinds than one for what a stranger sent.</remarks>
    private T? Repair(ReadOnlySpan<byte> raw, Exception failure)
    {
        try
        {
            if (JsonNode.Parse(raw) is not JsonObject body)
            {
                return null;
            }

            for (var i = 0; i < MostRepairs && (DropNamed(body, failure) || DropUnreadable(body)); i++)
            {
                if (TryRead(body, out var read, out failure))
                {
                    return read;
                }
            }

            return DropUnreadable(body) && TryRead(body, out var rest, out _) ? rest : null;
        }
        catch (Exception)
        {
            // No JSON, or a name twice: answered by what the envelope can still read.
            return null;
        }
    }

    private bool TryRead(JsonObject body, out T? read, out Exception failure)
    {
        try
        {
            (read, failure) = (body.Deserialize<T>(options), null!);
            return true;
        }
        catch (Exception next)
        {
            (read, failure) = (null, next);
            return false;
        }
    }

    /// <remarks>A path is as in <c>$.message.photo[1].file_id</c>.</remarks>
    private bool DropNamed(JsonObject body, Exception failure)
    {
        if (failure is not JsonException { Path: { } path })
        {
            return false;
        }

        var steps = Step().Matches(path).Select(m => m.Groups["name"].Value + m.Groups["index"].Value).ToList();

        // Without its id a person or a chat would be number 0.
        if (steps is [_, .., "id"])
        {
            steps.RemoveAt(steps.Count - 1);
        }

        JsonNode? parent = body;
        foreach (var step in steps.SkipLast(1))
        {
            parent = parent switch
            {
                JsonObject o => o[step],
                JsonArray a when int.TryParse(step, out var i) && i < a.Count => a[i],
                _ => null,
            };
        }

        return steps.Count > 0 && Remove(parent, steps[^1]) && Count(steps);
    }

    private static bool Remove(JsonNode? parent, string step)
    {
        switch (parent)
        {
            case JsonObject o:
                return o.Remove(step);
            case JsonArray a when int.TryParse(step, out var i) && i < a.Count:
                a.RemoveAt(i);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Where no field is named, each is tried alone.</summary>
    private bool DropUnreadable(JsonObject body)
    {
        var bad = Fields(body, depth).Where(field => !CanRead(field.Path, field.Parent[field.Path[^1]])).ToList();
        return bad.Count > 0 && bad.All(field => field.Parent.Remove(field.Path[^1]) && Count(field.Path));
    }

    private static IEnumerable<(JsonObject Parent, List<string> Path)> Fields(JsonObject parent, int depth) => depth == 1
        ? parent.Select(field => (parent, new List<string> { field.Key }))
        : parent.Where(field => field.Value is JsonObject).SelectMany(
            field => Fields((JsonObject)field.Value!, depth - 1).Select(inner => (inner.Parent, new List<string> { field.Key }.Concat(inner.Path).ToList())));

    private bool CanRead(List<string> path, JsonNode? value) =>
        TryRead((JsonObject)path.AsEnumerable().Reverse().Aggregate(value?.DeepClone(), (inner, name) => new JsonObject { [name] = inner })!, out _, out _);

    /// <summary>Only names that the type has: any other is a stranger's word.</summary>
    private bool Count(List<string> path)
    {
        var (type, name) = (typeof(T), UnknownField);
        foreach (var step in path.Take(depth))
        {
            var property = options.GetTypeInfo(type).Properties.FirstOrDefault(p => p.Name == step && !p.IsExtensionData);
            (type, name) = property is null ? (typeof(object), UnknownField) : (property.PropertyType, step);
        }

        ProtocolMeter.CountLeftOut(channel, name);
        return true;
    }

    [GeneratedRegex(@"\.(?<name>[^.\[]+)|\['(?<name>.+?)'\]|\[(?<index>[0-9]+)\]", RegexOptions.CultureInvariant)]
    private static partial Regex Step();
}
