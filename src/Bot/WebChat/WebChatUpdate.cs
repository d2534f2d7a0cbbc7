using System.Text.Json;
using System.Text.Json.Serialization;

namespace SlrtBot.Bot.WebChat;

/// <summary>What the page sent, as it lies sealed in the inbox: one of text, press, start, place or photo.</summary>
public sealed record WebChatUpdate
{
    /// <summary>The form's id with a hash of what it carried: the same post again is the same update.</summary>
    public required string Id { get; init; }

    /// <summary>The hash of the cookie: the chat's address.</summary>
    public required string Address { get; init; }

    public required DateTime SentAt { get; init; }

    /// <summary>The page's language, for a conversation that does not have one yet.</summary>
    public string? Language { get; init; }

    public string? Text { get; init; }

    /// <summary>The token of the button that was pressed.</summary>
    public string? Press { get; init; }

    /// <summary>Begins the conversation; the parameter of the link or QR code, or empty.</summary>
    public string? Start { get; init; }

    public ChatPlace? Place { get; init; }

    public ChatPhoto? Photo { get; init; }

    /// <summary>Photos of one post share it.</summary>
    public string? Album { get; init; }

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, WebChatJson.Default.WebChatUpdate);

    /// <exception cref="JsonException">The bytes were not written by <see cref="ToBytes"/>.</exception>
    public static WebChatUpdate Read(ReadOnlySpan<byte> bytes) =>
        JsonSerializer.Deserialize(bytes, WebChatJson.Default.WebChatUpdate)!;
}

/// <summary>Degrees; the accuracy in metres.</summary>
public sealed record ChatPlace(double Latitude, double Longitude, double? Accuracy);

/// <summary>A photo that the file store holds already, cleaned, under this id.</summary>
public sealed record ChatPhoto(Guid FileId, string ContentType, long Bytes, int Width, int Height, string Sha256);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WebChatUpdate))]
internal sealed partial class WebChatJson : JsonSerializerContext;
