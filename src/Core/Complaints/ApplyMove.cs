using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Complaints;

/// <summary>
/// Takes a complaint along one row of the workflow: status, history, audit and event together. Acts of other slices
/// (a referral, a resident's answer) move complaints through it, so that no move escapes the table.
/// </summary>
public sealed class ApplyMove(
    SlrtDbContext db, FieldCipher cipher, ReminderOptions reminders, AfterAnswerOptions after, AuditTrail audit, DomainEvents events)
{
    /// <param name="to">Only where the verb leads to several places.</param>
    /// <returns>Refused with <c>no_such_move</c> when the table does not list it.</returns>
    public Outcome<Complaint> Apply(
        Complaint complaint, string verb, Provenance by, string? message = null, string? note = null, string? reason = null,
        ComplaintStatus? to = null)
    {
        var from = complaint.Status;
        var listed = to is { } wanted ? ComplaintWorkflow.Table.Find(from, verb, wanted) : ComplaintWorkflow.Table.Find(from, verb);
        if (listed is not { } move)
        {
            return Refusal.Conflict("no_such_move");
        }

        complaint.Status = move.To;
        complaint.StatusType = move.To.Type();
        complaint.MovedAt = by.At;
        complaint.SettledAt = complaint.StatusType == StatusType.Settled ? by.At : null;
        // Also where no chat filed it: one may have been joined.
        complaint.RemindAt = complaint.StatusType == StatusType.Settled ? null : by.At.AddDays(reminders.IntervalDays);
        complaint.RaisedAt = null;
        Ask(complaint, verb, from, by.At);
        complaint.IsOverdue = complaint.IsOverdue && complaint.StatusType == StatusType.Open;

        var history = History(complaint, from, verb, by, message, note, reason);
        db.Add(history);
        audit.Record(
            by, "complaint.moved", "complaint", complaint.Id,
            new { verb, from = Codes.Of(from), to = Codes.Of(move.To), reason });
        events.Raise(new ComplaintMoved(ComplaintKey.Of(complaint), history.Id, verb, from, move.To, message, reason));
        return complaint;
    }

    /// <summary>
    /// Once help is announced the resident is asked whether it came; that takes the place of reminders. The time runs also
    /// where nobody can be asked.
    /// </summary>
    private void Ask(Complaint complaint, string verb, ComplaintStatus from, DateTime now)
    {
        if (!AnnouncesHelp(complaint.Status) || verb is "resident_confirms" or "close_unconfirmed")
        {
            complaint.AskAt = null;
            return;
        }

        complaint.RemindAt = null;
        if (from != ComplaintStatus.Answered)
        {
            (complaint.AskAt, complaint.Asked, complaint.AskRounds) = (after.Next(now, 0), 0, 0);
            (complaint.Confirmation, complaint.ConfirmedAt, complaint.Rating) = (null, null, null);
        }
    }

    private static bool AnnouncesHelp(ComplaintStatus status) =>
        status is ComplaintStatus.Answered or ComplaintStatus.Completed or ComplaintStatus.ServedDirectly;

    private ComplaintMove History(
        Complaint complaint, ComplaintStatus from, string verb, Provenance by, string? message, string? note, string? reason)
    {
        var id = SequentialId.Next(by.At);
        return new ComplaintMove
        {
            Id = id,
            ComplaintId = complaint.Id,
            FromStatus = from,
            ToStatus = complaint.Status,
            Verb = verb,
            Reason = reason,
            Message = cipher.SealOptional(message, "complaint_move", id, "message"),
            Note = cipher.SealOptional(note, "complaint_move", id, "note"),
            ActorKind = by.Kind,
            ActorId = by.ActorId,
            At = by.At,
        };
    }
}
