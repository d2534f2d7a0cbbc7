using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Complaints;

/// <summary>
/// The resident opens a complaint again, without a new form: an ordinary move back to review, with a new promise.
/// </summary>
public sealed class ReopenByResident(SlrtDbContext db, ApplyMove moves, AfterAnswerOptions options)
{
    public const string Verb = "resident_reopens";

    /// <returns>Refused with <c>too_late_to_reopen</c> or <c>no_such_move</c>.</returns>
    public async Task<Outcome<Complaint>> DoAsync(Guid complaintId, Provenance by, CancellationToken cancellationToken)
    {
        var complaint = await db.Complaints.InChat(db, by.ActorId).SingleOrDefaultAsync(c => c.Id == complaintId, cancellationToken);
        return complaint is null ? Refusal.NotFound() : await ApplyAsync(complaint, by, cancellationToken);
    }

    internal async Task<Outcome<Complaint>> ApplyAsync(Complaint complaint, Provenance by, CancellationToken cancellationToken) =>
        ComplaintWorkflow.Table.Find(complaint.Status, Verb) is not null && !options.MayReopen(complaint, by.At)
            ? Refusal.Conflict("too_late_to_reopen")
            : await moves.ApplyAsync(complaint, Verb, new Given(by), cancellationToken);
}
