using System.Net;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Host.Tests.Trust;

/// <summary>
/// While the database takes nothing, nothing is acknowledged; when it takes again, nothing is missing
/// (docs/checks.md, T-12, T-14).
/// </summary>
public sealed class StorageTroubleTests
{
    [Fact]
    public async Task While_another_program_holds_the_file_Telegram_is_asked_to_come_again()
    {
        // Arrange
        await using var installation = await Installation.StartAsync(DatabaseProvider.Sqlite);
        await using var other = new SqliteConnection($"Data Source={installation.DatabaseFile};Pooling=false");
        await other.OpenAsync();
        await RunAsync(other, "begin exclusive");

        // Act
        using var refused = await PostAsync(installation, 1);
        using var ready = await installation.Http.GetAsync("/healthz/ready");
        using var live = await installation.Http.GetAsync("/healthz/live");
        await RunAsync(other, "rollback");
        using var taken = await PostAsync(installation, 1);

        // Assert
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter?.Delta);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (ready.StatusCode, live.StatusCode));
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        await AssertAnsweredAsync(installation, [1]);
    }

    [Fact]
    public async Task A_file_that_is_held_for_a_moment_holds_up_nobody_for_long()
    {
        // Arrange
        await using var installation = await Installation.StartAsync(DatabaseProvider.Sqlite);
        await using var other = new SqliteConnection($"Data Source={installation.DatabaseFile};Pooling=false");
        await other.OpenAsync();
        await RunAsync(other, "begin exclusive");

        // Act
        var posting = PostAsync(installation, 1);
        using (var live = await installation.Http.GetAsync("/sign-in"))
        {
            Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        }

        await RunAsync(other, "rollback");
        using var taken = await posting;

        // Assert
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
    }

    [Fact]
    public async Task A_full_disk_is_told_as_such_and_what_was_acknowledged_before_is_kept()
    {
        // Arrange
        await using var installation = await Installation.StartAsync(DatabaseProvider.Sqlite);
        var manager = await installation.SignInAsync(Role.Manager);
        var inbox = installation.Services.GetRequiredService<Inbox>();
        await LimitAsync(installation, 1);

        // Act
        var statuses = new Dictionary<int, HttpStatusCode>();
        for (var i = 1; i <= 400 && statuses.Values.LastOrDefault() != HttpStatusCode.ServiceUnavailable; i++)
        {
            using var response = await PostAsync(installation, i, new string('a', 3000));
            statuses[i] = response.StatusCode;
        }

        var told = await Assert.ThrowsAsync<StorageUnavailableException>(
            () => inbox.AcceptAsync(new InboundUpdate("telegram", "full", "1", new byte[100_000]), CancellationToken.None));
        await manager.OpenAsync("/queue");
        var during = manager.Status;
        await LimitAsync(installation, int.MaxValue);
        var refused = statuses.Single(s => s.Value == HttpStatusCode.ServiceUnavailable).Key;
        using var again = await PostAsync(installation, refused, new string('a', 3000));

        // Assert
        Assert.True(told.DiskFull);
        Assert.Equal(HttpStatusCode.OK, during);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        await AssertAnsweredAsync(installation, statuses.Keys);
    }

    [Fact]
    public async Task A_full_write_queue_refuses_at_once_and_loses_nothing_that_stands_in_it()
    {
        // Arrange
        await using var installation = await Installation.StartAsync(DatabaseProvider.Sqlite);
        var gate = installation.Services.GetRequiredService<WriteGate>();
        using var held = new ManualResetEventSlim();
        using var atWork = new ManualResetEventSlim();
        var holding = gate.ExecuteAsync(
            _ =>
            {
                atWork.Set();
                held.Wait();
                return Task.FromResult(0);
            },
            CancellationToken.None);
        atWork.Wait();
        var inbox = installation.Services.GetRequiredService<Inbox>();
        var queue = Enumerable.Range(1, 1500).Select(i => TryAcceptAsync(inbox, i)).ToList();

        // Act
        using var refused = await PostAsync(installation, 9999);
        held.Set();
        await holding;
        var accepted = (await Task.WhenAll(queue)).Count(taken => taken);
        using var taken = await PostAsync(installation, 9999);

        // Assert
        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (refused.StatusCode, taken.StatusCode));
        Assert.InRange(accepted, 900, 1001);
        Assert.Equal(accepted + 1, await installation.ReadAsync(db => db.InboundMessages.CountAsync()));
    }

    [Theory, OnPostgres]
    public async Task While_PostgreSQL_does_not_answer_every_door_says_so_and_afterwards_all_is_well(DatabaseProvider provider)
    {
        // Arrange
        var server = new NpgsqlConnectionStringBuilder(Environment.GetEnvironmentVariable(OnPostgresAttribute.Variable)!);
        using var line = new CuttableLine(server.Host!, server.Port);
        await using var installation = await Installation.StartAsync(
            provider, settings => settings["ConnectionStrings:Slrt"] = new NpgsqlConnectionStringBuilder(settings["ConnectionStrings:Slrt"]!)
            {
                Host = "127.0.0.1",
                Port = line.Port,
            }.ToString());
        var manager = await installation.SignInAsync(Role.Manager);
        using (await PostAsync(installation, 1))
        {
            await installation.QuietAsync();
        }

        // Act
        line.Cut();
        using var refused = await PostAsync(installation, 2);
        using var page = await manager.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/queue"));
        using var ready = await installation.Http.GetAsync("/healthz/ready");
        line.Mend();
        using var taken = await PostAsync(installation, 2);
        await manager.OpenAsync("/queue");

        // Assert
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter?.Delta);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable), (page.StatusCode, ready.StatusCode));
        Assert.NotNull(page.Headers.RetryAfter?.Delta);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (taken.StatusCode, manager.Status));
        await AssertAnsweredAsync(installation, [1, 2]);
    }

    [Theory, OnPostgres]
    public async Task A_turn_that_an_outage_cuts_short_is_not_the_messages_fault(DatabaseProvider provider)
    {
        // Arrange
        var server = new NpgsqlConnectionStringBuilder(Environment.GetEnvironmentVariable(OnPostgresAttribute.Variable)!);
        await using var installation = await Installation.StartAsync(provider);
        var victim = new NpgsqlConnectionStringBuilder(installation.ConnectionString).Database;
        await using var killer = new NpgsqlConnection(server.ToString());
        await killer.OpenAsync();

        // Act
        for (var i = 1; i <= 10; i++)
        {
            using var response = await PostAsync(installation, i);
            await using var kill = new NpgsqlCommand($"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{victim}'", killer);
            await kill.ExecuteNonQueryAsync();
            using var again = await PostAsync(installation, i);
        }

        // Assert
        await AssertAnsweredAsync(installation, Enumerable.Range(1, 10));
        Assert.Equal(0, await installation.ReadAsync(db => db.InboundMessages.MaxAsync(m => m.Tries)));
    }

    /// <summary>Everything that was acknowledged is stored once, was handled and answered.</summary>
    private static async Task AssertAnsweredAsync(Installation installation, IEnumerable<int> acknowledged)
    {
        await installation.QuietAsync();
        var expected = acknowledged.Select(id => $"{installation.Telegram.BotId}:{id}").Order(StringComparer.Ordinal);
        var rows = await installation.ReadAsync(db => db.InboundMessages.AsNoTracking().ToListAsync());
        Assert.Equal(expected, rows.Select(m => m.UpdateKey).Order(StringComparer.Ordinal));
        Assert.All(rows, m => Assert.Equal(InboundState.Done, m.State));
        // The clock runs so much faster than the sending here that a reply may be leased once more.
        await installation.UntilAsync(async db => !await db.OutboundMessages.AnyAsync(m => m.State != OutboundState.Sent));
    }

    private static async Task<HttpResponseMessage> PostAsync(Installation installation, int updateId, string text = "halo")
    {
        var phone = installation.Telegram.Phone(5000 + (updateId % 10));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks/telegram");
        request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", Installation.Secret);
        request.Content = new StringContent(
            $$$"""{"update_id":{{{updateId}}},"message":{"message_id":1,"date":1795320784,"chat":{"id":{{{phone.Id}}},"type":"private"},"from":{"id":{{{phone.Id}}},"first_name":"Siti"},"text":"{{{text}}}"}}""",
            Encoding.UTF8, "application/json");
        return await installation.Http.SendAsync(request);
    }

    private static async Task<bool> TryAcceptAsync(Inbox inbox, int number)
    {
        try
        {
            return await inbox.AcceptAsync(new InboundUpdate("webchat", $"{number}", $"{number}", "{}"u8.ToArray()), CancellationToken.None);
        }
        catch (StorageUnavailableException)
        {
            return false;
        }
    }

    /// <summary>Full, or roomy again. It may share its commit with a unit that finds the disk full: then once more.</summary>
    private static async Task LimitAsync(Installation installation, int pages)
    {
        var gate = installation.Services.GetRequiredService<WriteGate>();
        while (await Record.ExceptionAsync(() => gate.ExecuteAsync(
            commands => commands.QueryAsync($"pragma max_page_count = {pages}", row => row.GetInt64(0)), CancellationToken.None)) is not null)
        {
            await Task.Yield();
        }
    }

    private static async Task RunAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
