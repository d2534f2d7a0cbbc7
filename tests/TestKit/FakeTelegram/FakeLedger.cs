using System.Text.Json.Nodes;

namespace SlrtBot.TestKit.FakeTelegram;

/// <summary>A button under a message, or a key of the keyboard that replaced the phone's.</summary>
public sealed record SeenButton(string Label, string? Data = null, string? Url = null, string? Asks = null);

/// <summary>One message in a chat as the person sees it now.</summary>
public sealed class SeenMessage
{
    public required long Id { get; init; }

    public required long ChatId { get; init; }

    public required bool FromBot { get; init; }

    /// <summary>The call's body as it came over the wire.</summary>
    public required JsonObject Raw { get; init; }

    public required DateTimeOffset At { get; init; }

    public string Text { get; internal set; } = "";

    public IReadOnlyList<SeenButton> Buttons { get; internal set; } = [];

    /// <summary>Texts that stood here before, oldest first.</summary>
    public List<string> EarlierTexts { get; } = [];

    public bool IsDeleted { get; internal set; }

    public bool IsSilent => Raw["disable_notification"]?.GetValue<bool>() == true;

    public bool IsProtected => Raw["protect_content"]?.GetValue<bool>() == true;

    public long? QuotedId => Raw["reply_parameters"]?["message_id"]?.GetValue<long>();

    public override string ToString() =>
        Buttons.Count == 0 ? Text : $"{Text} [{string.Join("] [", Buttons.Select(b => b.Label))}]";
}

/// <summary>Every message of every chat, in the order in which the people saw them.</summary>
public sealed class FakeLedger
{
    private readonly Lock _gate = new();
    private readonly Dictionary<long, List<SeenMessage>> _chats = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Called for each message of the bot the moment it arrives; for measuring.</summary>
    public Action<SeenMessage>? OnArrival { get; set; }

    public IReadOnlyList<SeenMessage> Of(long chatId)
    {
        lock (_gate)
        {
            return [.. _chats.GetValueOrDefault(chatId) ?? []];
        }
    }

    /// <summary>Waits until <paramref name="choose"/> finds what it looks for in the chat.</summary>
    /// <exception cref="TimeoutException">It did not come; the text says what came instead.</exception>
    public async Task<T> WaitAsync<T>(long chatId, Func<IReadOnlyList<SeenMessage>, T?> choose, TimeSpan patience)
        where T : class
    {
        using var limit = new CancellationTokenSource(patience);
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                changed = _changed.Task;
            }

            if (choose(Of(chatId)) is { } found)
            {
                return found;
            }

            try
            {
                await changed.WaitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException($"It did not arrive within {patience}. Seen so far:\n{string.Join('\n', Of(chatId))}");
            }
        }
    }

    internal SeenMessage Add(long chatId, bool fromBot, string text, IReadOnlyList<SeenButton> buttons, JsonObject raw)
    {
        SeenMessage message;
        lock (_gate)
        {
            if (!_chats.TryGetValue(chatId, out var chat))
            {
                _chats[chatId] = chat = [];
            }

            message = new SeenMessage
            {
                Id = 100 + chat.Count,
                ChatId = chatId,
                FromBot = fromBot,
                Raw = raw,
                At = TimeProvider.System.GetUtcNow(),
                Text = text,
                Buttons = buttons,
            };
            chat.Add(message);
        }

        if (fromBot)
        {
            OnArrival?.Invoke(message);
        }

        Announce();
        return message;
    }

    internal SeenMessage? Find(long chatId, long messageId)
    {
        lock (_gate)
        {
            return _chats.GetValueOrDefault(chatId)?.Find(m => m.Id == messageId && !m.IsDeleted);
        }
    }

    internal void Change(SeenMessage message, Action<SeenMessage> change)
    {
        lock (_gate)
        {
            change(message);
        }

        Announce();
    }

    internal void Announce()
    {
        lock (_gate)
        {
            _changed.SetResult();
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }
}
