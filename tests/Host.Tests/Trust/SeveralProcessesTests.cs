using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using SlrtBot.TestKit.FakeTelegram;
using Xunit;

namespace SlrtBot.Host.Tests.Trust;

/// <summary>An installation on PostgreSQL with more than one process (README, "First start in Production").</summary>
public sealed class SeveralProcessesTests
{
    [Theory, OnPostgres]
    public async Task A_second_bot_stands_by_and_takes_over_within_seconds_when_the_first_is_killed(DatabaseProvider provider)
    {
        // Arrange
        await using var telegram = await FakeTelegramServer.StartAsync();
        var (settings, directory, name) = await TestDatabase.SettingsAsync(provider);
        settings["Telegram:BotToken"] = telegram.Token;
        settings["Telegram:ApiBaseUrl"] = telegram.ApiBaseUrl;
        settings["Host:Doors"] = "bot";
        var (one, two) = (telegram.Phone(5001), telegram.Phone(5002));
        await using var first = await ChildProgram.StartAsync(directory, settings);
        await telegram.Updates.IsWaitedForAsync();
        await using var second = await ChildProgram.StartAsync(directory, settings);

        // Act
        await one.SaysAsync("Halo");
        await one.HearsAsync();
        await telegram.Updates.IsWaitedForAsync();
        await first.KillAsync();
        await two.SaysAsync("Halo juga");
        await two.HearsAsync();

        // Assert
        Assert.Single(one.Heard);
        Assert.Single(two.Heard);
        Assert.DoesNotContain("Conflict", first.Said + second.Said);
        await second.KillAsync();
        await TestDatabase.RemoveAsync(directory, name);
    }
}
