using System.Text.Json;
using SlrtBot.Bot.Protocol;
using Telegram.Bot.Types;

namespace SlrtBot.Bot.Telegram;

/// <summary>What a message holds beside its text: files, a contact, a pin, or something nobody can read.</summary>
internal static class TelegramContents
{
    /// <summary>The Bot API hands files out by id only, so an address of our own stands for them.</summary>
    public const string FileScheme = "telegram:file/";

    /// <summary>Facts about a message, or contents that are read above: neither is something that nobody can read.</summary>
    private static readonly HashSet<string> NotUnknown =
    [
        "chat", "from", "entities", "reply_to_message", "reply_markup", "photo", "document", "animation", "voice", "audio", "video",
        "video_note", "sticker", "contact", "location", "venue",
        "sender_chat", "sender_business_bot", "forward_origin", "external_reply", "quote", "reply_to_story", "via_bot",
        "link_preview_options", "caption_entities", "suggested_post_info", "direct_messages_topic", "guest_bot_caller_user",
    ];

    /// <summary>The second is what older servers of the API say.</summary>
    private static readonly HashSet<string> Origins = ["forward_origin", "forward_date"];

    public static void Fill(Activity activity, Message message, RawFields fields)
    {
        foreach (var file in Files(message))
        {
            activity.Attachments.Add(file);
        }

        if (message.MediaGroupId is { } album)
        {
            activity.Entities.Add(Entity.Of(Album.EntityType, new Album(album)));
        }

        if (message.Contact is { } contact)
        {
            activity.Entities.Add(Entity.Of(SharedContact.EntityType, ToContact(contact, message.From)));
        }

        if (message.Location is { Latitude: >= -90 and <= 90, Longitude: >= -180 and <= 180 } pin)
        {
            activity.Entities.Add(Entity.Of(GeoCoordinates.EntityType, ToPlace(pin, message.Venue)));
        }

        if (activity is { Text: null, Attachments.Count: 0, Entities.Count: 0 })
        {
            MarkUnreadable(activity, fields);
        }

        if (fields.MayHold("forward_"u8) && fields.All.Any(field => Origins.Contains(field.Name)))
        {
            activity.Entities.Add(Entity.Of(Forwarded.EntityType, new Forwarded()));
        }
    }

    private static IEnumerable<Attachment> Files(Message message)
    {
        // In no order that anybody promises.
        var sizes = (message.Photo ?? []).Where(size => size?.FileId is not null).OrderBy(size => ((long)size.Width * size.Height, size.FileSize ?? 0)).ToList();
        if (sizes is [.., var best])
        {
            var facts = Facts(MediaKinds.Photo, best) with { Width = best.Width, Height = best.Height };
            yield return File("image/jpeg", null, best, facts, thumbnail: sizes[0]);
        }

        if (message.Animation is { } animation)
        {
            var facts = Facts(MediaKinds.Animation, animation) with { Seconds = animation.Duration };
            yield return File(animation.MimeType ?? "video/mp4", animation.FileName, animation, facts);
        }
        else if (message.Document is { } document)
        {
            var facts = Facts(MediaKinds.Document, document);
            yield return File(document.MimeType ?? "application/octet-stream", document.FileName, document, facts);
        }

        if (message.Voice is { } voice)
        {
            var facts = Facts(MediaKinds.Voice, voice) with { Seconds = voice.Duration };
            yield return File(voice.MimeType ?? "audio/ogg", null, voice, facts);
        }

        if (message.Audio is { } audio)
        {
            var facts = Facts(MediaKinds.Audio, audio) with { Seconds = audio.Duration };
            yield return File(audio.MimeType ?? "audio/mpeg", audio.FileName, audio, facts);
        }

        if (message.Video is { } video)
        {
            var facts = Facts(MediaKinds.Video, video) with { Width = video.Width, Height = video.Height, Seconds = video.Duration };
            yield return File(video.MimeType ?? "video/mp4", video.FileName, video, facts);
        }

        if (message.VideoNote is { } note)
        {
            var facts = Facts(MediaKinds.VideoNote, note) with { Seconds = note.Duration };
            yield return File("video/mp4", null, note, facts);
        }

        if (message.Sticker is { } sticker)
        {
            yield return File("image/webp", null, sticker, Facts(MediaKinds.Sticker, sticker));
        }
    }

    private static MediaFacts Facts(string kind, FileBase file) => new(kind, file.FileUniqueId, file.FileSize);

    private static Attachment File(string mime, string? name, FileBase file, MediaFacts facts, FileBase? thumbnail = null)
    {
        var attachment = Attachment.Of(mime, facts);
        attachment.Name = name;
        attachment.ContentUrl = FileScheme + file.FileId;
        attachment.ThumbnailUrl = thumbnail is null || thumbnail == file ? null : FileScheme + thumbnail.FileId;
        return attachment;
    }

    private static SharedContact ToContact(Contact contact, User? sender)
    {
        var name = $"{contact.FirstName} {contact.LastName}".Trim();
        var isOwn = contact.UserId is { } owner && owner == sender?.Id;
        return new SharedContact(contact.PhoneNumber, name.Length == 0 ? null : name, isOwn);
    }

    private static GeoCoordinates ToPlace(Location pin, Venue? venue) => new(
        pin.Latitude,
        pin.Longitude,
        venue is null ? null : string.Join(", ", new[] { venue.Title, venue.Address }.Where(s => !string.IsNullOrEmpty(s))),
        pin.HorizontalAccuracy is >= 0 and <= 1500 ? pin.HorizontalAccuracy : null,
        pin.LivePeriod is null ? null : true);

    private static void MarkUnreadable(Activity activity, RawFields fields)
    {
        if (fields.All.Select(field => field.Name).FirstOrDefault(TelegramServiceMessages.Holds) is { } news)
        {
            activity.Type = ActivityTypes.Event;
            activity.Name = $"telegram/{news}";
            return;
        }

        var kind = fields.All
            .Where(field => field.Shape is JsonValueKind.Object or JsonValueKind.Array)
            .Select(field => field.Name)
            .FirstOrDefault(name => !NotUnknown.Contains(name));
        activity.Entities.Add(Entity.Of(Unreadable.EntityType, new Unreadable(kind ?? "unknown")));
    }
}
