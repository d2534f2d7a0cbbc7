using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Complaints.Representatives;

/// <summary>A chat shows the code of a slip and hears of that complaint from now on, as far as its consent reaches.</summary>
public sealed class JoinBySlip(
    SlrtDbContext db, BlindIndex blind, ReminderOptions reminders, AuditTrail audit, DomainEvents events)
{
    /// <param name="conversation">Tracked.</param>
    /// <param name="code">As <see cref="SlipCode.Read"/> returns it.</param>
    /// <returns>Refused with <c>slip_unknown</c>, alike for a code that was made up, was used, or has expired.</returns>
    public async Task<Outcome<Complaint>> DoAsync(Conversation conversation, string? code, Provenance by, CancellationToken cancellationToken)
    {
        var hash = code is null ? null : SlipCode.Hash(blind, code);
        var row = hash is null ? null : await db.Representatives.SingleOrDefaultAsync(r => r.SlipHash == hash, cancellationToken);
        if (row is null || row.EndedAt is not null || row.SlipExpiresAt <= by.At)
        {
            return Refusal.NotFound("slip_unknown");
        }

        var complaint = await db.Complaints.SingleAsync(c => c.Id == row.ComplaintId, cancellationToken);
        var earlier = await db.Representatives.Where(
            r => r.ComplaintId == complaint.Id && r.ConversationId == conversation.Id && r.EndedAt == null).ToListAsync(cancellationToken);
        earlier.ForEach(r => r.EndedAt = by.At);
        (row.ConversationId, row.LinkedAt, row.SlipHash) = (conversation.Id, by.At, null);
        if (complaint.StatusType != StatusType.Settled && !AfterAnswerOptions.Awaits(complaint))
        {
            // Where nobody was left to be reminded, somebody is again.
            complaint.RemindNextAt(complaint.RemindAt ?? by.At.AddDays(reminders.IntervalDays));
        }

        audit.Record(by, "representative.joined", "complaint", complaint.Id, new { representative = row.Id });
        events.Raise(new RepresentativeChanged(ComplaintKey.Of(complaint), by));
        return complaint;
    }
}
