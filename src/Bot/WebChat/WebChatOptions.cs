namespace SlrtBot.Bot.WebChat;

/// <summary>The settings under <c>WebChat</c>.</summary>
public sealed class WebChatOptions
{
    public const string Section = "WebChat";

    public bool Enabled { get; set; } = true;

    /// <summary>
    /// New conversations that one address may begin in ten minutes. Generous: behind one address of a mobile carrier
    /// stand thousands of phones. 0 turns the limit off.
    /// </summary>
    public int NewConversationsPerAddress { get; set; } = 300;

    /// <summary>Messages of all conversations of one address in a minute; 0 turns the limit off.</summary>
    public int MessagesPerAddress { get; set; } = 1200;

    /// <summary>Pages of one chat that hear by themselves what is new, at once; 0 turns the limit off.</summary>
    public int StreamsPerChat { get; set; } = 6;

    /// <summary>Such pages of all chats of one address; 0 turns the limit off.</summary>
    public int StreamsPerAddress { get; set; } = 500;

    /// <summary>Such pages in all, of this process; 0 turns the limit off.</summary>
    public int Streams { get; set; } = 5000;

    /// <summary>How long an answer without script waits for the bot's reply, in milliseconds.</summary>
    public int ReplyWait { get; set; } = 3000;
}
