using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Tellings;

/// <summary>
/// An outcome, an answer or a question that no chat takes becomes somebody's task. Steps in between do not: nobody walks to a
/// house to say that a report was read.
/// </summary>
public sealed class TellWhoHasNoChat(SlrtDbContext db, RepresentativeQueries representatives, AskToTell ask) : IEventHandler<ComplaintMoved>
{
    public async Task HandleAsync(ComplaintMoved happened, CancellationToken cancellationToken)
    {
        if (!IsCarried(happened) || await db.Complaints.FindAsync([happened.Complaint.Id], cancellationToken) is not { IsAnonymous: false } complaint)
        {
            return;
        }

        await AskUnlessHeardAsync(complaint, happened.Message, happened.By, cancellationToken);
    }

    /// <summary>Nothing is asked of anybody where a chat takes the news.</summary>
    public async Task AskUnlessHeardAsync(Complaint complaint, string? words, Provenance by, CancellationToken cancellationToken)
    {
        var chats = (await representatives.ChatsOfAsync(complaint, cancellationToken)).Select(c => c.ConversationId).ToList();
        if (chats.Count == 0 || !await db.Conversations.AnyAsync(c => chats.Contains(c.Id) && c.Reachable && c.NoticesStoppedAt == null, cancellationToken))
        {
            await ask.AskAsync(complaint, chats.Count == 0 ? TellingReason.NoChat : TellingReason.DeadChat, words, by, cancellationToken);
        }
    }

    /// <summary>What the resident has done knows the resident.</summary>
    private static bool IsCarried(ComplaintMoved happened) => happened.By.Kind != ActorKind.Resident
        && (happened.To is ComplaintStatus.NeedsInformation or ComplaintStatus.Answered || happened.To.Type() == StatusType.Settled)
        && happened.To != ComplaintStatus.Withdrawn;
}
