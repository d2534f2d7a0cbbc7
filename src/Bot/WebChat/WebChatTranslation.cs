using System.Text.Json;
using SlrtBot.Bot.Protocol;
using SlrtBot.Bot.Turns;
using SlrtBot.Core.Language;

namespace SlrtBot.Bot.WebChat;

/// <summary>The page's updates as activities: a pure function, as for every channel.</summary>
public sealed class WebChatTranslation : IChannelTranslation
{
    private const string StartCommand = "/start";
    private static readonly ChannelAccount Bot = new("slrtbot", role: "bot");

    public string Channel => Core.Conversations.Channels.WebChat;

    /// <exception cref="JsonException">The bytes are not an update of this channel.</exception>
    public Activity ToActivity(ReadOnlyMemory<byte> payload) => ToActivity(WebChatUpdate.Read(payload.Span));

    public static Activity ToActivity(WebChatUpdate update)
    {
        var activity = new Activity
        {
            Type = ActivityTypes.Message,
            Id = update.Id,
            Timestamp = new DateTimeOffset(update.SentAt, TimeSpan.Zero),
            ChannelId = Channels.Webchat,
            From = new ChannelAccount(update.Address, role: "user"),
            Recipient = Bot,
            Conversation = new ConversationAccount { Id = update.Address, IsGroup = false, ConversationType = "personal" },
            Locale = update.Language,
            TextFormat = TextFormatTypes.Plain,
            Text = update.Text is null ? null : TextFolding.Clean(update.Text),
        };
        if (update.Start is { } parameter)
        {
            activity.Text = $"{StartCommand} {parameter}".TrimEnd();
            if (parameter.Length > 0)
            {
                activity.Entities.Add(Entity.Of(DeepLink.EntityType, new DeepLink(parameter)));
            }
        }

        if (update.Press is { } token)
        {
            activity.Value = JsonSerializer.SerializeToElement(token);
        }

        if (update.Place is { } place)
        {
            activity.Entities.Add(Entity.Of(
                GeoCoordinates.EntityType, new GeoCoordinates(place.Latitude, place.Longitude, Accuracy: place.Accuracy)));
        }

        if (update.Photo is { } photo)
        {
            activity.Attachments.Add(ToAttachment(photo));
        }

        if (update.Album is { } album)
        {
            activity.Entities.Add(Entity.Of(Album.EntityType, new Album(album)));
        }

        return activity;
    }

    private static Attachment ToAttachment(ChatPhoto photo)
    {
        var facts = new MediaFacts(MediaKinds.Photo, photo.Sha256, photo.Bytes, photo.Width, photo.Height);
        var attachment = Attachment.Of(photo.ContentType, facts);
        attachment.ContentUrl = $"{IncomingFiles.StoredScheme}{photo.FileId:D}";
        return attachment;
    }
}
