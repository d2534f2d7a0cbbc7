using System.Text.Json;
using SlrtBot.Bot.Protocol;

namespace SlrtBot.Bot.BotFramework;

/// <summary>What a channel's message holds: words, files, a place, what a button submitted.</summary>
internal static class ActivityParts
{
    /// <summary>What the addresses of this channel's files begin with.</summary>
    public const string FileScheme = "botframework:";

    /// <summary>Of a file that lies with the service that the message came from: fetched with the bot's token.</summary>
    public const string OwnFileScheme = "botframework:own:";

    /// <summary>Of our buttons: what they submit is <c>{"press": token}</c>.</summary>
    public const string PressField = "press";

    private const string TeamsFile = "application/vnd.microsoft.teams.file.download.info";
    private const int MostFiles = 10;
    private const int MostWords = 20;

    /// <summary>Without the bot's own name, which Teams puts before what is said to it.</summary>
    public static string? TextOf(Activity sent)
    {
        var text = sent.Text;
        foreach (var mention in sent.Entities.Where(e => e?.Type == "mention"))
        {
            if (mention.GetAs<Mention>() is { Mentioned.Id: { } id, Text: { Length: > 0 } words } && id == sent.Recipient?.Id)
            {
                text = text?.Replace(words, "", StringComparison.Ordinal);
            }
        }

        return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }

    public static IEnumerable<Attachment> FilesOf(Activity sent) =>
        sent.Attachments.Select(a => a is null ? null : FileOf(a, sent.ServiceUrl)).OfType<Attachment>().Take(MostFiles);

    public static GeoCoordinates? PlaceOf(Activity sent)
    {
        foreach (var entity in sent.Entities.Where(e => e is not null))
        {
            var place = entity.Type switch
            {
                GeoCoordinates.EntityType => entity.GetAs<Pin>(),
                "Place" => entity.GetAs<Place>()?.Geo,
                _ => null,
            };
            if (place is { Latitude: >= -90 and <= 90, Longitude: >= -180 and <= 180 })
            {
                return new GeoCoordinates(place.Latitude.Value, place.Longitude.Value, place.Name);
            }
        }

        return null;
    }

    /// <param name="hasWords">Then a bare text beside them is a copy, as Web Chat sends it.</param>
    public static string? TokenIn(JsonElement? value, bool hasWords) => value switch
    {
        { ValueKind: JsonValueKind.Object } card when card.TryGetProperty(PressField, out var token) && token.ValueKind == JsonValueKind.String => token.GetString(),
        { ValueKind: JsonValueKind.String } token when !hasWords => token.GetString() is { Length: > 0 } text ? text : null,
        _ => null,
    };

    /// <summary>What a form on a card says, line by line; null where it says nothing.</summary>
    public static string? WordsIn(JsonElement? value)
    {
        if (value is not { ValueKind: JsonValueKind.Object } card)
        {
            return null;
        }

        var words = card.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.String).Take(MostWords)
            .Select(p => p.Value.GetString()!.Trim()).Where(w => w.Length > 0).ToList();
        return words.Count == 0 ? null : string.Join('\n', words);
    }

    private static Attachment? FileOf(Attachment sent, string? serviceUrl)
    {
        var teams = sent.ContentType == TeamsFile ? sent.ContentAs<DownloadInfo>() : null;
        var address = sent.ContentType == TeamsFile ? teams?.DownloadUrl : sent.ContentUrl;
        if (string.IsNullOrEmpty(address))
        {
            return null;
        }

        return new Attachment
        {
            ContentType = teams is null ? sent.ContentType : TypeOf(teams.FileType),
            ContentUrl = (IsOwn(address, serviceUrl) ? OwnFileScheme : FileScheme) + address,
            Name = sent.Name,
        };
    }

    private static bool IsOwn(string address, string? serviceUrl) =>
        Uri.TryCreate(address, UriKind.Absolute, out var file)
        && Uri.TryCreate(serviceUrl, UriKind.Absolute, out var service)
        && (file.Scheme, file.Authority) == (service.Scheme, service.Authority);

    private static string TypeOf(string? extension) => extension?.ToUpperInvariant() switch
    {
        "JPG" or "JPEG" => "image/jpeg",
        "PNG" => "image/png",
        "WEBP" => "image/webp",
        "PDF" => "application/pdf",
        "MP3" or "M4A" or "OGG" or "OPUS" or "WAV" => "audio/mpeg",
        _ => "application/octet-stream",
    };

    private sealed record Mention(ChannelAccount? Mentioned, string? Text);

    private sealed record Pin(double? Latitude, double? Longitude, string? Name);

    private sealed record Place(Pin? Geo);

    private sealed record DownloadInfo(string? DownloadUrl, string? FileType);
}
