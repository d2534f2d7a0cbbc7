using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;
using SlrtBot.TestKit.FakeTelegram;
using Xunit;

namespace SlrtBot.Host.Tests.Trust;

/// <summary>
/// What becomes of a staff member's words when Telegram does not simply take them, from the Bot API's answer to the
/// mark that staff see (docs/checks.md, T-08, T-09, T-10).
/// </summary>
public sealed class SendOutcomeTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task When_Telegram_asks_to_wait_nobody_is_called_until_then(DatabaseProvider provider)
    {
        // Arrange
        await using var desk = await Desk.OpenAsync(provider);
        desk.Faults.Next("sendMessage", FakeFault.TooManyRequests(30));

        // Act
        await desk.WriteAsync("Kami datang hari Kamis");
        var asked = await desk.FateAsync(m => m.NotBefore != null);
        var calls = desk.Calls;
        await desk.TickAsync(29);
        var during = (desk.Calls, (await desk.FateAsync()).State);
        await desk.TickAsync(5);
        var sent = await desk.FateAsync(m => m.State == OutboundState.Sent);

        // Assert
        Assert.Equal(OutboundState.Due, asked.State);
        Assert.Equal((calls, OutboundState.Due), during);
        Assert.Equal(calls + 1, desk.Calls);
        Assert.Equal(["Kami datang hari Kamis"], desk.Arrived("Kami datang hari Kamis"));
        Assert.Equal("terkirim", await desk.MarkAsync(sent));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_blocked_the_bot_is_shown_as_out_of_reach_and_nothing_more_is_sent(DatabaseProvider provider)
    {
        // Arrange
        await using var desk = await Desk.OpenAsync(provider);
        desk.Faults.Always("sendMessage", FakeFault.Blocked);

        // Act
        await desk.WriteAsync("Kami datang hari Kamis");
        var failed = await desk.FateAsync(m => m.State == OutboundState.Failed);
        var calls = desk.Calls;
        await desk.WriteAsync("Atau hari Jumat");
        await desk.TickAsync(120);

        // Assert
        Assert.Equal("unreachable", failed.ErrorCode);
        Assert.Equal("gagal terkirim", await desk.MarkAsync(failed));
        Assert.False(await desk.Installation.ReadAsync(db => db.Conversations.Select(c => c.Reachable).SingleAsync()));
        Assert.Equal(calls, desk.Calls);
        Assert.Equal([OutboundState.Failed], await desk.StatesAsync(except: OutboundState.Cancelled));
        Assert.Contains("tidak bisa dihubungi", desk.PageText, StringComparison.OrdinalIgnoreCase);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_message_that_Telegram_will_never_take_does_not_hold_up_the_next(DatabaseProvider provider)
    {
        // Arrange
        await using var desk = await Desk.OpenAsync(provider);
        desk.Faults.Next("sendMessage", FakeFault.Refusal(400, "Bad Request: message is too long"));

        // Act
        await desk.WriteAsync("Yang pertama");
        var failed = await desk.FateAsync(m => m.State == OutboundState.Failed);
        await desk.WriteAsync("Yang kedua");
        var sent = await desk.FateAsync(m => m.State == OutboundState.Sent);

        // Assert
        Assert.Equal("refused_400", failed.ErrorCode);
        Assert.Equal("gagal terkirim", await desk.MarkAsync(failed));
        Assert.Equal("terkirim", await desk.MarkAsync(sent));
        Assert.Equal(["Yang kedua"], desk.Arrived("Yang"));
    }

    [Theory]
    [OnSqlite("500")]
    [OnSqlite("time-out")]
    [OnSqlite("reset")]
    [OnPostgres("500")]
    [OnPostgres("time-out")]
    public async Task A_message_in_doubt_is_sent_once_more_and_if_that_is_in_doubt_too_staff_see_it(DatabaseProvider provider, string how)
    {
        // Arrange
        await using var desk = await Desk.OpenAsync(provider);
        desk.Faults.Always("sendMessage", how switch
        {
            "500" => FakeFault.ServerError,
            "reset" => FakeFault.ResetAfterAccept,
            _ => FakeFault.HangAfterAccept,
        });
        var calls = desk.Calls;

        // Act
        await desk.WriteAsync("Kami datang hari Kamis");
        var unknown = await desk.FateAsync(m => m.State == OutboundState.Unknown);
        var doubt = await desk.MarkAsync(unknown);
        var failed = await desk.FateAsync(m => m.State == OutboundState.Failed);
        await desk.TickAsync(300);

        // Assert
        Assert.Equal(("belum pasti terkirim", "gagal terkirim"), (doubt, await desk.MarkAsync(failed)));
        Assert.Equal("unknown_twice", failed.ErrorCode);
        Assert.Equal(calls + 2, desk.Calls);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_message_in_doubt_is_at_the_phone_at_most_twice_whatever_comes_between(DatabaseProvider provider)
    {
        // Arrange
        await using var desk = await Desk.OpenAsync(provider);
        desk.Faults.Next("sendMessage", FakeFault.HangAfterAccept);
        desk.Faults.Next("sendMessage", FakeFault.Html(403));
        desk.Faults.Next("sendMessage", FakeFault.TooManyRequests(3));
        desk.Faults.Next("sendMessage", FakeFault.Unauthorized);
        desk.Faults.Always("sendMessage", FakeFault.HangAfterAccept);

        // Act
        await desk.WriteAsync("Kami datang hari Kamis");
        var failed = await desk.FateAsync(m => m.State == OutboundState.Failed);

        // Assert
        Assert.Equal("unknown_twice", failed.ErrorCode);
        Assert.Equal(2, desk.Arrived("Kami datang hari Kamis").Count);
    }

    [Fact]
    public async Task Without_a_connection_nothing_has_left_and_it_is_sent_once_when_the_line_is_back()
    {
        // Arrange
        await using var desk = await Desk.OpenAsync(DatabaseProvider.Sqlite, cuttable: true);
        desk.Line!.Cut();

        // Act
        await desk.WriteAsync("Kami datang hari Kamis");
        var waiting = await desk.FateAsync(m => m.ErrorCode == "no_connection");
        await desk.TickAsync(60);
        desk.Line.Mend();
        var sent = await desk.FateAsync(m => m.State == OutboundState.Sent);

        // Assert
        Assert.Equal(OutboundState.Due, waiting.State);
        Assert.True(sent.Tries > 1);
        Assert.Equal(["Kami datang hari Kamis"], desk.Arrived("Kami datang hari Kamis"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_refused_token_stops_the_sender_and_is_no_messages_fault(DatabaseProvider provider)
    {
        // Arrange
        await using var desk = await Desk.OpenAsync(provider);
        desk.Faults.Always("sendMessage", FakeFault.Unauthorized);

        // Act
        await desk.WriteAsync("Yang pertama");
        await desk.FateAsync(m => m.ErrorCode == "token_refused");
        var calls = desk.Calls;
        await desk.WriteAsync("Yang kedua");
        await desk.TickAsync(50);
        var (during, states) = (desk.Calls, await desk.StatesAsync());
        desk.Faults.Clear();
        await desk.Installation.QuietAsync();

        // Assert
        Assert.Equal(calls, during);
        Assert.Equal([OutboundState.Due, OutboundState.Due], states);
        Assert.Equal(["Yang pertama", "Yang kedua"], desk.Arrived("Yang"));
    }

    /// <summary>A complaint, its resident's phone, and a manager who writes to them.</summary>
    private sealed class Desk : IAsyncDisposable
    {
        private readonly ResidentStory _story;
        private readonly StaffBrowser _manager;
        private readonly Complaint _complaint;
        private readonly Guid _seen;

        private Desk(Installation installation, CuttableLine? line, ResidentStory story, StaffBrowser manager, Complaint complaint, Guid seen)
        {
            Installation = installation;
            Line = line;
            (_story, _manager, _complaint, _seen) = (story, manager, complaint, seen);
        }

        public Installation Installation { get; }

        public CuttableLine? Line { get; }

        public FakeFaults Faults => Installation.Telegram.Faults;

        public int Calls => Installation.Telegram.Count("sendMessage");

        public string PageText => _manager.Page.Body!.TextContent;

        public static async Task<Desk> OpenAsync(DatabaseProvider provider, bool cuttable = false)
        {
            CuttableLine? line = null;
            var installation = await Installation.StartAsync(provider, settings =>
            {
                if (cuttable)
                {
                    var there = new Uri(settings["Telegram:ApiBaseUrl"]!);
                    line = new CuttableLine("127.0.0.1", there.Port);
                    settings["Telegram:ApiBaseUrl"] = $"http://127.0.0.1:{line.Port}";
                }
            });
            var story = new ResidentStory(installation);
            var complaint = await story.LodgeAsync();
            var manager = await installation.SignInAsync(Role.Manager);
            await installation.QuietAsync();
            var seen = await installation.ReadAsync(db => db.OutboundMessages.OrderByDescending(m => m.Id).Select(m => m.Id).FirstAsync());
            return new Desk(installation, line, story, manager, complaint, seen);
        }

        public async Task WriteAsync(string words)
        {
            await _manager.OpenAsync($"/complaints/{_complaint.Reference}");
            await _manager.SubmitAsync("form[action$='/write']", ("Text", words));
            Assert.Equal(System.Net.HttpStatusCode.OK, _manager.Status);
        }

        /// <summary>Waits until some message of the manager's is so far.</summary>
        public async Task<OutboundMessage> FateAsync(System.Linq.Expressions.Expression<Func<OutboundMessage, bool>>? soFar = null)
        {
            IQueryable<OutboundMessage> Mine(SlrtDbContext db) =>
                db.OutboundMessages.AsNoTracking().Where(m => m.Id > _seen).Where(soFar ?? (m => true)).OrderBy(m => m.Id);
            await Installation.UntilAsync(db => Mine(db).AnyAsync());
            return await Installation.ReadAsync(db => Mine(db).FirstAsync());
        }

        public Task<List<OutboundState>> StatesAsync(OutboundState? except = null) => Installation.ReadAsync(db =>
            db.OutboundMessages.Where(m => m.Id > _seen && m.State != except).OrderBy(m => m.Id).Select(m => m.State).ToListAsync());

        /// <summary>The program's clock goes on, second by second, and the sweep runs as it would.</summary>
        public async Task TickAsync(int seconds)
        {
            for (var i = 0; i < seconds; i++)
            {
                Installation.Clock.Advance(TimeSpan.FromSeconds(1));
            }

            await Installation.RunJobAsync("expire-leases");
        }

        public List<string> Arrived(string words) =>
            [.. _story.Phone.Heard.Select(m => m.Text).Where(t => t.Contains(words, StringComparison.Ordinal)).Select(t => t[t.IndexOf(words, StringComparison.Ordinal)..].Split('\n')[0])];

        /// <summary>What the complaint's page says of this message's way.</summary>
        public async Task<string> MarkAsync(OutboundMessage message)
        {
            await _manager.OpenAsync($"/complaints/{_complaint.Reference}");
            return _manager.Page.QuerySelector($"#m-{message.Id:N} footer span:last-child")?.TextContent.Trim() ?? "(not shown)";
        }

        public async ValueTask DisposeAsync()
        {
            await Installation.DisposeAsync();
            Line?.Dispose();
        }
    }
}
