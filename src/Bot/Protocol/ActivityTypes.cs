namespace SlrtBot.Bot.Protocol;

/// <summary>The kinds of activity that this bot sends or understands (Bot Framework Activity schema v3).</summary>
public static class ActivityTypes
{
    public const string Message = "message";
    public const string MessageUpdate = "messageUpdate";
    public const string MessageDelete = "messageDelete";
    public const string ConversationUpdate = "conversationUpdate";
    public const string InstallationUpdate = "installationUpdate";
    public const string EndOfConversation = "endOfConversation";
    public const string Event = "event";
    public const string Invoke = "invoke";
    public const string Typing = "typing";
}

/// <summary>Names of events that the program itself raises in a conversation.</summary>
public static class EventNames
{
    /// <summary>Nothing more has come for a while: a story that came in pieces is answered.</summary>
    public const string Pause = "slrt/pause";

    /// <summary>Of the Bot Framework's hand-off protocol: a person takes over; what was said so far is attached.</summary>
    public const string HandOff = "handoff.initiate";
}

public static class DeliveryModes
{
    public const string Normal = "normal";

    /// <summary>The sender wants the replies in the body of its HTTP response.</summary>
    public const string ExpectReplies = "expectReplies";
}

public static class InputHints
{
    public const string AcceptingInput = "acceptingInput";
    public const string ExpectingInput = "expectingInput";
}

public static class TextFormatTypes
{
    public const string Markdown = "markdown";

    /// <summary>Every reply of this bot: a resident's own words must never be read as markup.</summary>
    public const string Plain = "plain";
}

/// <summary>The channel ids of the Bot Framework that this bot knows by name.</summary>
public static class Channels
{
    public const string Telegram = "telegram";
    public const string Webchat = "webchat";
    public const string Directline = "directline";
    public const string Emulator = "emulator";
    public const string Msteams = "msteams";
}
