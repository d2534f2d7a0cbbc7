namespace SlrtBot.Core.Conversations;

/// <summary>Channel codes as stored; labels are <c>channel.{code}</c> in the catalogues.</summary>
public static class Channels
{
    public const string Telegram = "telegram";
    public const string WebChat = "webchat";
}
