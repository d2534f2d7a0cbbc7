using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Operations;

/// <param name="Kind">Null where the turn failed before it was known.</param>
/// <param name="ErrorCode">Type name of the last failure.</param>
public sealed record ParkedMessage(
    Guid Id, string Channel, InboundKind? Kind, DateTime ReceivedAt, string? ErrorCode, int Tries, bool IsKept);

public sealed record TroubledSend(
    Guid Id, string Channel, OutboundKind Kind, OutboundState State, DateTime CreatedAt, string? ErrorCode, int Tries, Guid? ComplaintId);

/// <summary>Messages that need a person, in the reader's areas, oldest first: facts about them, nobody's words.</summary>
public sealed class TroubledMessages(MessageScope messages)
{
    /// <summary>More than anybody works through at once.</summary>
    public const int Most = 100;

    public Task<List<ParkedMessage>> ParkedAsync(StaffScope scope, CancellationToken cancellationToken) => Parked(scope, Permission.ReadSystem)
        .OrderBy(m => m.Id).Take(Most)
        .Select(m => new ParkedMessage(m.Id, m.Channel, m.Kind, m.ReceivedAt, m.ErrorCode, m.Tries, m.Payload != null))
        .ToListAsync(cancellationToken);

    /// <returns>Null for a miss and for a message outside the areas where the reader may tend any alike.</returns>
    public Task<ParkedMessage?> ParkedAsync(Guid id, StaffScope scope, CancellationToken cancellationToken) => Parked(scope, Permission.TendMessages)
        .Where(m => m.Id == id)
        .Select(m => new ParkedMessage(m.Id, m.Channel, m.Kind, m.ReceivedAt, m.ErrorCode, m.Tries, m.Payload != null))
        .SingleOrDefaultAsync(cancellationToken);

    /// <summary>What the web chat's page has not fetched yet is no trouble and never stands here.</summary>
    public Task<List<TroubledSend>> SendsAsync(StaffScope scope, CancellationToken cancellationToken) => messages.Outbound(scope, Permission.ReadSystem).AsNoTracking()
        .Where(m => (m.State == OutboundState.Failed || m.State == OutboundState.Unknown) && m.Channel != Channels.WebChat)
        .OrderBy(m => m.State).ThenBy(m => m.Id).Take(Most)
        .Select(m => new TroubledSend(m.Id, m.Channel, m.Kind, m.State, m.CreatedAt, m.ErrorCode, m.Tries, m.ComplaintId))
        .ToListAsync(cancellationToken);

    private IQueryable<InboundMessage> Parked(StaffScope scope, string permission) => messages.Inbound(scope, permission).AsNoTracking().Where(m => m.State == InboundState.Parked);
}
