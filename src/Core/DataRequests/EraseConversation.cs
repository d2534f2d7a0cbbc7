using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Changes;
using SlrtBot.Core.Complaints.Moves;
using SlrtBot.Core.Complaints.Persons;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Files;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.DataRequests;

/// <summary>A person's words and identity are gone: slices that keep words about the same complaints empty theirs in the same save.</summary>
public sealed record ConversationErased(Guid ConversationId, IReadOnlyList<Guid> ComplaintIds, Provenance By) : IDomainEvent;

/// <summary>
/// Empties a chat and its complaints of everything personal, also of what other chats that hear of these complaints wrote
/// and were told about them. Category, area, status and times stay: they name nobody and
/// carry the figures. The audit holds ids only and stays. What is not settled is withdrawn first; a complaint that lies
/// with a partner cannot be. The chat's own address stays sealed, since the answer goes there.
/// </summary>
public sealed class EraseConversation(SlrtDbContext db, SealedColumns columns, ForgetPersons persons, ApplyMove moves, DomainEvents events)
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
                var given = new Given(by) { May = permission => permission == Permission.AnswerDataRequests };
                var moved = await moves.ApplyAsync(complaint, WithdrawComplaint.Verb, given, cancellationToken);
                if (!moved.Succeeded)
                {
                    return moved.Refusals[0];
                }
            }

            Empty(complaint);
        }

        await persons.LetGoAsync(complaints, by, cancellationToken);
        var ids = complaints.Select(c => c.Id).ToList();
        db.RemoveRange(await db.ComplaintWords.Where(w => ids.Contains(w.ComplaintId)).ToListAsync(cancellationToken));
        db.RemoveRange(await db.ComplaintNotes.Where(n => ids.Contains(n.ComplaintId)).ToListAsync(cancellationToken));
        await EmptyAsync(db.ComplaintMoves.Where(m => ids.Contains(m.ComplaintId)), cancellationToken);
        await EmptyAsync(db.Products.Where(p => ids.Contains(p.ComplaintId)), cancellationToken);
        await EmptyAsync(db.PairDecisions.Where(d => ids.Contains(d.ComplaintId)), cancellationToken);
        await EmptyAsync(db.ComplaintFeedback.Where(f => ids.Contains(f.ComplaintId)), cancellationToken);
        await EmptyAsync(db.ComplaintFeedback.Where(f => f.ConversationId == conversation.Id), cancellationToken);
        await EmptyAsync(db.Talks.Where(t => t.ConversationId == conversation.Id), cancellationToken);
        await EmptyAsync(db.DataRequests.Where(r => r.ConversationId == conversation.Id), cancellationToken);
        await EndRepresentativesAsync(conversation, ids, by, cancellationToken);
        await EmptyHeardAsync(db.InboundMessages.Where(m => m.ConversationId == conversation.Id), cancellationToken);
        await EmptyHeardAsync(db.InboundMessages.Where(m => m.ComplaintId != null && ids.Contains(m.ComplaintId.Value)), cancellationToken);
        await EmptySaidAsync(db.OutboundMessages.Where(m => m.ConversationId == conversation.Id), cancellationToken);
        await EmptySaidAsync(db.OutboundMessages.Where(m => m.ComplaintId != null && ids.Contains(m.ComplaintId.Value)), cancellationToken);
        await ForgetFilesAsync(conversation, ids, cancellationToken);
        Empty(conversation);
        events.Raise(new ConversationErased(conversation.Id, ids, by));
        return null;
    }

    private void Empty(Complaint complaint)
    {
        columns.Empty(complaint);
        complaint.PhoneIndex = complaint.NationalIdIndex = complaint.NationalIdTail = null;
        complaint.LeaveInPeace();
    }

    private void Empty(Conversation conversation)
    {
        // The answer to the request goes to its address.
        columns.Empty(conversation, keep: nameof(Conversation.Address));
        conversation.Danger = null;
        conversation.CollectUntil = conversation.PinOpenUntil = null;
        conversation.DraftId = null;
        conversation.Dialog = conversation.Step = conversation.VillageCode = conversation.ConsentVersion = null;
        conversation.ConsentAt = null;
    }

    private async Task EmptyAsync(IQueryable<object> rows, CancellationToken cancellationToken) =>
        (await rows.ToListAsync(cancellationToken)).ForEach(row => columns.Empty(row));

    /// <summary>Also those of other chats that hear of these complaints, and of other complaints that this chat hears of.</summary>
    private async Task EndRepresentativesAsync(Conversation conversation, List<Guid> complaintIds, Provenance by, CancellationToken cancellationToken)
    {
        var rows = await db.Representatives.Where(r => complaintIds.Contains(r.ComplaintId)).ToListAsync(cancellationToken);
        rows.AddRange(await db.Representatives.Where(r => r.ConversationId == conversation.Id).ToListAsync(cancellationToken));
        foreach (var row in rows)
        {
            columns.Empty(row);
            row.SlipHash = null;
            row.EndedAt ??= by.At;
        }
    }

    /// <summary>What has not had its turn yet is a message after the request.</summary>
    private async Task EmptyHeardAsync(IQueryable<InboundMessage> heard, CancellationToken cancellationToken)
    {
        foreach (var message in await heard.ToListAsync(cancellationToken))
        {
            columns.Empty(message, keep: message.State == InboundState.New ? [nameof(InboundMessage.Payload)] : []);
        }
    }

    /// <summary>Also what a dispatcher has in hand: if that fails, nothing is left to be sent again.</summary>
    private async Task EmptySaidAsync(IQueryable<OutboundMessage> said, CancellationToken cancellationToken)
    {
        foreach (var message in await said.ToListAsync(cancellationToken))
        {
            columns.Empty(message, instead: Gone);
            message.State = message.State == OutboundState.Sent ? OutboundState.Sent : OutboundState.Cancelled;
        }
    }

    private async Task ForgetFilesAsync(Conversation conversation, List<Guid> complaintIds, CancellationToken cancellationToken)
    {
        var files = await db.StoredFiles.Where(f => f.ConversationId == conversation.Id).ToListAsync(cancellationToken);
        files.AddRange(await db.StoredFiles
            .Where(f => f.ConversationId != conversation.Id && f.ComplaintId != null && complaintIds.Contains(f.ComplaintId.Value))
            .ToListAsync(cancellationToken));
        db.RemoveRange(files);
        if (files.Count > 0)
        {
            events.Raise(new FilesForgotten([.. files.Select(f => f.Id)]));
        }
    }
}
