using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Conversations;

/// <param name="Unhandled">Blind indexes of chats with a message whose time has come.</param>
/// <param name="PausesOver">Of chats in which a story in pieces has ended, the longest ago first.</param>
public sealed record LanesDue(IReadOnlyList<byte[]> Unhandled, IReadOnlyList<byte[]> PausesOver);

/// <summary>Message that nobody has answered yet, as the channel sent it.</summary>
public sealed record WaitingMessage(string Channel, byte[] Payload);

/// <summary>Which chats wait for a turn, for whoever takes turns: read beside the units, and changed by them alone.</summary>
public sealed class DueLanes(ISlrtDatabase database, Sealing.FieldCipher cipher)
{
    /// <param name="now">UTC.</param>
    /// <param name="most">Of each kind.</param>
    public async Task<LanesDue> OfAsync(DateTime now, int most, CancellationToken cancellationToken)
    {
        await using var db = database.NewContext();
        var unhandled = await db.InboundMessages
            .Where(m => m.State == InboundState.New && (m.NotBefore == null || m.NotBefore <= now))
            .Select(m => m.AddressIndex).Distinct().Take(most).ToListAsync(cancellationToken);
        var over = await db.Conversations.Where(c => c.CollectUntil != null && c.CollectUntil <= now)
            .OrderBy(c => c.CollectUntil).Select(c => c.AddressIndex).Take(most).ToListAsync(cancellationToken);
        return new(unhandled, over);
    }

    /// <returns>Null where nobody waits for the bot: all is handled or was tried already, or an officer has the chat.</returns>
    public async Task<WaitingMessage?> WaitingAsync(byte[] lane, CancellationToken cancellationToken)
    {
        await using var db = database.NewContext();
        var waits = await db.InboundMessages.AsNoTracking()
            .Where(m => m.AddressIndex == lane && m.State == InboundState.New && m.Payload != null && m.Tries == 0)
            .OrderBy(m => m.Id).FirstOrDefaultAsync(cancellationToken);
        return waits is null || await db.Conversations.AnyAsync(c => c.AddressIndex == lane && c.WithOfficer, cancellationToken)
            ? null
            : new(waits.Channel, cipher.OpenBytes(waits.Payload!, InboundMessage.Table, waits.Id, "payload"));
    }
}
