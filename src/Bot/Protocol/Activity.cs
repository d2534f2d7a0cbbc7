using System.Text.Json;
using System.Text.Json.Serialization;

namespace SlrtBot.Bot.Protocol;

/// <summary>
/// One thing that happened in a conversation, in either direction (Bot Framework Activity schema v3: the SDK's
/// names and JSON shapes). Absent and empty fields are left out of the JSON, never null: some connectors refuse
/// null with 400. Fields that this class does not name are kept in <see cref="Properties"/>.
/// </summary>
public sealed class Activity
{
    /// <summary>One of <see cref="ActivityTypes"/>.</summary>
    public string? Type { get; set; }

    /// <summary>The channel's id of this activity, unique within its conversation.</summary>
    public string? Id { get; set; }

    /// <summary>When the channel says that it was sent.</summary>
    public DateTimeOffset? Timestamp { get; set; }

    public DateTimeOffset? LocalTimestamp { get; set; }

    public string? ChannelId { get; set; }

    public string? ServiceUrl { get; set; }

    public ChannelAccount? From { get; set; }

    public ChannelAccount? Recipient { get; set; }

    public ConversationAccount? Conversation { get; set; }

    public string? Text { get; set; }

    public string? TextFormat { get; set; }

    public string? Locale { get; set; }

    public string? InputHint { get; set; }

    public IList<Attachment> Attachments { get; set => field = value ?? []; } = [];

    public IList<Entity> Entities { get; set => field = value ?? []; } = [];

    public SuggestedActions? SuggestedActions { get; set; }

    public IList<ChannelAccount> MembersAdded { get; set => field = value ?? []; } = [];

    public IList<ChannelAccount> MembersRemoved { get; set => field = value ?? []; } = [];

    /// <summary>Of an installationUpdate: <c>add</c> or <c>remove</c>.</summary>
    public string? Action { get; set; }

    /// <summary>The activity that this one answers; of a button press, the message that carried the button.</summary>
    public string? ReplyToId { get; set; }

    /// <summary>Of an event or invoke: which one.</summary>
    public string? Name { get; set; }

    /// <summary>What a button or a card submitted.</summary>
    public JsonElement? Value { get; set; }

    /// <summary>What only this channel understands.</summary>
    public JsonElement? ChannelData { get; set; }

    public string? DeliveryMode { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }

    /// <summary>A plain text message, not yet addressed to anybody.</summary>
    public static Activity OfText(string text) => new()
    {
        Type = ActivityTypes.Message,
        Text = text,
        TextFormat = TextFormatTypes.Plain,
    };

    public ConversationReference GetConversationReference() => new()
    {
        ActivityId = Id,
        User = From,
        Bot = Recipient,
        Conversation = Conversation,
        ChannelId = ChannelId,
        Locale = Locale,
        ServiceUrl = ServiceUrl,
    };

    /// <summary>Addresses this outgoing activity to the other side of <paramref name="reference"/>.</summary>
    public Activity ApplyConversationReference(ConversationReference reference)
    {
        ChannelId = reference.ChannelId;
        ServiceUrl = reference.ServiceUrl;
        Conversation = reference.Conversation;
        From = reference.Bot;
        Recipient = reference.User;
        ReplyToId ??= reference.ActivityId;
        Locale ??= reference.Locale;
        return this;
    }
}
