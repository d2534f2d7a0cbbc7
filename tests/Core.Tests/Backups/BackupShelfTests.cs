using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Backups;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Backups;

public sealed class BackupShelfTests
{
    private static readonly DateTime Now = new(2026, 11, 22, 3, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Seven_days_and_four_weeks_are_kept()
    {
        // Arrange
        var nightly = Enumerable.Range(0, 60).Select(i => Now.AddDays(-i)).ToList();

        // Act
        var outdated = BackupShelf.Outdated(nightly, Now);

        // Assert
        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7, 14, 21], nightly.Except(outdated).Select(t => (Now - t).Days));
    }

    [Fact]
    public void After_a_long_pause_nothing_is_kept_beyond_five_weeks()
    {
        // Act
        var outdated = BackupShelf.Outdated([Now, Now.AddDays(-34), Now.AddDays(-36)], Now);

        // Assert
        Assert.Equal([Now.AddDays(-36)], outdated);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_job_makes_one_backup_a_night_and_takes_old_ones_away(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestDatabase.CreateAsync(provider, null, ("Backup:Passphrase", "tiga kata rahasia"));
        await database.Services.GetRequiredService<PrepareAreas>().AtStartAsync(default);
        await database.ConversationAsync();
        var job = database.Services.GetRequiredService<BackupJob>();
        var made = 0;

        // Act
        for (var hour = 0; hour < 12 * 24; hour += 6)
        {
            made += (await job.RunAsync(default)).Handled;
            database.Clock.Advance(TimeSpan.FromHours(6));
        }

        // Assert
        Assert.InRange(made, 12, 13);
        Assert.InRange(Directory.GetFiles(Path.Combine(database.Directory, "backups"), "slrt-*.backup").Length, 7, 9);
        Assert.Empty(Directory.GetFiles(database.Directory, "*.part", SearchOption.AllDirectories));
    }

    [Theory, OnSqlite]
    public async Task Without_a_passphrase_no_backup_is_made(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestDatabase.CreateAsync(provider);
        await database.Services.GetRequiredService<PrepareAreas>().AtStartAsync(default);

        // Act
        var made = await database.Services.GetRequiredService<BackupJob>().RunAsync(default);

        // Assert
        Assert.Equal(default, made);
        Assert.Null(database.Services.GetRequiredService<BackupShelf>().Newest);
    }
}
