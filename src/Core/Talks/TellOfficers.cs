using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Phrases;

namespace SlrtBot.Core.Talks;

/// <summary>
/// Writes of an emergency to the chats of those who may take it, at any hour and without a word of what was said: the
/// console tells that. Where the alarm turns out to be elsewhere, those who have been told are not told again.
/// </summary>
public sealed class TellOfficers(SlrtDbContext db, OfficersOnCall officers, Outbox outbox, PhraseBook phrases, AreaCatalogue areas)
    : IEventHandler<AlarmRaised>
{
    public async Task HandleAsync(AlarmRaised happened, CancellationToken cancellationToken)
    {
        if (await db.Talks.FindAsync([happened.TalkId], cancellationToken) is not { } talk)
        {
            return;
        }

        foreach (var chat in await officers.OfAsync(talk, happened.By.At, cancellationToken))
        {
            var conversation = await db.Conversations.SingleAsync(c => c.Id == chat.ConversationId, cancellationToken);
            var key = $"{talk.AlertKey()}{talk.AlertedAt:yyyyMMddHHmmss}:{conversation.Id:N}";
            if (!await db.OutboundMessages.AnyAsync(m => m.DedupeKey == key, cancellationToken))
            {
                outbox.Enqueue(
                    conversation, new MessageContent(phrases.Get(conversation.Language, "emergency.alert", ("area", areas.Label(talk.Closest())))),
                    OutboundKind.Notice, key, happened.By.At);
            }
        }
    }
}
