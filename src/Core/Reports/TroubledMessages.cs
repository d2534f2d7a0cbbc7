using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Reports;

/// <param name="Kind">Null where the turn failed before it was known.</param>
/// <param name="ErrorCode">Type name of the last failure.</param>
public sealed record ParkedMessage(
    Guid Id, string Channel, InboundKind? Kind, DateTime ReceivedAt, string? ErrorCode, int Tries, bool IsKept);

public sealed record TroubledSend(
    Guid Id, string Channel, OutboundKind Kind, OutboundState State, DateTime CreatedAt, string? ErrorCode, int Tries, Guid? ComplaintId);

/// <summary>Messages that need a person, oldest first: facts about them, nobody's words.</summary>
public sealed class TroubledMessages(SlrtDbContext db)
{
    /// <summary>More than anybody works through at once.</summary>
    public const int Most = 100;

    public Task<List<ParkedMessage>> ParkedAsync(CancellationToken cancellationToken) => Parked()
        .OrderBy(m => m.Id).Take(Most)
        .Select(m => new ParkedMessage(m.Id, m.Channel, m.Kind, m.ReceivedAt, m.ErrorCode, m.Tries, m.Payload != null))
        .ToListAsync(cancellationToken);

    public Task<ParkedMessage?> ParkedAsync(Guid id, CancellationToken cancellationToken) => Parked()
        .Where(m => m.Id == id)
        .Select(m => new ParkedMessage(m.Id, m.Channel, m.Kind, m.ReceivedAt, m.ErrorCode, m.Tries, m.Payload != null))
        .SingleOrDefaultAsync(cancellationToken);

    /// <summary>What the web chat's page has not fetched yet is no trouble and never stands here.</summary>
    public Task<List<TroubledSend>> SendsAsync(CancellationToken cancellationToken) => db.OutboundMessages.AsNoTracking()
        .Where(m => (m.State == OutboundState.Failed || m.State == OutboundState.Unknown) && m.Channel != Channels.WebChat)
        .OrderBy(m => m.State).ThenBy(m => m.Id).Take(Most)
        .Select(m => new TroubledSend(m.Id, m.Channel, m.Kind, m.State, m.CreatedAt, m.ErrorCode, m.Tries, m.ComplaintId))
        .ToListAsync(cancellationToken);

    private IQueryable<InboundMessage> Parked() => db.InboundMessages.AsNoTracking().Where(m => m.State == InboundState.Parked);
}
