using SlrtBot.Core.Conversations;
using SlrtBot.Core.Files;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Bot.Protocol;

/// <summary>The bot as a channel sees it: one turn in, replies buffered on the context.</summary>
public interface IBot
{
    Task OnTurnAsync(TurnContext turnContext, CancellationToken cancellationToken);

    /// <summary>
    /// Whether pieces of a story that wait for their end (see <see cref="Conversation.CollectUntil"/>) have to be taken
    /// before this activity, because it is no further piece. Changes nothing.
    /// </summary>
    bool EndsPause(TurnContext turnContext) => false;
}

/// <summary>
/// One incoming activity, the chat it came from, and the replies to it. Replies are buffered, not sent: they become
/// outbox rows in the same transaction as whatever the turn changed.
/// </summary>
/// <param name="conversation">Tracked: what the bot changes on it is saved with the turn.</param>
/// <param name="message">The inbox row of this turn, tracked.</param>
/// <param name="files">What was sent with it, tracked: a dialog gives them a draft or a complaint to belong to.</param>
public sealed class TurnContext(
    Activity activity, Conversation conversation, InboundMessage message, IReadOnlyList<StoredFile> files, Provenance by)
{
    private readonly List<MessageContent> _replies = [];

    public Activity Activity { get; } = activity;

    public Conversation Conversation { get; } = conversation;

    public InboundMessage Message { get; } = message;

    public IReadOnlyList<StoredFile> Files { get; } = files;

    public Provenance By { get; } = by;

    /// <summary>UTC.</summary>
    public DateTime Now => By.At;

    /// <summary>The inbox rows that are answered with this one, where a story came in pieces.</summary>
    public IReadOnlyList<Guid> Pieces { get; set; } = [];

    /// <summary>The person's message holds what should not lie in a chat: it is taken out where the channel can do that.</summary>
    public bool RemovesMessage { get; set; }

    public IReadOnlyList<MessageContent> Replies => _replies;

    public void Say(MessageContent reply) => _replies.Add(reply);

    /// <summary>What was said so far stays unsaid.</summary>
    public void Unsay() => _replies.Clear();
}
