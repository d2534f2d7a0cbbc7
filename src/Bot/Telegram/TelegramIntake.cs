using System.Globalization;
using SlrtBot.Core.Conversations;

namespace SlrtBot.Bot.Telegram;

/// <summary>
/// Updates on their way into the inbox, whichever way they came: stored raw under their key, committed, and only
/// then may they be acknowledged. Nothing is understood here, so nothing here can fail on what a person wrote.
/// </summary>
public sealed class TelegramIntake(Inbox inbox, QuickAnswers quick, TelegramOptions options)
{
    /// <exception cref="Core.Persistence.StorageUnavailableException">Nothing was stored: do not acknowledge.</exception>
    public async Task AcceptAsync(IReadOnlyList<ReadOnlyMemory<byte>> updates, CancellationToken cancellationToken)
    {
        var read = updates.Select(raw => (Raw: raw, Envelope: TelegramEnvelope.Read(raw))).ToList();
        var stored = read.Select(u => ToInbound(u.Envelope, u.Raw)).OfType<InboundUpdate>().ToList();
        if (stored.Count > 0)
        {
            await inbox.AcceptAsync(stored, cancellationToken);
        }

        foreach (var press in read.Select(u => u.Envelope?.PressId).OfType<string>())
        {
            quick.StopSpinner(press);
        }

        foreach (var guest in read.Select(u => u.Envelope?.GuestQueryId).OfType<string>())
        {
            quick.RefuseGuest(guest);
        }
    }

    private InboundUpdate? ToInbound(TelegramEnvelope? envelope, ReadOnlyMemory<byte> raw)
    {
        if (envelope is not { ChatId: { } chat, Kind: not TelegramEnvelope.GuestMessage })
        {
            // What is said in other people's chats is not ours to keep.
            TelegramMeter.CountNotStored(envelope switch
            {
                null => "garbage",
                { Kind: TelegramEnvelope.GuestMessage } => "guest",
                _ => "nobody",
            });
            return null;
        }

        return new InboundUpdate(
            Core.Conversations.Channels.Telegram,
            string.Create(CultureInfo.InvariantCulture, $"{options.BotId}:{envelope.UpdateId}"),
            chat.ToString(CultureInfo.InvariantCulture),
            raw);
    }
}
