using SlrtBot.Bot.Protocol;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace SlrtBot.Bot.Telegram;

/// <summary>One raw update as Telegram.Bot's type, as far as the library can read it.</summary>
internal static class UpdateReader
{
    private static readonly LenientReader<Update> Updates = new(JsonBotAPI.Options, Core.Conversations.Channels.Telegram, depth: 2);

    /// <summary>Null where too little can be read: then the envelope says whom to answer.</summary>
    public static Update? Read(ReadOnlySpan<byte> raw) => Updates.Read(raw);
}
