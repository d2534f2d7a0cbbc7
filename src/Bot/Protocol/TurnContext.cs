namespace SlrtBot.Bot.Protocol;

/// <summary>The bot as a channel sees it: one turn in, replies buffered on the context.</summary>
public interface IBot
{
    Task OnTurnAsync(TurnContext turnContext, CancellationToken cancellationToken);
}

/// <summary>
/// One incoming activity and the replies to it. Replies are buffered, not sent: they become outbox rows in the
/// same transaction as whatever the turn changed.
/// </summary>
public sealed class TurnContext(Activity activity)
{
    private readonly List<Activity> _replies = [];

    public Activity Activity { get; } = activity;

    public IReadOnlyList<Activity> Replies => _replies;

    public bool Responded => _replies.Count > 0;

    /// <summary>Addresses <paramref name="reply"/> to whoever sent the incoming activity and keeps it.</summary>
    public void Send(Activity reply) =>
        _replies.Add(reply.ApplyConversationReference(Activity.GetConversationReference()));

    public void Send(string text) => Send(Activity.OfText(text));
}
