using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints.Feedback;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Complaints.Dangers;

/// <summary>
/// Something that cannot wait came with what was added ("besok cuci darah"): the complaint is urgent from then on, and its day is
/// that of an urgent one, where that is sooner.
/// </summary>
public sealed class MarkPressing(SlrtDbContext db, MoveTerms terms, AuditTrail audit, DomainEvents events)
{
    /// <param name="complaint">Tracked, and under way.</param>
    /// <returns>False where it was urgent already.</returns>
    internal async Task<bool> ApplyAsync(Complaint complaint, Provenance by, CancellationToken cancellationToken)
    {
        var before = complaint.Urgency;
        var segments = await db.PromiseSegments.AsNoTracking().Where(s => s.ComplaintId == complaint.Id)
            .OrderBy(s => s.FromAt).ThenBy(s => s.Id).ToListAsync(cancellationToken);
        if (!complaint.Press())
        {
            return false;
        }

        if (complaint.Hasten(segments, by.At, terms) is { } segment)
        {
            db.Add(segment);
        }

        db.Add(ComplaintFeedback.Of(complaint, FeedbackKind.Pressing, by));
        audit.Record(by, "complaint.pressing", "complaint", complaint.Id, new { from = Codes.Of(before), to = Codes.Of(complaint.Urgency), promise = complaint.PromiseOn });
        events.Raise(new UrgencyChanged(ComplaintKey.Of(complaint), by));
        return true;
    }
}
