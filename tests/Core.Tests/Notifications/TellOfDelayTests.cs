using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Jobs;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Notifications;

public sealed class TellOfDelayTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task On_the_promised_day_from_noon_a_resident_is_told_once_that_it_may_be_late(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var chat = await database.ConversationAsync();
        var complaint = await database.LodgeAsync(TestData.Story(chat.Id));

        // Act
        SetLocal(database, complaint.PromiseOn.AddDays(-1), 15);
        await TickAsync(database);
        SetLocal(database, complaint.PromiseOn, 9);
        await TickAsync(database);
        var before = await database.SaidAsync(chat.Id);
        SetLocal(database, complaint.PromiseOn, 13);
        await TickAsync(database);
        await TickAsync(database);

        // Assert
        Assert.Empty(before);
        var said = Assert.Single(await database.SaidAsync(chat.Id));
        Assert.Contains(complaint.Reference, said, StringComparison.Ordinal);
        Assert.Contains("mungkin terlambat", said, StringComparison.Ordinal);
        Assert.Single(await database.AuditedAsync(complaint.Id), "resident.told_of_delay");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_was_answered_in_time_or_waits_for_nobody_of_ours_is_told_of_no_delay(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var chat = await database.ConversationAsync();
        var complaint = await database.LodgeAsync(TestData.Story(chat.Id));
        await database.MoveAsync(complaint, "ask_resident", TestData.Staff(Role.Manager), message: "Ada foto?");

        // Act
        SetLocal(database, complaint.PromiseOn, 13);
        await TickAsync(database);

        // Assert
        Assert.DoesNotContain(await database.SaidAsync(chat.Id), said => said.Contains("terlambat", StringComparison.Ordinal));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Found_a_day_late_it_is_not_told_as_if_it_were_still_ahead(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var chat = await database.ConversationAsync();
        var complaint = await database.LodgeAsync(TestData.Story(chat.Id));

        // Act
        SetLocal(database, complaint.PromiseOn.AddDays(1), 13);
        await TickAsync(database);

        // Assert
        Assert.Empty(await database.SaidAsync(chat.Id));
        Assert.Equal(complaint.PromiseOn, (await database.ReloadAsync(complaint)).DelayToldOn);
    }

    private static void SetLocal(TestDatabase database, DateOnly day, int hour) =>
        database.Clock.SetUtc(day.ToDateTime(new TimeOnly(hour, 0), DateTimeKind.Utc).AddHours(-7));

    private static Task TickAsync(TestDatabase database) =>
        database.Services.GetRequiredService<JobRunner>().RunAsync("delays", CancellationToken.None);
}
