using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Complaints.Moves;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Complaints.Changes;

/// <summary>A resident has thought again: the complaint stands where it stood, and of its promise as much is left as was.</summary>
public sealed class UndoWithdrawal(SlrtDbContext db, ChatWall wall, ApplyMove moves, WithdrawalOptions options)
{
    public const string Verb = "undo_withdrawal";

    /// <returns>Refused with <c>only_hears</c>, <c>not_withdrawn</c> or <c>too_late_to_undo</c>.</returns>
    public async Task<Outcome<Complaint>> DoAsync(Guid complaintId, Provenance by, CancellationToken cancellationToken)
    {
        var spoken = await wall.SpokenForAsync(complaintId, by, cancellationToken);
        if (!spoken.Succeeded)
        {
            return spoken;
        }

        var complaint = spoken.Value;

        if (complaint.Status != ComplaintStatus.Withdrawn)
        {
            return Refusal.Conflict("not_withdrawn");
        }

        var withdrawn = await db.ComplaintMoves.AsNoTracking()
            .Where(m => m.ComplaintId == complaint.Id && m.Verb == WithdrawComplaint.Verb).OrderByDescending(m => m.Id).FirstAsync(cancellationToken);

        // What an erasure has withdrawn has no words left.
        if (!options.MayUndo(complaint, by.At) || withdrawn.ActorKind != ActorKind.Resident)
        {
            return Refusal.Conflict("too_late_to_undo");
        }

        var taken = ComplaintWorkflow.Table.Take(complaint.Status, Verb, new Given(by), withdrawn.FromStatus);
        return taken.Succeeded ? await moves.ApplyAsync(complaint, taken.Value, cancellationToken) : taken.Refusals.ToList();
    }
}
