using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Complaints.Dangers;
using SlrtBot.Core.Complaints.Lodging;
using SlrtBot.Core.Complaints.Moves;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Complaints.Changes;

/// <summary>
/// A resident's messages and files belong to a complaint that is under way: they join its thread, and where staff were
/// waiting for an answer the complaint goes back to them. One that was closed because nobody could be reached is opened
/// again by this.
/// </summary>
public sealed class AddToComplaint(
    SlrtDbContext db, ChatWall wall, FieldCipher cipher, ApplyMove moves, ReopenByResident reopen, MarkDanger danger, MarkPressing pressing, AuditTrail audit, DomainEvents events)
{
    /// <param name="added">What belongs to another complaint already is left where it is.</param>
    /// <returns>Refused with <c>only_hears</c>, or with <c>settled</c> where there is nothing left to add to.</returns>
    public async Task<Outcome<Complaint>> DoAsync(Guid complaintId, KeptMessages added, Provenance by, CancellationToken cancellationToken)
    {
        var spoken = await wall.SpokenForAsync(complaintId, by, cancellationToken);
        if (!spoken.Succeeded)
        {
            return spoken;
        }

        var complaint = spoken.Value;

        if (complaint.StatusType == StatusType.Settled
            && (complaint.Status != ComplaintStatus.Unreachable || !(await reopen.ApplyAsync(complaint, by, cancellationToken)).Succeeded))
        {
            return Refusal.Conflict("settled");
        }

        await JoinAsync(complaint.Id, added, by, cancellationToken);
        complaint.KeepNumbers(added.Numbers, cipher);
        audit.Record(by, "resident.wrote", "complaint", complaint.Id);
        events.Raise(new ResidentWrote(ComplaintKey.Of(complaint), by));
        _ = (added.IsUrgent && danger.Apply(complaint, by)) || (added.IsPressing && await pressing.ApplyAsync(complaint, by, cancellationToken));
        return complaint.Status == ComplaintStatus.NeedsInformation
            ? await moves.ApplyAsync(complaint, "resident_answers", new Given(by), cancellationToken)
            : complaint;
    }

    private async Task JoinAsync(Guid complaintId, KeptMessages added, Provenance by, CancellationToken cancellationToken)
    {
        var (messages, files) = (added.Messages.ToArray(), added.Files.ToArray());
        await db.InboundMessages
            .Where(m => m.ConversationId == by.ActorId && (messages.Contains(m.Id) || (m.CorrectsId != null && messages.Contains(m.CorrectsId.Value))))
            .LoadAsync(cancellationToken);
        await db.StoredFiles.Where(f => files.Contains(f.Id) && f.ConversationId == by.ActorId).LoadAsync(cancellationToken);

        // Those of the turn at hand are not stored yet, but tracked.
        foreach (var message in db.InboundMessages.Local.Where(m => messages.Contains(m.Id) || messages.Contains(m.CorrectsId ?? m.Id)))
        {
            message.ComplaintId ??= complaintId;
        }

        foreach (var file in db.StoredFiles.Local.Where(f => files.Contains(f.Id)))
        {
            file.ComplaintId ??= complaintId;
        }
    }
}
