using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Numbers;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Talks;

/// <summary>
/// A talk with an officer begins: where a program may listen at the other end of the channel (the page that shows the
/// chat, an agent's desk), it hears of it, with what was said so far. Numbers of people are masked in it.
/// </summary>
public sealed class AnnounceTalk(SlrtDbContext db, Outbox outbox, FieldCipher cipher) : IEventHandler<TalkBegun>
{
    private const int LongestTranscript = 50;

    public async Task HandleAsync(TalkBegun happened, CancellationToken cancellationToken)
    {
        if (await db.Conversations.SingleOrDefaultAsync(c => c.Id == happened.ConversationId, cancellationToken) is not { } conversation
            || !Channels.TakesEvents(conversation.Channel))
        {
            return;
        }

        outbox.Enqueue(
            conversation, new MessageContent("") { Transcript = await SaidAsync(conversation.Id, cancellationToken) }, OutboundKind.Event,
            $"handover:{happened.TalkId:N}:begun", happened.By.At);
    }

    private async Task<IReadOnlyList<SaidLine>> SaidAsync(Guid conversationId, CancellationToken cancellationToken)
    {
        var heard = await db.InboundMessages.AsNoTracking().Where(m => m.ConversationId == conversationId && m.Text != null)
            .OrderByDescending(m => m.Id).Take(LongestTranscript).Select(m => new { m.Id, m.Text, m.ReceivedAt }).ToListAsync(cancellationToken);
        var said = await db.OutboundMessages.AsNoTracking()
            .Where(m => m.ConversationId == conversationId && (m.Kind == OutboundKind.Reply || m.Kind == OutboundKind.Notice || m.Kind == OutboundKind.Staff))
            .OrderByDescending(m => m.Id).Take(LongestTranscript).ToListAsync(cancellationToken);
        return
        [
            .. heard.Select(m => new SaidLine(true, StrayNumbers.Mask(cipher.Open(m.Text!, InboundMessage.Table, m.Id, "text")), m.ReceivedAt))
                .Concat(said.Select(m => new SaidLine(false, StrayNumbers.Mask(cipher.OpenBody(m.Body, m.Id).Text), m.CreatedAt)))
                .OrderBy(l => l.At).TakeLast(LongestTranscript),
        ];
    }
}
