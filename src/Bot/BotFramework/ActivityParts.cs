using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using SlrtBot.Bot.Protocol;

namespace SlrtBot.Bot.BotFramework;

/// <summary>What a channel's message holds: words, files, a place, what a button submitted.</summary>
internal static partial class ActivityParts
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

    /// <summary>Without the bot's own name, and with the addresses that lie under words.</summary>
    public static string? TextOf(Activity sent)
    {
        var text = Mentions.Strip(sent)?.Trim();
        return string.IsNullOrEmpty(text) ? null : HiddenLinks.Show(text, AddressesIn(sent).Select(address => (text.Length, address)));
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
        { ValueKind: JsonValueKind.Object } card when card.TryGetProperty(PressField, out var token) => ProtocolJson.TextOf(token),
        { ValueKind: JsonValueKind.String } token when !hasWords => ProtocolJson.TextOf(token) is { Length: > 0 } text ? text : null,
        _ => null,
    };

    /// <summary>What a form on a card says, line by line; null where it says nothing.</summary>
    public static string? WordsIn(JsonElement? value)
    {
        if (value is not { ValueKind: JsonValueKind.Object } card)
        {
            return null;
        }

        var words = card.EnumerateObject().Select(p => ProtocolJson.TextOf(p.Value)).OfType<string>().Take(MostWords)
            .Select(w => w.Trim()).Where(w => w.Length > 0).ToList();
        return words.Count == 0 ? null : string.Join('\n', words);
    }

    /// <summary>Some channels send the words once more as a page, and only there where their links lead.</summary>
    private static IEnumerable<string> AddressesIn(Activity sent) => sent.Attachments
        .Where(a => a is { ContentType: "text/html", Content: not null })
        .SelectMany(a => LinkTarget().Matches(ProtocolJson.TextOf(a.Content!.Value) ?? ""))
        .Select(link => WebUtility.HtmlDecode(link.Groups[1].Value));

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

    [GeneratedRegex("<a\\s[^>]*?href\\s*=\\s*[\"']([^\"']+)[\"']", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LinkTarget();

    private sealed record Pin(double? Latitude, double? Longitude, string? Name);

    private sealed record Place(Pin? Geo);

    private sealed record DownloadInfo(string? DownloadUrl, string? FileType);
}
