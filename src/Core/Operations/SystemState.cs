using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Jobs;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Operations;

/// <param name="Due">Without the web chat's: its page fetches them itself, whenever the person opens it.</param>
/// <param name="Waiting">Inbound messages whose turn has not come.</param>
/// <param name="Rows">What jobs could not handle: those that are parked first, then the newest failures; at most <see cref="SystemState.MostRows"/>.</param>
/// <param name="SensitiveReaders">People who may read sensitive complaints; two at least must (docs/domain.md).</param>
public sealed record SystemFigures(
    int Due, int Unknown, int Failed, int Waiting, int Parked, bool HasStaff, bool HasPartners, int SensitiveReaders, IReadOnlyList<JobRun> Jobs,
    IReadOnlyList<ParkedRow> Rows);

/// <summary>How the machinery stands: numbers only, nobody's words. Counts stop at a thousand.</summary>
public sealed class SystemState(SlrtDbContext db)
{
    public const int MostRows = 100;

    private const int Limit = 1000;

    public async Task<SystemFigures> ReadAsync(CancellationToken cancellationToken)
    {
        // The conditions are those of the partial indexes, word for word: otherwise these counts read the whole outbox.
        var unfinished = await db.OutboundMessages
            .Where(m => (m.State == OutboundState.Due || m.State == OutboundState.Leased || m.State == OutboundState.Unknown)
                && m.Channel != Channels.WebChat)
            .Take(Limit).CountAsync(cancellationToken);
        var troubled = await db.OutboundMessages
            .Where(m => (m.State == OutboundState.Failed || m.State == OutboundState.Unknown) && m.Channel != Channels.WebChat)
            .OrderBy(m => m.State).ThenBy(m => m.Id).Take(Limit).Select(m => m.State).ToListAsync(cancellationToken);
        return new SystemFigures(
            unfinished,
            troubled.Count(s => s == OutboundState.Unknown),
            troubled.Count(s => s == OutboundState.Failed),
            await db.InboundMessages.Where(m => m.State == InboundState.New).Take(Limit).CountAsync(cancellationToken),
            await db.InboundMessages.Where(m => m.State == InboundState.Parked).Take(Limit).CountAsync(cancellationToken),
            await db.StaffRoles.AnyAsync(r => r.Role != Role.Administrator, cancellationToken),
            await db.Partners.AnyAsync(p => p.IsActive, cancellationToken),
            await db.StaffMembers.CountAsync(s => s.IsActive && s.ReadsSensitive, cancellationToken),
            await db.JobRuns.AsNoTracking().OrderBy(j => j.Job).ToListAsync(cancellationToken),
            await db.ParkedRows.AsNoTracking().OrderBy(r => r.ParkedAt == null).ThenByDescending(r => r.NextTryAt).Take(MostRows)
                .ToListAsync(cancellationToken));
    }
}
