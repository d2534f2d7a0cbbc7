using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Complaints;

/// <param name="Version">The version that the staff member saw.</param>
/// <param name="Message">Words that the resident will read.</param>
/// <param name="Note">Words for colleagues.</param>
/// <param name="Reason">A code of <see cref="ComplaintWorkflow.Reasons"/>.</param>
public sealed record MoveComplaintInput(
    Guid ComplaintId, int Version, string Verb, string? Message = null, string? Note = null, string? Reason = null)
{
    public const int LongestText = 3500;

    /// <summary>
    /// The last line of the complaint's history as the staff member saw it: as long as that holds, a step does not
    /// collide with what else was changed (who has taken it, a reminder). Null: any change collides.
    /// </summary>
    public Guid? LastMoveId { get; init; }

    public IEnumerable<Refusal> Problems(Move<ComplaintStatus> move)
    {
        foreach (var (name, value) in new[]
        {
            (ComplaintWorkflow.Message, Message), (ComplaintWorkflow.Note, Note), (ComplaintWorkflow.Reason, Reason),
        })
        {
            if (move.Requires.Contains(name) && string.IsNullOrWhiteSpace(value))
            {
                yield return new Refusal("required", name);
            }

            if (value?.Length > LongestText)
            {
                yield return new Refusal("too_long", name);
            }
        }

        if (!string.IsNullOrEmpty(Reason) && !ComplaintWorkflow.Reasons.Contains(Reason))
        {
            yield return new Refusal("unknown_reason", ComplaintWorkflow.Reason);
        }
    }
}

/// <summary>A staff member moves a complaint.</summary>
public sealed class MoveComplaint(SlrtDbContext db, ApplyMove moves)
{
    public async Task<Outcome<Complaint>> DoAsync(
        MoveComplaintInput input, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var complaint = await db.Complaints.VisibleTo(actor)
            .SingleOrDefaultAsync(c => c.Id == input.ComplaintId, cancellationToken);
        if (complaint is null)
        {
            return Refusal.NotFound();
        }

        if (complaint.Version != input.Version && !await IsLastMoveAsync(complaint.Id, input.LastMoveId, cancellationToken))
        {
            return Refusal.Conflict("stale");
        }

        var move = ComplaintWorkflow.Table.Find(complaint.Status, input.Verb);
        if (move is null || ComplaintWorkflow.OfReferrals.Contains(input.Verb))
        {
            return Refusal.Conflict("no_such_move");
        }

        if (move.Permission is null || !actor.MayDo(move.Permission, complaint))
        {
            return Refusal.Forbidden();
        }

        return input.Problems(move).ToList() is { Count: > 0 } problems
            ? problems
            : moves.Apply(complaint, input.Verb, by, Given(input.Message), Given(input.Note), Given(input.Reason));
    }

    private async Task<bool> IsLastMoveAsync(Guid complaintId, Guid? seen, CancellationToken cancellationToken) =>
        seen is not null && seen == await db.ComplaintMoves.Where(m => m.ComplaintId == complaintId)
            .OrderByDescending(m => m.Id).Select(m => (Guid?)m.Id).FirstOrDefaultAsync(cancellationToken);

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
