namespace SlrtBot.Core.Conversations;

/// <summary>Channel codes as stored; labels are <c>channel.{code}</c> in the catalogues.</summary>
public static class Channels
{
    public const string Telegram = "telegram";
    public const string WebChat = "webchat";

    /// <summary>Whether people can record their voice there.</summary>
    public static bool Records(string channel) => channel != WebChat;

    /// <summary>Whether messages lie with the channel, where they can be edited and removed later; our own page is drawn from our rows.</summary>
    public static bool KeepsMessages(string channel) => channel != WebChat;
}
