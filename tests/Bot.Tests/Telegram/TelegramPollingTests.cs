using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Bot.Telegram;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit.FakeTelegram;
using Xunit;

namespace SlrtBot.Bot.Tests.Telegram;

public sealed class TelegramPollingTests
{
    [Fact]
    public async Task A_message_is_fetched_answered_and_confirmed()
    {
        // Arrange
        await using var host = await TelegramHost.PollingAsync();
        var phone = host.Telegram.Phone();

        // Act
        await phone.SaysAsync("Halo");
        var heard = await phone.HearsAsync();
        await host.Telegram.Updates.IsWaitedForAsync();

        // Assert
        Assert.Equal("Halo", heard.Text);
        Assert.Equal(0, host.Telegram.Updates.Pending);
        Assert.Equal(ChannelState.Working, State(host));
    }

    [Fact]
    public async Task Messages_of_one_chat_are_answered_in_their_order()
    {
        // Arrange
        await using var host = await TelegramHost.PollingAsync();
        var phone = host.Telegram.Phone();
        var words = Enumerable.Range(0, 30).Select(i => $"pesan {i}").ToList();

        // Act
        foreach (var word in words)
        {
            await phone.SaysAsync(word);
        }

        await phone.HearsAsync(m => m.Text == words[^1]);

        // Assert
        Assert.Equal(words, phone.Heard.Select(m => m.Text));
    }

    [Fact]
    public async Task After_a_quiet_week_a_lower_number_is_no_reason_to_skip_a_message()
    {
        // Arrange
        await using var host = await TelegramHost.PollingAsync();
        var phone = host.Telegram.Phone();
        await phone.SaysAsync("sebelum");
        await phone.HearsAsync();
        await host.Telegram.Updates.IsWaitedForAsync();
        host.Telegram.Updates.AnswersNothing();
        await host.Telegram.Updates.IsWaitedForAsync();

        // Act
        host.Telegram.Updates.GoesOnFrom(1000);
        await phone.SaysAsync("sesudah");

        // Assert
        Assert.Equal("sesudah", (await phone.HearsAsync()).Text);
    }

    [Fact]
    public async Task One_update_that_cannot_be_read_takes_none_of_its_batch_with_it()
    {
        // Arrange
        await using var host = await TelegramHost.PollingAsync();
        var (siti, budi) = (host.Telegram.Phone(1), host.Telegram.Phone(2));

        // Act
        await siti.SaysAsync("satu");
        await siti.SendsAsync(new JsonObject { ["text"] = "dua", ["forward_origin"] = new JsonObject { ["type"] = "of next year", ["date"] = 1 } }, "dua");
        await siti.SendsAsync(new JsonObject { ["text"] = 3 }, "3");
        await budi.SaysAsync("empat");
        await siti.HearsAsync(3);
        await budi.HearsAsync(1);
        await host.Telegram.Updates.IsWaitedForAsync();

        // Assert
        Assert.Equal(["satu", "dua", "unknown"], siti.Heard.Select(m => m.Text));
        Assert.Equal("empat", Assert.Single(budi.Heard).Text);
        Assert.Equal(0, host.Telegram.Updates.Pending);
    }

    public static TheoryData<FakeFault, ChannelState, int> Troubles() => new()
    {
        { FakeFault.Conflict, ChannelState.Conflict, 1 },
        { FakeFault.Unauthorized, ChannelState.Refused, 1 },
        { FakeFault.ServerError, ChannelState.Unreachable, 1 },
        { FakeFault.Html(502), ChannelState.Unreachable, 1 },
        { FakeFault.ResetBeforeAccept, ChannelState.Unreachable, 1 },
        { FakeFault.TooManyRequests(30), ChannelState.Unreachable, 31 },
    };

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task Trouble_is_reported_and_polling_goes_on_when_it_is_over(FakeFault fault, ChannelState expected, int seconds)
    {
        // Arrange
        await using var host = await TelegramHost.IdleAsync();
        var polling = ActivatorUtilities.CreateInstance<TelegramPolling>(host.Services);
        host.Telegram.Faults.Next("getUpdates", fault);
        await host.Telegram.Phone().SaysAsync("Halo");

        // Act
        var wait = await polling.PollAsync(CancellationToken.None);
        var during = State(host);
        var next = await polling.PollAsync(CancellationToken.None);

        // Assert
        Assert.Equal((expected, TimeSpan.FromSeconds(seconds)), (during, wait));
        Assert.Equal((ChannelState.Working, TimeSpan.Zero), (State(host), next));
        Assert.Single(await host.InboxAsync());
    }

    [Fact]
    public async Task Lasting_trouble_is_asked_about_ever_more_rarely_but_once_a_minute()
    {
        // Arrange
        await using var host = await TelegramHost.IdleAsync();
        var polling = ActivatorUtilities.CreateInstance<TelegramPolling>(host.Services);
        host.Telegram.Faults.Always("getUpdates", FakeFault.ServerError);

        // Act
        var waits = new List<double>();
        for (var i = 0; i < 8; i++)
        {
            waits.Add((await polling.PollAsync(CancellationToken.None)).TotalSeconds);
        }

        // Assert
        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 60], waits);
    }

    [Fact]
    public async Task What_could_not_be_stored_is_not_confirmed_and_comes_again()
    {
        // Arrange
        await using var host = await TelegramHost.IdleAsync();
        var polling = ActivatorUtilities.CreateInstance<TelegramPolling>(host.Services);
        await host.Telegram.Phone().SaysAsync("Halo");
        await RenameAsync(host, "inbound_message", "inbound_message_gone");

        // Act
        await polling.PollAsync(CancellationToken.None);
        await RenameAsync(host, "inbound_message_gone", "inbound_message");
        await polling.PollAsync(CancellationToken.None);

        // Assert
        Assert.Single(await host.InboxAsync());
    }

    private static ChannelState State(TelegramHost host) => host.Services.GetRequiredService<TelegramState>().State;

    private static Task<int> RenameAsync(TelegramHost host, string from, string to) =>
        host.Services.GetRequiredService<WriteGate>().ExecuteAsync(
            commands => commands.ExecuteAsync($"alter table {from} rename to {to}"), CancellationToken.None);
}
