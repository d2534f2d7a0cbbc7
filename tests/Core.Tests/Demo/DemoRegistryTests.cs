using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Checks;
using SlrtBot.Core.Demo;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Vanished;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Demo;

/// <summary>Whoever opens the demo finds the pages of the poverty data filled.</summary>
public sealed class DemoRegistryTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_demos_two_lists_leave_changes_to_tell_and_families_to_look_for(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        await database.Services.GetRequiredService<PrepareDemo>().RunAsync(
            new DemoPlan(PrepareDemo.AtFirstStart, PrepareDemo.UsualSeed, new(2026, 11, 23)), Provenance.Verb("demo-data", database.Clock.UtcNow), new Progress<DemoProgress>(), CancellationToken.None);
        var checks = await database.ReadAsync(db => db.RegistryChecks.Where(c => c.MadeBy != null).ToListAsync());

        // Act
        await database.Services.GetRequiredService<RecheckJob>().RunAsync(CancellationToken.None);
        await database.Services.GetRequiredService<CompareListsJob>().RunAsync(CancellationToken.None);

        // Assert
        Assert.NotEmpty(checks);
        Assert.InRange(await database.ReadAsync(db => db.Rechecks.CountAsync(r => r.EndedAt == null)), 3, checks.Count / 2);
        Assert.InRange(await database.ReadAsync(db => db.VanishedFamilies.CountAsync()), 50, 400);
    }
}
