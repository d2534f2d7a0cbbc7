using System.Text.Json;
using System.Text.Json.Serialization;

namespace SlrtBot.Bot.Protocol;

/// <summary>A file or a card that belongs to an activity.</summary>
public sealed class Attachment
{
    public string? ContentType { get; set; }

    /// <summary>
    /// Where the file lies: an https address, or <c>telegram:file/{file_id}</c> for a file that only the Bot API
    /// hands out.
    /// </summary>
    public string? ContentUrl { get; set; }

    /// <summary>A card, or of an incoming file its <see cref="MediaFacts"/>.</summary>
    public JsonElement? Content { get; set; }

    /// <summary>The sender's file name: untrusted, and often absent.</summary>
    public string? Name { get; set; }

    public string? ThumbnailUrl { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }

    public static Attachment Of(string contentType, object content) => new()
    {
        ContentType = contentType,
        Content = JsonSerializer.SerializeToElement(content, content.GetType(), ProtocolJson.Options),
    };

    /// <summary>The content read as <typeparamref name="T"/>, or null where it is absent or of another shape.</summary>
    public T? ContentAs<T>()
        where T : class
        => ProtocolJson.Read<T>(Content);
}

/// <summary>What a channel tells about a file before it is fetched.</summary>
/// <param name="Kind">One of <see cref="MediaKinds"/>.</param>
/// <param name="UniqueId">The same file sent again has the same one; absent where the channel has none.</param>
/// <param name="Bytes">The size as the channel states it.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Seconds">The length of a recording.</param>
public sealed record MediaFacts(
    string Kind,
    string? UniqueId = null,
    long? Bytes = null,
    int? Width = null,
    int? Height = null,
    int? Seconds = null);

public static class MediaKinds
{
    public const string Photo = "photo";
    public const string Document = "document";
    public const string Voice = "voice";
    public const string Audio = "audio";
    public const string Video = "video";
    public const string VideoNote = "videoNote";
    public const string Animation = "animation";
    public const string Sticker = "sticker";
}
