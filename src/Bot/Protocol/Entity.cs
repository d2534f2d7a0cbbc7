using System.Text.Json;
using System.Text.Json.Serialization;

namespace SlrtBot.Bot.Protocol;

/// <summary>A typed fact about an activity (schema.org style); what it says beyond its type stays as it came.</summary>
public sealed class Entity
{
    public string? Type { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }

    /// <summary>An entity that carries the fields of <paramref name="body"/> beside its type.</summary>
    public static Entity Of(string type, object body)
    {
        var fields = JsonSerializer.SerializeToElement(body, body.GetType(), ProtocolJson.Options);
        return new Entity
        {
            Type = type,
            Properties = fields.EnumerateObject().ToDictionary(f => f.Name, f => f.Value),
        };
    }

    /// <summary>The fields read as <typeparamref name="T"/>, or null where they have another shape.</summary>
    public T? GetAs<T>()
        where T : class
    {
        try
        {
            return ProtocolJson.Read<T>(JsonSerializer.SerializeToElement(this, ProtocolJson.Options));
        }
        catch (JsonException)
        {
            // Half of a letter.
            return null;
        }
    }
}
