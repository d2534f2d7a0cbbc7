using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Complaints.Products;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Complaints.Moves;

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

    /// <summary>Fields of the products that the row demands (<see cref="ProductFields"/>), as entered.</summary>
    public IReadOnlyDictionary<string, string> Products { get; init; } = new Dictionary<string, string>();

    /// <summary>What is wrong with it whatever the verb; what the verb requires, the workflow asks for.</summary>
    public IEnumerable<Refusal> Problems()
    {
        foreach (var (name, value) in new[] { (ComplaintWorkflow.Message, Message), (ComplaintWorkflow.Note, Note) })
        {
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
public sealed class MoveComplaint(SlrtDbContext db, ApplyMove moves, StepProducts products)
{
    /// <returns>
    /// Refused as <see cref="Workflow{TStatus}.Take"/> refuses, with <c>stale</c>, and with what is wrong in a product, by its field.
    /// </returns>
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

        if (ComplaintWorkflow.IsPerformedElsewhere(input.Verb)
            || ComplaintWorkflow.Table.Find(complaint.Status, input.Verb) is not { } row || !ComplaintWorkflow.IsFor(row, complaint))
        {
            return Refusal.Conflict("no_such_move");
        }

        var given = new Given(by) { May = permission => actor.MayDo(permission, complaint) }
            .With(ComplaintWorkflow.Message, input.Message).With(ComplaintWorkflow.Note, input.Note).With(ComplaintWorkflow.Reason, input.Reason);
        if (!row.IsForDesk(given.May))
        {
            return Refusal.Forbidden();
        }

        var demanded = await products.GiveAsync(complaint, row, input.Products, actor, given, cancellationToken);
        var taken = ComplaintWorkflow.Table.Take(complaint.Status, input.Verb, demanded.Given);
        if (taken.And(input.Problems().Concat(demanded.Problems)) is { Count: > 0 } problems)
        {
            return problems;
        }

        products.Keep(demanded);
        return await moves.ApplyAsync(complaint, taken.Value, cancellationToken);
    }

    private async Task<bool> IsLastMoveAsync(Guid complaintId, Guid? seen, CancellationToken cancellationToken) =>
        seen is not null && seen == await db.ComplaintMoves.Where(m => m.ComplaintId == complaintId)
            .OrderByDescending(m => m.Id).Select(m => (Guid?)m.Id).FirstOrDefaultAsync(cancellationToken);
}
