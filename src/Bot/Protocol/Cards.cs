using System.Text.Json;

namespace SlrtBot.Bot.Protocol;

/// <summary>Buttons under a message.</summary>
public sealed class SuggestedActions
{
    public IList<string> To { get; set => field = value ?? []; } = [];

    public IList<CardAction> Actions { get; set => field = value ?? []; } = [];
}

/// <summary>One button.</summary>
public sealed class CardAction
{
    public CardAction()
    {
    }

    public CardAction(string type, string title, string? value = null)
    {
        Type = type;
        Title = title;
        Value = value is null ? null : JsonSerializer.SerializeToElement(value);
    }

    /// <summary>One of <see cref="CardActionTypes"/>.</summary>
    public string? Type { get; set; }

    public string? Title { get; set; }

    /// <summary>What a press sends back: for Telegram an opaque token of at most 64 bytes.</summary>
    public JsonElement? Value { get; set; }

    /// <summary>Of a messageBack: the words that reach the bot.</summary>
    public string? Text { get; set; }

    /// <summary>Of a messageBack: the words that stand in the chat as the person's own.</summary>
    public string? DisplayText { get; set; }

    /// <summary>A <see cref="ButtonLook"/>, where a channel can paint buttons.</summary>
    public JsonElement? ChannelData { get; set; }
}

/// <param name="Style"><c>primary</c>, <c>success</c> or <c>danger</c>.</param>
public sealed record ButtonLook(string Style);

/// <summary>The first four are the Bot Framework's; the others are asked of channels that can do them.</summary>
public static class CardActionTypes
{
    public const string ImBack = "imBack";
    public const string PostBack = "postBack";
    public const string MessageBack = "messageBack";
    public const string OpenUrl = "openUrl";

    /// <summary>The button offers the resident's own phone number.</summary>
    public const string RequestContact = "requestContact";

    /// <summary>The button offers the place where the resident is.</summary>
    public const string RequestLocation = "requestLocation";

    /// <summary>The button puts its value into the clipboard.</summary>
    public const string CopyText = "copyText";
}

/// <summary>A card with a title, a text and buttons.</summary>
public sealed class HeroCard
{
    public const string ContentType = "application/vnd.microsoft.card.hero";

    public string? Title { get; set; }

    public string? Subtitle { get; set; }

    public string? Text { get; set; }

    public IList<CardAction> Buttons { get; set => field = value ?? []; } = [];

    public Attachment ToAttachment() => Attachment.Of(ContentType, this);
}
