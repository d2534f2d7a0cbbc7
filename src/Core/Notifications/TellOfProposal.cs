using SlrtBot.Core.Areas;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Proposals;

namespace SlrtBot.Core.Notifications;

/// <summary>The resident is told that their data were proposed, what the village said, that it went to the ministry, and the answer.</summary>
public sealed class TellOfProposal(SlrtDbContext db, Outbox outbox, HearingChats chats, NoticeTime noticeTime, NeutralNews neutral, ProposalNews news, AreaCatalogue areas)
    : IEventHandler<ProposalMade>, IEventHandler<ProposalMoved>
{
    public async Task HandleAsync(ProposalMade happened, CancellationToken cancellationToken)
    {
        if (await db.Proposals.FindAsync([happened.ProposalId], cancellationToken) is { } proposal)
        {
            await TellAsync(happened.Complaint.Id, happened.ProposalId, language => news.Made(language, proposal, happened.Complaint.Reference), "made", happened.By.At, cancellationToken);
        }
    }

    public async Task HandleAsync(ProposalMoved happened, CancellationToken cancellationToken)
    {
        if (ProposalNews.IsTold(happened))
        {
            var today = LocalDay.Of(happened.By.At, areas.ZoneOf(happened.Complaint.VillageCode));
            await TellAsync(happened.Complaint.Id, happened.ProposalId, language => news.Moved(language, happened, today), happened.Verb, happened.By.At, cancellationToken);
        }
    }

    private async Task TellAsync(Guid complaintId, Guid proposalId, Func<string, string> words, string what, DateTime at, CancellationToken cancellationToken)
    {
        if (await db.Complaints.FindAsync([complaintId], cancellationToken) is not { } complaint)
        {
            return;
        }

        foreach (var chat in (await chats.OfAsync(complaint, cancellationToken)).Where(c => !c.Conversation.IsInDanger))
        {
            outbox.Enqueue(
                chat.Conversation, chat.ReadsAll ? new MessageContent(words(chat.Conversation.Language)) { Reference = complaint.Reference } : neutral.Of(chat, complaint),
                OutboundKind.Notice, $"proposal:{proposalId:N}:{what}:{at:yyyyMMddHHmmssfff}{chat.KeyEnd}", at, noticeTime.For(chat.Conversation, complaint.VillageCode, at), complaint.Id);
        }
    }
}
