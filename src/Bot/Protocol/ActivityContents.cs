using System.Text.Json;

namespace SlrtBot.Bot.Protocol;

/// <summary>A phone number that a resident handed over with the channel's own button or contact list.</summary>
/// <param name="IsOwn">The channel proves that the number is the sender's.</param>
public sealed record SharedContact(string PhoneNumber, string? Name, bool IsOwn)
{
    public const string EntityType = "SharedContact";
}

/// <summary>A pin on the map, as the Bot Framework's GeoCoordinates; degrees.</summary>
/// <param name="Accuracy">Metres, where the channel tells.</param>
/// <param name="IsLive">The pin moves on for a while; this is where it stood.</param>
public sealed record GeoCoordinates(
    double Latitude,
    double Longitude,
    string? Name = null,
    double? Accuracy = null,
    bool? IsLive = null)
{
    public const string EntityType = "GeoCoordinates";
}

/// <summary>Several pictures sent together share one id but come as separate messages.</summary>
public sealed record Album(string Id)
{
    public const string EntityType = "Album";
}

/// <summary>What the link or QR code said that opened the chat.</summary>
public sealed record DeepLink(string Parameter)
{
    public const string EntityType = "DeepLink";
}

/// <summary>The words are somebody else's: the sender has only passed them on.</summary>
public sealed record Forwarded
{
    public const string EntityType = "Forwarded";
}

/// <summary>Something was sent that cannot be read as text or file; <paramref name="Kind"/> is the channel's word.</summary>
public sealed record Unreadable(string Kind)
{
    public const string EntityType = "Unreadable";
}

/// <summary>
/// What dialogs read from an incoming activity, whatever the channel. Each answers null where there is nothing.
/// </summary>
public static class ActivityContents
{
    /// <summary>The token of the button that was pressed: client input, to be looked up and checked, never trusted.</summary>
    public static string? ReadPress(this Activity activity) =>
        activity is { Type: ActivityTypes.Message, Value: { ValueKind: JsonValueKind.String } value }
            ? value.GetString()
            : null;

    public static SharedContact? ReadContact(this Activity activity) =>
        activity.Find<SharedContact>(SharedContact.EntityType);

    public static GeoCoordinates? ReadPlace(this Activity activity) =>
        activity.Find<GeoCoordinates>(GeoCoordinates.EntityType);

    public static string? ReadAlbum(this Activity activity) => activity.Find<Album>(Album.EntityType)?.Id;

    public static string? ReadDeepLink(this Activity activity) => activity.Find<DeepLink>(DeepLink.EntityType)?.Parameter;

    public static string? ReadUnreadable(this Activity activity) =>
        activity.Find<Unreadable>(Unreadable.EntityType)?.Kind;

    public static bool IsForwarded(this Activity activity) => activity.Entities.Any(e => e.Type == Forwarded.EntityType);

    /// <summary>A correction of an earlier message: kept beside it, never an answer to the question of now.</summary>
    public static bool IsEdit(this Activity activity) => activity.Type == ActivityTypes.MessageUpdate;

    /// <summary>The files of the activity, not its cards.</summary>
    public static IEnumerable<Attachment> ReadFiles(this Activity activity) =>
        activity.Attachments.Where(a => a.ContentUrl is not null);

    private static T? Find<T>(this Activity activity, string type)
        where T : class
        => activity.Entities.FirstOrDefault(e => e.Type == type)?.GetAs<T>();
}
