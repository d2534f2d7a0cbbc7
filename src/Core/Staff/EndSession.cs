using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Staff;

public sealed record SessionToEnd(Guid SessionId);

/// <summary>Signs out: the session's cookie is worth nothing from now on, wherever a copy of it lies.</summary>
public sealed class EndSession(SlrtDbContext db, AuditTrail audit)
{
    public async Task<Outcome<Done>> DoAsync(SessionToEnd input, Provenance by, CancellationToken cancellationToken)
    {
        var session = await db.StaffSessions.SingleOrDefaultAsync(s => s.Id == input.SessionId, cancellationToken);
        if (session is null || session.EndedAt is not null)
        {
            return new Done();
        }

        session.EndedAt = by.At;
        audit.Record(by, "staff.signed_out", "staff_member", session.StaffId, new { session = session.Id });
        return new Done();
    }
}
