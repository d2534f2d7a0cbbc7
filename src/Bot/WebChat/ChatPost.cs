using System.Security.Cryptography;
using System.Text;

namespace SlrtBot.Bot.WebChat;

/// <summary>What a post of the page carried, read within its limits and not yet believed.</summary>
public sealed class ChatPost
{
    public const int LongestText = 4000;
    public const int MostPhotos = 5;
    public const int MostPhotoBytes = 10 * 1024 * 1024;

    private const int LongestToken = 64;

    public Dictionary<string, string> Fields { get; } = new(StringComparer.Ordinal);

    public List<byte[]> Photos { get; } = [];

    /// <summary>Photos over the limits; they were not kept while reading.</summary>
    public int TooLarge { get; set; }

    public string? this[string field] => Fields.GetValueOrDefault(field);

    public string? Text => this["text"]?.Trim() is { Length: > 0 } text ? text[..Math.Min(text.Length, LongestText)] : null;

    public string? Press => this["press"] is { Length: > 0 and <= LongestToken } token ? token : null;

    /// <summary>Null: not a start. Empty: a start without a link.</summary>
    public string? Start => this["start"] is not { } parameter ? null : IsName(parameter) ? parameter : "";

    public ChatPlace? Place =>
        Degrees("latitude", 90) is { } latitude && Degrees("longitude", 180) is { } longitude
            ? new ChatPlace(latitude, longitude, Degrees("accuracy", 1_000_000))
            : null;

    /// <summary>Where the page gave none, every post is one of its own: a second "yes" is not the first one again.</summary>
    public string FormId => field ??= this["id"] is { } id && IsName(id) ? id : RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>The last message that the sender's page shows; empty where it does not say.</summary>
    public Guid Seen => Guid.TryParse(this["seen"], out var seen) ? seen : Guid.Empty;

    public bool IsEmpty => Text is null && Press is null && Start is null && Place is null && Photos.Count == 0;

    /// <summary>
    /// The form's id alone would swallow another text that was sent from the same form, after "back" in a browser
    /// without script; with the content's hash only the same post twice is one.
    /// </summary>
    public string IdOf(string content) =>
        $"{FormId}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))[..12]}";

    /// <summary>What a link or a form may pass on: 1 to 64 of <c>A-Za-z0-9_-</c>.</summary>
    public static bool IsName(string text) =>
        text.Length is > 0 and <= 64 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');

    private double? Degrees(string field, double most) =>
        double.TryParse(this[field], System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var value)
        && Math.Abs(value) <= most
            ? value
            : null;
}
