using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Phrases;

namespace SlrtBot.Core.Notifications;

/// <summary>
/// Whoever told of one thing and is worked for as another must hear of it: they know best. Nothing is said of what is delicate, now
/// or before, since a phone is read by others too.
/// </summary>
public sealed class TellOfCategory(SlrtDbContext db, Outbox outbox, HearingChats chats, NoticeTime noticeTime, NoticeLimits limits, PhraseBook phrases)
    : IEventHandler<ComplaintRecategorised>
{
    public async Task HandleAsync(ComplaintRecategorised happened, CancellationToken cancellationToken)
    {
        if (happened.From == happened.To || happened.Complaint.IsDelicate() || happened.Before.IsDelicate()
            || await db.Complaints.FindAsync([happened.Complaint.Id], cancellationToken) is not { StatusType: StatusType.Open } complaint)
        {
            return;
        }

        foreach (var chat in await chats.OfAsync(complaint, cancellationToken))
        {
            if (chat.ReadsAll && await limits.NextAsync(chat.Conversation, complaint, happened.By.At, cancellationToken) is null)
            {
                Tell(chat, complaint, happened);
            }
        }
    }

    private void Tell(HearingChat chat, Complaint complaint, ComplaintRecategorised happened)
    {
        var (language, at) = (chat.Conversation.Language, happened.By.At);
        var words = phrases.Get(
            language, "notice.recategorised",
            ("reference", complaint.Reference), ("category", phrases.Get(language, $"category.{happened.To}")), ("date", phrases.Date(language, complaint.PromiseOn)));
        outbox.Enqueue(
            chat.Conversation, new MessageContent(words) { Reference = complaint.Reference }, OutboundKind.Notice,
            $"category:{complaint.Id:N}:{at:yyyyMMddHHmmssfff}{chat.KeyEnd}", at, noticeTime.For(chat.Conversation, complaint.VillageCode, at), complaint.Id);
    }
}
