using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace SlrtBot.TestKit.FakeTelegram;

/// <summary>A person with Telegram: what they do becomes updates, what the bot sends them is what they see.</summary>
public sealed class FakePhone(FakeTelegramServer server, long id, string firstName)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<string, bool> _spinners = new();
    private int _read;
    private int _presses;

    public long Id => id;

    public string LanguageCode { get; set; } = "id";

    public bool HasBlocked { get; private set; }

    /// <summary>The keys that replace the phone's keyboard now; empty where there are none.</summary>
    public IReadOnlyList<SeenButton> Keyboard =>
        Heard.LastOrDefault(m => m.Raw["reply_markup"] is { } markup && markup["inline_keyboard"] is null)?.Buttons ?? [];

    /// <summary>Everything in the chat, both sides, in order.</summary>
    public IReadOnlyList<SeenMessage> Chat => server.Ledger.Of(id);

    /// <summary>What the bot has said, in order.</summary>
    public IReadOnlyList<SeenMessage> Heard => [.. Chat.Where(m => m.FromBot)];

    /// <summary>Presses that the bot has not answered yet: their buttons still spin.</summary>
    public int Spinners => _spinners.Count(s => s.Value);

    /// <summary>The bot's next message that was not asked for before.</summary>
    public async Task<SeenMessage> HearsAsync()
    {
        var wanted = Interlocked.Increment(ref _read);
        return await server.Ledger.WaitAsync(id, chat => chat.Where(m => m.FromBot).ElementAtOrDefault(wanted - 1), Patience);
    }

    /// <summary>Waits until the bot has said this much.</summary>
    public Task HearsAsync(int messages) =>
        server.Ledger.WaitAsync(id, chat => chat.Count(m => m.FromBot) >= messages ? chat : null, Patience);

    /// <summary>Waits for a message of the bot, past or future, that fits.</summary>
    public Task<SeenMessage> HearsAsync(Func<SeenMessage, bool> fits) =>
        server.Ledger.WaitAsync(id, chat => chat.FirstOrDefault(m => m.FromBot && fits(m)), Patience);

    /// <summary>Waits until the bot has answered every press.</summary>
    public Task StopsSpinningAsync() =>
        server.Ledger.WaitAsync(id, chat => Spinners == 0 ? chat : null, Patience);

    public Task<FakeDelivery> SaysAsync(string text) => SendsAsync(new JsonObject { ["text"] = text }, text);

    /// <summary>Follows a link or QR code, and taps "Start".</summary>
    public Task<FakeDelivery> StartsAsync(string? parameter = null) =>
        SaysAsync(parameter is null ? "/start" : $"/start {parameter}");

    /// <summary>Presses the newest button with this label, as a person would; a picture before the words may be left out.</summary>
    /// <exception cref="InvalidOperationException">No such button is in sight.</exception>
    public Task<FakeDelivery> PressesAsync(string label)
    {
        if (Keyboard.FirstOrDefault(key => Reads(key, label) && key.Asks is null) is { } typed)
        {
            return SaysAsync(typed.Label);
        }

        var message = Heard.LastOrDefault(m => !m.IsDeleted && m.Buttons.Any(b => Reads(b, label) && b.Data is not null))
            ?? throw new InvalidOperationException($"No button \"{label}\" is in sight. The chat:\n{string.Join('\n', Heard)}");
        return PressesAsync(message, message.Buttons.First(b => Reads(b, label)).Data!);
    }

    /// <summary>Presses a button of a certain message, however old, with whatever data.</summary>
    public Task<FakeDelivery> PressesAsync(SeenMessage message, string data)
    {
        var query = $"{id}{Interlocked.Increment(ref _presses):D6}";
        _spinners[query] = true;
        return server.Updates.PushAsync(new JsonObject
        {
            ["callback_query"] = new JsonObject
            {
                ["id"] = query,
                ["from"] = Person(),
                ["message"] = new JsonObject
                {
                    ["message_id"] = message.Id,
                    ["from"] = new JsonObject { ["id"] = server.BotId, ["is_bot"] = true, ["first_name"] = "SLRT" },
                    ["chat"] = ChatJson(),
                    ["date"] = message.At.ToUnixTimeSeconds(),
                    ["text"] = message.Text,
                },
                ["chat_instance"] = "-3642345234",
                ["data"] = data,
            },
        });
    }

    /// <summary>Sends a message with these contents; everything else is filled in.</summary>
    public Task<FakeDelivery> SendsAsync(JsonObject contents, string seenAs)
    {
        var message = server.Ledger.Add(id, fromBot: false, seenAs, [], contents);
        return server.Updates.PushAsync(new JsonObject { ["message"] = Fill(contents, message.Id) });
    }

    /// <summary>Corrects an earlier message of their own.</summary>
    public Task<FakeDelivery> EditsAsync(long messageId, string text) => EditsAsync(messageId, new JsonObject { ["text"] = text });

    public Task<FakeDelivery> EditsAsync(long messageId, JsonObject contents)
    {
        var message = Fill(contents, messageId);
        message["edit_date"] = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        return server.Updates.PushAsync(new JsonObject { ["edited_message"] = message });
    }

    public Task<FakeDelivery> BlocksAsync() => ChangesMembershipAsync(blocked: true);

    public Task<FakeDelivery> UnblocksAsync() => ChangesMembershipAsync(blocked: false);

    internal string Leaves(byte[] file) => server.Files.Add(file);

    internal static bool TryStopSpinner(FakeTelegramServer server, string query) =>
        query.Length > 6
        && long.TryParse(query[..^6], out var owner)
        && server.Knows(owner, out var phone)
        && phone!.StopSpinner(query);

    private static bool Reads(SeenButton button, string label) =>
        button.Label == label || button.Label.EndsWith($" {label}", StringComparison.Ordinal);

    private bool StopSpinner(string query)
    {
        var stopped = _spinners.TryUpdate(query, false, true);
        server.Ledger.Announce();
        return stopped;
    }

    private Task<FakeDelivery> ChangesMembershipAsync(bool blocked)
    {
        HasBlocked = blocked;
        return server.Updates.PushAsync(new JsonObject
        {
            ["my_chat_member"] = new JsonObject
            {
                ["chat"] = ChatJson(),
                ["from"] = Person(),
                ["date"] = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds(),
                ["old_chat_member"] = Member(blocked ? "member" : "kicked"),
                ["new_chat_member"] = Member(blocked ? "kicked" : "member"),
            },
        });
    }

    private JsonObject Member(string status) => new()
    {
        ["status"] = status,
        ["user"] = new JsonObject { ["id"] = server.BotId, ["is_bot"] = true, ["first_name"] = "SLRT" },
    };

    private JsonObject Fill(JsonObject contents, long messageId)
    {
        var message = (JsonObject)contents.DeepClone();
        message["message_id"] = messageId;
        message["from"] = Person();
        message["chat"] = ChatJson();
        message["date"] = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        return message;
    }

    private JsonObject Person() => new()
    {
        ["id"] = id,
        ["is_bot"] = false,
        ["first_name"] = firstName,
        ["language_code"] = LanguageCode,
    };

    private JsonObject ChatJson() => new() { ["id"] = id, ["first_name"] = firstName, ["type"] = "private" };
}
