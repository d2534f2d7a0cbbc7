using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.ChannelHealth;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.ChannelHealth;

/// <summary>From what a process saw to what an administrator reads.</summary>
public sealed class ChannelAlarmTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_refused_token_is_told_once_in_the_administrators_chat_and_its_end_too(DatabaseProvider provider)
    {
        // Arrange
        var line = new Line();
        await using var database = await TestData.WithAreasAsync(provider, services => services.AddSingleton<IChannelStatus>(line));
        var administrator = await LinkAsync(database, Role.Administrator);
        await LinkAsync(database, Role.Manager);

        // Act
        line.State = ChannelState.Refused;
        await LookAsync(database);
        await LookAsync(database);
        line.State = ChannelState.Working;
        await LookAsync(database);

        // Assert
        var told = await database.ReadAsync(db => db.OutboundMessages.OrderBy(m => m.Id).Select(m => m.ConversationId).ToListAsync());
        Assert.Equal([administrator, administrator], told);
        var words = await database.SaidAsync(administrator);
        Assert.Contains("Telegram: Token bot ditolak", words[0], StringComparison.Ordinal);
        Assert.Contains("gangguan sudah berakhir", words[1], StringComparison.Ordinal);
        var alarm = await database.ReadAsync(db => db.ChannelAlarms.SingleAsync());
        Assert.Equal(AlarmKind.TokenRefused, alarm.Kind);
        Assert.NotNull(alarm.EndedAt);
        Assert.Equal(["channel.alarm_raised", "channel.alarm_ended"], await database.AuditedAsync(alarm.Id));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Another_trouble_with_the_same_channel_is_told_and_not_that_the_first_is_over(DatabaseProvider provider)
    {
        // Arrange
        var line = new Line();
        await using var database = await TestData.WithAreasAsync(provider, services => services.AddSingleton<IChannelStatus>(line));
        var administrator = await LinkAsync(database, Role.Administrator);

        // Act
        foreach (var state in new[] { ChannelState.Refused, ChannelState.Conflict, ChannelState.Working })
        {
            line.State = state;
            await LookAsync(database);
        }

        // Assert
        var words = await database.SaidAsync(administrator);
        Assert.Equal(3, words.Count);
        Assert.Contains("telegram setup", words[1], StringComparison.Ordinal);
        Assert.Contains("gangguan sudah berakhir", words[2], StringComparison.Ordinal);
        Assert.Equal([AlarmKind.TokenRefused, AlarmKind.WrongWebhook], await database.ReadAsync(db => db.ChannelAlarms.OrderBy(a => a.Id).Select(a => a.Kind).ToListAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Traffic_is_counted_by_the_hour_and_last_times_survive_a_restart(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider, services => services.AddSingleton<IChannelStatus>(new Line()));
        var inbox = database.Services.GetRequiredService<Inbox>();

        // Act
        await inbox.AcceptAsync([Update("1"), Update("2")], CancellationToken.None);
        await inbox.AcceptAsync([Update("2")], CancellationToken.None);
        var at = database.Clock.UtcNow;
        await LookAsync(database);
        await database.RestartAsync();
        database.Clock.Advance(TimeSpan.FromHours(1));
        database.Services.GetRequiredService<ChannelMeter>().Failed(Channels.Telegram);
        await LookAsync(database);

        // Assert
        await using var scope = database.Services.CreateAsyncScope();
        var row = Assert.Single(await scope.ServiceProvider.GetRequiredService<ChannelHealthQueries>().AllAsync(CancellationToken.None));
        Assert.Equal(at, row.Check.LastReceivedAt);
        Assert.Equal((2, 0, 1, 1.0), (row.Received, row.Sent, row.Failed, row.ErrorRate));
        Assert.Equal(2, await database.ReadAsync(db => db.ChannelHours.CountAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_process_that_is_gone_is_missed_and_old_traffic_is_forgotten(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider, services => services.AddSingleton<IChannelStatus>(new Line()));
        database.Services.GetRequiredService<ChannelMeter>().Sent(Channels.Telegram);
        await LookAsync(database);

        // Act
        database.Clock.Advance(TimeSpan.FromDays(61));
        await database.Services.GetRequiredService<WatchChannelsJob>().RunAsync(CancellationToken.None);

        // Assert
        Assert.Equal(AlarmKind.Unwatched, (await database.ReadAsync(db => db.ChannelAlarms.SingleAsync())).Kind);
        Assert.Equal(0, await database.ReadAsync(db => db.ChannelHours.CountAsync()));
    }

    private static InboundUpdate Update(string key) => new(Channels.Telegram, key, "7", "{}"u8.ToArray());

    private static async Task LookAsync(TestDatabase database)
    {
        await database.Services.GetRequiredService<ChannelWatch>().LookAsync(CancellationToken.None);
        await database.Services.GetRequiredService<WatchChannelsJob>().RunAsync(CancellationToken.None);
    }

    private static async Task<Guid> LinkAsync(TestDatabase database, Role role)
    {
        var now = database.Clock.UtcNow;
        var conversation = await database.ConversationAsync(address: role.ToString());
        var staff = new StaffMember
        {
            Id = SequentialId.Next(now), UserName = $"{role}", NormalizedUserName = $"{role}".ToUpperInvariant(), Name = $"{role} Contoh",
            SecurityStamp = "stamp", CreatedAt = now, IsActive = true,
        };
        await database.AddAsync(
            staff, new StaffRole { Id = SequentialId.Next(now), StaffId = staff.Id, Role = role, AreaCode = "32.04" },
            new StaffChat { Id = SequentialId.Next(now), StaffId = staff.Id, ConversationId = conversation.Id, LinkedAt = now });
        return conversation.Id;
    }

    private sealed class Line : IChannelStatus
    {
        public string Channel => Channels.Telegram;

        public ChannelState State { get; set; } = ChannelState.Working;

        public DateTime Since => new(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc);
    }
}
