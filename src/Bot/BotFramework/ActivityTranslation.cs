using System.Text.Json;
using System.Text.RegularExpressions;
using SlrtBot.Bot.Protocol;

namespace SlrtBot.Bot.BotFramework;

/// <summary>
/// Channels' activities as the bot's own: a pure function that loses nothing and believes little. Made anew from the
/// fields that a channel may fill in, so that nobody can send in what only this program says (a proven telephone number,
/// an album, the end of a pause).
/// </summary>
public static partial class ActivityTranslation
{
    /// <summary>As on Telegram: what begins a chat.</summary>
    private const string Start = "/start";

    private static readonly LenientReader<Activity> Activities = new(ProtocolJson.Options, Core.Conversations.Channels.BotFramework, depth: 1);

    public static Activity ToActivity(ReadOnlyMemory<byte> raw)
    {
        var envelope = ActivityEnvelope.Read(raw) ?? new ActivityEnvelope("", "", null, "", null, null, null, false);
        var activity = Parse(raw, envelope) ?? OfUnreadable(envelope);

        // Nobody said it: Web Chat and Direct Line do not let such an activity be answered by its id.
        activity.Id = envelope.Type == ActivityTypes.ConversationUpdate ? null : envelope.Id;
        activity.ChannelId = envelope.ChannelId;
        activity.ServiceUrl = envelope.ServiceUrl;
        activity.DeliveryMode = envelope.DeliveryMode;
        activity.Conversation ??= new ConversationAccount();
        activity.Conversation.Id = envelope.ConversationId;
        return activity;
    }

    private static Activity Of(Activity sent, ActivityEnvelope envelope)
    {
        var activity = new Activity
        {
            Type = ActivityTypes.Event,
            Name = $"{envelope.ChannelId}/{envelope.Name ?? envelope.Type}",
            Timestamp = sent.Timestamp,
            From = Account(sent.From),
            Recipient = Account(sent.Recipient),
            Conversation = Conversation(sent.Conversation),
            Locale = sent.Locale,
            ReplyToId = sent.ReplyToId,
        };
        switch (envelope.Type)
        {
            case ActivityTypes.Message or ActivityTypes.MessageUpdate:
                Become(activity, envelope.Type);
                Fill(activity, sent);
                break;
            case ActivityTypes.Invoke when envelope.Name == InvokeAnswers.CardPress:
                Become(activity, ActivityTypes.Message);
                Press(activity, null, SubmittedBy(sent.Value));
                break;
            case ActivityTypes.ConversationUpdate when Joined(sent) is { } person && activity.Conversation!.IsGroup != true:
                // Whoever opens the chat sees who is there, without having to know what to write.
                Become(activity, ActivityTypes.Message);
                activity.From = Account(person);
                activity.Text = Start;
                break;
            case ActivityTypes.InstallationUpdate:
                Become(activity, ActivityTypes.InstallationUpdate);
                activity.Action = sent.Action?.StartsWith("remove", StringComparison.Ordinal) == true ? "remove" : "add";
                break;
        }

        return activity;
    }

    private static void Become(Activity activity, string type) => (activity.Type, activity.Name) = (type, null);

    private static void Fill(Activity activity, Activity sent)
    {
        activity.TextFormat = TextFormatTypes.Plain;
        Press(activity, ActivityParts.TextOf(sent), sent.Value);
        foreach (var file in ActivityParts.FilesOf(sent))
        {
            activity.Attachments.Add(file);
        }

        if (ActivityParts.PlaceOf(sent) is { } place)
        {
            activity.Entities.Add(Entity.Of(GeoCoordinates.EntityType, place));
        }

        if (activity.Text is { } text && StartCommand().Match(text) is { Success: true } start)
        {
            activity.Entities.Add(Entity.Of(DeepLink.EntityType, new DeepLink(start.Groups[1].Value)));
        }

        if (activity is { Text: null, Value: null, Attachments.Count: 0, Entities.Count: 0 })
        {
            var kind = sent.Attachments.FirstOrDefault(a => a?.ContentType is not null)?.ContentType ?? "unknown";
            activity.Entities.Add(Entity.Of(Unreadable.EntityType, new Unreadable(kind)));
        }
    }

    /// <summary>
    /// Our own buttons bring their token beside the words; cards of others bring an object and no words, which says what it
    /// says in its texts.
    /// </summary>
    private static void Press(Activity activity, string? text, JsonElement? value)
    {
        var token = ActivityParts.TokenIn(value, hasWords: text is not null);
        activity.Text = text ?? (token is null ? ActivityParts.WordsIn(value) : null);
        activity.Value = token is null ? null : JsonSerializer.SerializeToElement(token);
    }

    /// <summary>Of an Adaptive Card's button: what it submits lies one level deeper.</summary>
    private static JsonElement? SubmittedBy(JsonElement? invoke) =>
        invoke is { ValueKind: JsonValueKind.Object } value
        && value.TryGetProperty("action", out var action)
        && action.ValueKind == JsonValueKind.Object
        && action.TryGetProperty("data", out var data)
            ? data
            : null;

    private static ChannelAccount? Joined(Activity sent) =>
        sent.MembersAdded.FirstOrDefault(m => m?.Id is not null && m.Id != sent.Recipient?.Id && m.Role != "bot");

    private static Activity OfUnreadable(ActivityEnvelope envelope)
    {
        var isMessage = envelope.Type == ActivityTypes.Message;
        return new Activity
        {
            Type = isMessage ? ActivityTypes.Message : ActivityTypes.Event,
            Name = isMessage ? null : $"{envelope.ChannelId}/{envelope.Type}",
            Entities = [Entity.Of(Unreadable.EntityType, new Unreadable("unknown"))],
        };
    }

    private static ChannelAccount? Account(ChannelAccount? sent) => sent is null
        ? null
        : new ChannelAccount(sent.Id ?? "", sent.Name, sent.Role) { AadObjectId = sent.AadObjectId };

    private static ConversationAccount Conversation(ConversationAccount? sent) => new()
    {
        Name = sent?.Name,
        ConversationType = sent?.ConversationType,
        TenantId = sent?.TenantId,
        IsGroup = sent?.IsGroup ?? sent?.ConversationType is not (null or "personal"),
    };

    private static Activity? Parse(ReadOnlyMemory<byte> raw, ActivityEnvelope envelope)
    {
        if (Activities.Read(raw.Span) is not { } sent)
        {
            return null;
        }

        sent.ServiceUrl = envelope.ServiceUrl;
        try
        {
            return Of(sent, envelope);
        }
        catch (InvalidOperationException)
        {
            // Half of a letter in what lies beside the words.
            (sent.Value, sent.Entities, sent.Attachments) = (null, [], []);
            return Of(sent, envelope);
        }
    }

    [GeneratedRegex("^/?start ([A-Za-z0-9_-]{1,64})$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex StartCommand();
}
