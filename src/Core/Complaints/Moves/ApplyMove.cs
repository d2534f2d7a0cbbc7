using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints.Promises;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Complaints.Moves;

/// <summary>
/// Takes a complaint along one row of the workflow: status, promise, history, audit and event together. Acts of other slices
/// (a referral, a resident's answer) move complaints through it, so that no move escapes the table.
/// </summary>
public sealed class ApplyMove(SlrtDbContext db, FieldCipher cipher, MoveTerms terms, AuditTrail audit, DomainEvents events)
{
    /// <returns>Refused as <see cref="Workflow{TStatus}.Take"/> refuses.</returns>
    public async Task<Outcome<Complaint>> ApplyAsync(Complaint complaint, string verb, Given given, CancellationToken cancellationToken)
    {
        var taken = ComplaintWorkflow.Table.Take(complaint.Status, verb, given);
        return taken.Succeeded ? await ApplyAsync(complaint, taken.Value, cancellationToken) : taken.Refusals.ToList();
    }

    /// <param name="taken">A row that begins where the complaint stands.</param>
    public async Task<Complaint> ApplyAsync(Complaint complaint, Taken<ComplaintStatus> taken, CancellationToken cancellationToken)
    {
        var (row, given) = (taken.Row, taken.Given);
        var before = Complaint.EndsWait(row) ? await SegmentsAsync(complaint.Id, cancellationToken) : [];
        db.AddRange(complaint.Move(taken, terms, before));

        var history = History(complaint.Id, taken);
        db.Add(history);
        var reason = given[ComplaintWorkflow.Reason];
        audit.Record(
            given.By, "complaint.moved", "complaint", complaint.Id,
            new { verb = row.Verb, from = Codes.Of(row.From), to = Codes.Of(row.To), reason });
        events.Raise(new ComplaintMoved(
            ComplaintKey.Of(complaint), history.Id, row.Verb, row.From, row.To, given[ComplaintWorkflow.Message], reason, given.By));
        return complaint;
    }

    /// <summary>Oldest first, with those of the unit at hand, which are not stored yet, but tracked.</summary>
    private async Task<IReadOnlyList<PromiseSegment>> SegmentsAsync(Guid complaintId, CancellationToken cancellationToken)
    {
        await db.PromiseSegments.Where(s => s.ComplaintId == complaintId).LoadAsync(cancellationToken);
        return [.. db.PromiseSegments.Local.Where(s => s.ComplaintId == complaintId).OrderBy(s => s.FromAt).ThenBy(s => s.Id)];
    }

    private ComplaintMove History(Guid complaintId, Taken<ComplaintStatus> taken)
    {
        var (row, given) = (taken.Row, taken.Given);
        var id = SequentialId.Next(given.By.At);
        return new ComplaintMove
        {
            Id = id,
            ComplaintId = complaintId,
            FromStatus = row.From,
            ToStatus = row.To,
            Verb = row.Verb,
            Reason = given[ComplaintWorkflow.Reason],
            VisitId = given.IdOf(ComplaintWorkflow.Visit),
            Message = cipher.SealOptional(given[ComplaintWorkflow.Message], ComplaintMove.Table, id, "message"),
            Note = cipher.SealOptional(given[ComplaintWorkflow.Note], ComplaintMove.Table, id, "note"),
            ActorKind = given.By.Kind,
            ActorId = given.By.ActorId,
            At = given.By.At,
        };
    }
}
