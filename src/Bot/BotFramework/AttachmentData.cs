namespace SlrtBot.Bot.BotFramework;

/// <summary>A file as the Bot Connector REST API v3 takes it.</summary>
/// <param name="Type">The content type.</param>
/// <param name="OriginalBase64">Its bytes; base 64 on the wire.</param>
public sealed record AttachmentData(string Type, string Name, byte[] OriginalBase64);
