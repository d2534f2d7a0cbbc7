namespace SlrtBot.Bot.Telegram;

/// <summary>
/// What became of a call to the Bot API. The API has no idempotency key, so the difference between "certainly
/// not sent" and "perhaps sent" decides whether a repeat can reach the person twice.
/// </summary>
public abstract record SendOutcome
{
    private SendOutcome()
    {
    }

    /// <param name="MessageId">0 where the API gave none: it arrives, but cannot be edited.</param>
    public sealed record Sent(long MessageId) : SendOutcome;

    /// <summary>
    /// Too many messages (429). The answer never says whether the chat or the bot is meant, and hammering gets
    /// bots banned, so the whole bot pauses.
    /// </summary>
    /// <param name="NotBefore">UTC.</param>
    public sealed record Retry(DateTime NotBefore) : SendOutcome;

    /// <summary>Refused for good.</summary>
    /// <param name="Reason">The API's description, without personal data.</param>
    /// <param name="Unreachable">The person cannot be reached here any more: blocked, deactivated, no such chat.</param>
    public sealed record Permanent(int Code, string Reason, bool Unreachable) : SendOutcome;

    /// <summary>Nothing left this host, or nothing but a proxy saw it: repeating cannot reach anybody twice.</summary>
    public sealed record SafeRetry(string Reason) : SendOutcome;

    /// <summary>It may have been sent: time-out while waiting for the answer, 5xx, unreadable answer.</summary>
    /// <param name="IsBroken">The connection was seen to break: nobody is sending it any more.</param>
    public sealed record Unknown(string Reason, bool IsBroken = false) : SendOutcome;

    /// <summary>The token is wrong or revoked (401, 404): sending stops, and no message is to blame.</summary>
    public sealed record BotBroken(int Code) : SendOutcome;
}

/// <summary>What a call gave back, or why it did not.</summary>
/// <param name="Problem">Null where it succeeded; never <see cref="SendOutcome.Sent"/>.</param>
public sealed record TelegramAnswer<T>(T? Result, SendOutcome? Problem)
{
    public bool Succeeded => Problem is null;
}
