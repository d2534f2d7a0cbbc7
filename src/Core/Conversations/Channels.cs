namespace SlrtBot.Core.Conversations;

/// <summary>Channel codes as stored; labels are <c>channel.{code}</c> in the catalogues.</summary>
public static class Channels
{
    public const string Telegram = "telegram";
    public const string WebChat = "webchat";

    /// <summary>Teams, Direct Line and whatever else the Bot Connector stands for; which of them, the address says.</summary>
    public const string BotFramework = "botframework";

    /// <summary>Whether people can record their voice there.</summary>
    public static bool Records(string channel) => channel is not (WebChat or BotFramework);

    /// <summary>Whether our messages lie with the channel, where they can be edited later; our own page is drawn from our rows.</summary>
    public static bool KeepsMessages(string channel) => channel != WebChat;

    /// <summary>Whether a program may listen at the other end, beside the person.</summary>
    public static bool TakesEvents(string channel) => channel == BotFramework;

    /// <summary>Whether the bot may take a person's own message out of the chat.</summary>
    public static bool RemovesTheirs(string channel) => channel is not (WebChat or BotFramework);
}
