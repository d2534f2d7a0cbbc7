using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Complaints.Sheets;

/// <summary>Where a complaint stands, as its resident may know it.</summary>
/// <param name="Desk">Who has to act; null while that is the resident, a partner or nobody.</param>
/// <param name="Question">What staff asked last, where an answer is waited for.</param>
public sealed record Standing(Complaint Complaint, Desk? Desk, string? Question);

/// <param name="Verb">Told as <c>history.{verb}</c>.</param>
public sealed record HistoryLine(string Verb, DateTime At);

/// <summary>Whose turn it is with a complaint, and what happened to it so far.</summary>
public sealed class StandingQueries(SlrtDbContext db, FieldCipher cipher, AreaCatalogue areas, TimeProvider clock)
{
    public async Task<Standing> OfAsync(Complaint complaint, CancellationToken cancellationToken)
    {
        // A deputy's role is named on its days alone.
        var today = LocalDay.Of(clock.GetUtcNow().UtcDateTime, areas.ZoneOf(complaint.VillageCode));
        var holder = complaint is { StatusType: StatusType.Open, AssignedTo: { } staffId }
            ? await db.StaffRoles.AsNoTracking().Where(r => r.StaffId == staffId
                && (r.ValidFrom == null || r.ValidFrom <= today) && (r.ValidTo == null || r.ValidTo >= today)).OrderBy(r => r.Id).ToListAsync(cancellationToken)
            : [];
        var question = complaint.Status == ComplaintStatus.NeedsInformation ? await QuestionAsync(complaint.Id, cancellationToken) : null;
        return new Standing(complaint, Desk.Of(complaint, holder), question);
    }

    /// <summary>Oldest first: moves, and what the resident said about the service.</summary>
    public async Task<IReadOnlyList<HistoryLine>> HistoryAsync(Guid complaintId, CancellationToken cancellationToken)
    {
        var moves = await db.ComplaintMoves.Where(m => m.ComplaintId == complaintId)
            .Select(m => new { m.Id, m.Verb, m.At }).ToListAsync(cancellationToken);
        var feedback = await db.ComplaintFeedback.Where(f => f.ComplaintId == complaintId)
            .Select(f => new { f.Id, f.Kind, f.At }).ToListAsync(cancellationToken);
        return
        [
            .. moves.Select(m => (m.Id, Line: new HistoryLine(m.Verb, m.At)))
                .Concat(feedback.Select(f => (f.Id, Line: new HistoryLine(Codes.Of(f.Kind), f.At))))
                .OrderBy(l => l.Line.At).ThenBy(l => l.Id).Select(l => l.Line),
        ];
    }

    private async Task<string?> QuestionAsync(Guid complaintId, CancellationToken cancellationToken)
    {
        var asked = await db.ComplaintMoves.AsNoTracking()
            .Where(m => m.ComplaintId == complaintId && m.Message != null && m.ToStatus == ComplaintStatus.NeedsInformation)
            .OrderByDescending(m => m.Id).FirstOrDefaultAsync(cancellationToken);
        return asked is null ? null : cipher.OpenOptional(asked.Message, ComplaintMove.Table, asked.Id, "message");
    }
}
