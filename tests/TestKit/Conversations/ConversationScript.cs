using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Bot;
using SlrtBot.Bot.Engine;
using SlrtBot.Bot.Protocol;
using SlrtBot.Bot.Turns;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Language;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Phrases;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Settings;
using Xunit;

namespace SlrtBot.TestKit.Conversations;

/// <summary>
/// A conversation with the bot on the real inbox, turns and outbox, written as it would be read aloud:
/// <c>&gt;</c> begins what the resident does (<see cref="Gestures"/>), <c>&lt;</c> a part of what the bot says to it,
/// <c>&lt; -</c> that it says nothing, <c>&lt;!</c> what it must not say.
/// </summary>
public sealed class ConversationScript : IAsyncDisposable
{
    private const int LongestMessage = 500;
    private const string Bot = "bot";
    private static readonly SemaphoreSlim AreasGate = new(1);
    private static List<Area>? _areas;
    private readonly List<Choice> _buttons = [];
    private readonly StringBuilder _transcript = new();
    private string _address;
    private int _updates;
    private Guid _lastSeen;

    private ConversationScript(TestDatabase database, string address)
    {
        Database = database;
        _address = address;
    }

    public TestDatabase Database { get; }

    /// <summary>What the bot said to the last thing the resident did.</summary>
    public IReadOnlyList<MessageContent> Heard { get; private set; } = [];

    /// <summary>Everything so far, for golden files and for failures.</summary>
    public string Transcript => _transcript.ToString();

    public static Task<ConversationScript> BeginAsync(DatabaseProvider provider, params (string Key, string Value)[] settings) =>
        // A script's clock stands still: all that it says is said in one minute.
        BeginAsync(provider, new PaceOptions { MessagesPerMinute = 0 }, settings);

    public static async Task<ConversationScript> BeginAsync(
        DatabaseProvider provider, PaceOptions talk, params (string Key, string Value)[] settings)
    {
        var database = await TestDatabase.CreateAsync(provider, services => AddBot(services, talk), [("environment", "Test"), .. settings]);
        await LoadAreasAsync(database);
        return new ConversationScript(database, "chat1");
    }

    /// <summary>Plays a script line by line; blank lines and lines that begin with # are for the reader.</summary>
    public async Task PlayAsync(string script)
    {
        foreach (var line in script.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            switch (line)
            {
                case ['#', ..]:
                    break;
                case ['>', .. var does]:
                    await SendAsync(Gestures.Read(does.Trim(), _buttons));
                    break;
                case ['<', '!', .. var unsaid]:
                    await WaitAsync();
                    Check(!Said.Contains(unsaid.Trim(), StringComparison.Ordinal), line);
                    break;
                case "< -":
                    Check(Heard.Count == 0, line);
                    break;
                case ['<', .. var hears]:
                    await WaitAsync();
                    Check(Said.Contains(hears.Trim(), StringComparison.Ordinal), line);
                    break;
                default:
                    throw new InvalidOperationException($"A script's line begins with > or <: {line}");
            }
        }
    }

    /// <summary>The same update twice is one message; a null key makes a new one.</summary>
    public async Task SendAsync(Activity activity, string? updateKey = null, bool isGroup = false)
    {
        activity.Conversation = new ConversationAccount { Id = _address, IsGroup = isGroup };
        activity.Id ??= $"message{_updates + 1}";
        activity.From = new ChannelAccount(_address, "Siti", "user");
        var inbox = Database.Services.GetRequiredService<Inbox>();
        var update = new InboundUpdate(
            PlainChannel.Code, updateKey ?? $"{_address}:{++_updates}", $"{Bot}|{_address}", PlainChannel.Write(activity));
        await inbox.AcceptAsync(update, default);
        await TakeTurnsAsync(Lane);
        await HearAsync(Draw(activity));
    }

    /// <summary>The resident waits for an answer: a story in pieces is answered when its pause is over.</summary>
    public async Task WaitAsync()
    {
        var due = await Database.ReadAsync(db => db.Conversations.Where(c => c.AddressIndex == Lane).Select(c => c.CollectUntil).SingleOrDefaultAsync());
        if (due is null)
        {
            return;
        }

        Database.Clock.SetUtc(due.Value);
        await EndPauseAsync();
        var before = Heard;
        await HearAsync("(…)");
        Heard = [.. before, .. Heard];
    }

    /// <summary>What the clock's tick does: answers a story in pieces if its pause is over.</summary>
    public Task EndPauseAsync() => Database.Units.RunAsync<EndPause, bool>((act, stop) => act.DoAsync(Lane, stop), default);

    /// <summary>The token of the newest button with that label: for presses that come late.</summary>
    public string TokenOf(string label) => _buttons.Last(b => TextFolding.Fold(b.Label) == TextFolding.Fold(label)).Token;

    public Task PressTokenAsync(string token) => SendAsync(Gestures.PressToken(token));

    /// <summary>From here on somebody else writes.</summary>
    public void ComesFrom(string address) => _address = address;

    /// <summary>The program stops and starts again on the same database.</summary>
    public async Task RestartAsync()
    {
        await Database.RestartAsync();
        await LoadAreasAsync(Database);
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    private byte[] Lane => Database.Services.GetRequiredService<Inbox>().IndexOf(PlainChannel.Code, $"{Bot}|{_address}");

    private string Said => string.Join("\n", Heard.Select(Draw));

    private static void AddBot(IServiceCollection services, PaceOptions talk)
    {
        services.AddSingleton(new PhraseAssembly(typeof(BotServices).Assembly));
        services.AddSingleton(new OfficeOptions { Address = "Jl. Al-Fathu, Soreang", Telephone = "022-5891234" });
        services.AddDialogs(talk);
        services.AddSingleton<IChannelTranslation, PlainChannel>();
        services.AddTurns();
    }

    /// <summary>The import is tested elsewhere and slow: the first script does it, the others take its rows.</summary>
    private static async Task LoadAreasAsync(TestDatabase database)
    {
        await AreasGate.WaitAsync();
        try
        {
            if (_areas is null)
            {
                await database.Services.GetRequiredService<PrepareAreas>().AtStartAsync(default);
                _areas = await database.ReadAsync(db => db.Areas.AsNoTracking().ToListAsync());
            }
        }
        finally
        {
            AreasGate.Release();
        }

        database.Services.GetRequiredService<AreaCatalogue>().Load(_areas);
    }

    private async Task TakeTurnsAsync(byte[] lane)
    {
        while ((await Database.Units.RunAsync<TakeTurn, bool>((act, stop) => act.DoAsync(lane, stop), default)).Value)
        {
            // The next message of the same chat.
        }
    }

    private async Task HearAsync(string did)
    {
        var cipher = Database.Services.GetRequiredService<FieldCipher>();
        var rows = await Database.ReadAsync(db => db.OutboundMessages
            .Where(m => m.Kind != OutboundKind.Edit && m.Kind != OutboundKind.Removal).OrderBy(m => m.Id).ToListAsync());
        Heard = [.. rows.SkipWhile(m => m.Id.CompareTo(_lastSeen) <= 0 && _lastSeen != default).Select(m => cipher.OpenBody(m.Body, m.Id))];
        _lastSeen = rows.Count > 0 ? rows[^1].Id : default;
        _buttons.AddRange(Heard.SelectMany(m => m.Choices));
        _transcript.Append("> ").AppendLine(did);
        _transcript.Append("< ").AppendLine(Said.ReplaceLineEndings("\n  "));
        Assert.All(Heard, message => Assert.InRange(message.Text.Length, 1, LongestMessage));
        Assert.All(Heard.SelectMany(m => m.Choices), choice => Assert.InRange(choice.Label.Length, 1, 24));
    }

    private static string Draw(MessageContent message) =>
        message.Choices.Count == 0 ? message.Text : $"{message.Text}\n{string.Join(' ', message.Choices.Select(c => $"[{c.Label}]"))}";

    private static string Draw(Activity activity) => activity.Text ?? (activity.ReadPress() is null ? "(…)" : "[…]");

    private void Check(bool holds, string line)
    {
        if (!holds)
        {
            Assert.Fail($"The script expected: {line}\n\n{Transcript}");
        }
    }
}
