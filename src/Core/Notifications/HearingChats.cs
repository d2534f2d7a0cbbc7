using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Notifications;

/// <param name="IsFiling">The complaint came from it; false where it was joined by a slip.</param>
/// <param name="ReadsAll">False: the status and nothing more.</param>
public sealed record HearingChat(Conversation Conversation, bool IsFiling, bool ReadsAll)
{
    /// <summary>Whether the help has come is asked where the complaint came from, and of those who may read its answer.</summary>
    public bool MayAnswer => IsFiling || ReadsAll;

    /// <summary>What sets the key of a joined chat's message apart from that of the filing one.</summary>
    public string KeyEnd => IsFiling ? "" : $":{Conversation.Id:N}";
}

/// <summary>The chats that hear of a complaint unasked: those whose people have not stopped it.</summary>
public sealed class HearingChats(SlrtDbContext db, RepresentativeQueries representatives)
{
    /// <summary>The chat that filed it comes first.</summary>
    public async Task<IReadOnlyList<HearingChat>> OfAsync(Complaint complaint, CancellationToken cancellationToken)
    {
        var hearing = new List<HearingChat>();
        foreach (var chat in await representatives.ChatsOfAsync(complaint, cancellationToken))
        {
            if (await db.Conversations.FindAsync([chat.ConversationId], cancellationToken) is { NoticesStoppedAt: null } conversation)
            {
                hearing.Add(new HearingChat(conversation, conversation.Id == complaint.ConversationId, chat.ReadsAll));
            }
        }

        return hearing;
    }
}
