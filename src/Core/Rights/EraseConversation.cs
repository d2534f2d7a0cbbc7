using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Rights;

/// <summary>A person's words and identity are gone: slices that keep words about the same complaints empty theirs in the same save.</summary>
public sealed record ConversationErased(Guid ConversationId, IReadOnlyList<Guid> ComplaintIds, Provenance By) : IDomainEvent;

/// <summary>
/// Empties a chat and its complaints of everything personal. Category, area, status and times stay: they name nobody and
/// carry the figures. The audit holds ids only and stays. What is not settled is withdrawn first; a complaint that lies
/// with a partner cannot be. The chat's own address stays sealed, since the answer goes there.
/// </summary>
public sealed class EraseConversation(SlrtDbContext db, FieldCipher cipher, ApplyMove moves, DomainEvents events)
{
    /// <summary>What lies with others: they would go on with papers of which nothing is left here.</summary>
    private static readonly ComplaintStatus[] EndedFirst =
    [
        ComplaintStatus.SupervisorReview, ComplaintStatus.ManagerDecision, ComplaintStatus.Referred, ComplaintStatus.AcceptedByPartner,
        ComplaintStatus.InService, ComplaintStatus.Answered,
    ];

    private const string Gone = """{"Text":""}""";

    /// <returns>The refusal that stopped it; null when it is done.</returns>
    public async Task<Refusal?> RunAsync(Conversation conversation, Provenance by, CancellationToken cancellationToken)
    {
        var complaints = await db.Complaints.Where(c => c.ConversationId == conversation.Id).ToListAsync(cancellationToken);
        if (complaints.Any(c => EndedFirst.Contains(c.Status)))
        {
            return Refusal.Conflict("complaint_with_partner");
        }

        foreach (var complaint in complaints)
        {
            if (complaint.StatusType != StatusType.Settled)
            {
                // Whoever answers the request may do what follows from it, wherever the complaint lies.
                var given = new Given(by) { May = permission => permission == Permission.AnswerRights };
                var moved = await moves.ApplyAsync(complaint, WithdrawComplaint.Verb, given, cancellationToken);
                if (!moved.Succeeded)
                {
                    return moved.Refusals[0];
                }
            }

            Empty(complaint);
        }

        var ids = complaints.Select(c => c.Id).ToList();
        db.RemoveRange(await db.ComplaintWords.Where(w => ids.Contains(w.ComplaintId)).ToListAsync(cancellationToken));
        db.RemoveRange(await db.ComplaintNotes.Where(n => ids.Contains(n.ComplaintId)).ToListAsync(cancellationToken));
        foreach (var move in await db.ComplaintMoves.Where(m => ids.Contains(m.ComplaintId)).ToListAsync(cancellationToken))
        {
            move.Message = null;
            move.Note = null;
        }

        await EndRepresentativesAsync(conversation, ids, by, cancellationToken);
        await EmptyMessagesAsync(conversation, cancellationToken);
        // The bytes go with the sweep of files that no row names.
        db.RemoveRange(await db.StoredFiles.Where(f => f.ConversationId == conversation.Id).ToListAsync(cancellationToken));
        events.Raise(new ConversationErased(conversation.Id, ids, by));
        return null;
    }

    private void Empty(Complaint complaint)
    {
        complaint.ReporterName = complaint.SubjectName = complaint.Phone = complaint.NationalId = complaint.Address = complaint.Location = null;
        complaint.GuardianName = complaint.CardAddress = complaint.OfficialName = complaint.WrittenNumbers = complaint.UrgencyWords = null;
        complaint.PhoneIndex = complaint.NationalIdIndex = null;
        complaint.Story = cipher.Seal(string.Empty, "complaint", complaint.Id, "story");
        complaint.LeaveInPeace();
    }

    /// <summary>Also those of other chats that hear of these complaints, and of other complaints that this chat hears of.</summary>
    private async Task EndRepresentativesAsync(Conversation conversation, List<Guid> complaintIds, Provenance by, CancellationToken cancellationToken)
    {
        var rows = await db.Representatives.Where(r => complaintIds.Contains(r.ComplaintId)).ToListAsync(cancellationToken);
        rows.AddRange(await db.Representatives.Where(r => r.ConversationId == conversation.Id).ToListAsync(cancellationToken));
        foreach (var row in rows)
        {
            row.Name = null;
            row.SlipHash = null;
            row.EndedAt ??= by.At;
        }
    }

    private async Task EmptyMessagesAsync(Conversation conversation, CancellationToken cancellationToken)
    {
        foreach (var message in await db.InboundMessages.Where(m => m.ConversationId == conversation.Id).ToListAsync(cancellationToken))
        {
            message.Payload = message.State == InboundState.New ? message.Payload : null;
            message.Text = null;
            message.Note = null;
        }

        var said = await db.OutboundMessages.Where(m => m.ConversationId == conversation.Id).ToListAsync(cancellationToken);
        foreach (var message in said.Where(m => m.State != OutboundState.Leased))
        {
            message.Withheld = null;
            message.Body = cipher.Seal(Gone, "outbound_message", message.Id, "body");
            message.State = message.State == OutboundState.Sent ? OutboundState.Sent : OutboundState.Cancelled;
        }

        conversation.Draft = conversation.Prompt = conversation.Collected = conversation.Held = conversation.Kept = null;
        conversation.Danger = null;
        conversation.Pin = null;
        conversation.CollectUntil = conversation.PinOpenUntil = null;
        conversation.DraftId = null;
        conversation.Dialog = conversation.Step = conversation.VillageCode = conversation.ConsentVersion = null;
        conversation.ConsentAt = null;
    }
}
