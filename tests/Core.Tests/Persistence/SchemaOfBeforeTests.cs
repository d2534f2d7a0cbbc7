using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Persistence;

/// <summary>What was made before release 0.2.0 is refused in one line, and nothing in it is touched.</summary>
public sealed class SchemaOfBeforeTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_database_of_before_is_refused_with_what_to_do(DatabaseProvider provider)
    {
        // Arrange: its history has a number that no release since knows.
        await using var database = await TestDatabase.CreateAsync(provider);
        await using (var before = database.Services.GetRequiredService<ISlrtDatabase>().NewMigrationContext())
        {
            await before.Database.ExecuteSqlRawAsync("""insert into "__EFMigrationsHistory" ("MigrationId", "ProductVersion") values ('0019_Before', '10.0.0')""");
        }

        // Act
        var migrator = database.Services.GetRequiredService<SchemaMigrator>();
        var refused = await Record.ExceptionAsync(() => migrator.MigrateAsync(CancellationToken.None));
        var unread = await Record.ExceptionAsync(() => migrator.IsCurrentAsync(CancellationToken.None));

        // Assert
        Assert.Equal(refused?.Message, unread?.Message);
        Assert.Equal(
            "ConnectionStrings__Slrt: the database was made before release 0.2.0, whose schema begins anew: open it with the release that made it, or begin with an empty directory and database.",
            Assert.IsType<OptionsException>(refused).Message);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_a_newer_release_has_added_is_no_reason(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestDatabase.CreateAsync(provider);
        await using (var newer = database.Services.GetRequiredService<ISlrtDatabase>().NewMigrationContext())
        {
            await newer.Database.ExecuteSqlRawAsync("""insert into "__EFMigrationsHistory" ("MigrationId", "ProductVersion") values ('20991231_0100_Later', '99.0.0')""");
        }

        // Act
        var refused = await Record.ExceptionAsync(() => database.Services.GetRequiredService<SchemaMigrator>().MigrateAsync(CancellationToken.None));

        // Assert
        Assert.Null(refused);
    }
}
