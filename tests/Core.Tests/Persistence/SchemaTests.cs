using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Persistence;

/// <summary>The hand-written migrations must end where the model stands, on both databases.</summary>
public sealed class SchemaTests
{
    // Column by column, as on PostgreSQL: a column that a migration adds stands last, wherever the model has it.
    private const string Sqlite =
        """
        select 'column ' || t.name || ' ' || c.name || ' ' || c.type || ' ' || c."notnull" || ' ' || c.pk as Value
        from sqlite_master t join pragma_table_info(t.name) c
        where t.type = 'table' and t.name not like '\_\_EF%' escape '\' and t.name not like 'sqlite%'
        union all
        select 'key ' || t.name || ' ' || k."from" || ' ' || k."table" || ' ' || k."to" || ' ' || k.on_delete
        from sqlite_master t join pragma_foreign_key_list(t.name) k
        where t.type = 'table'
        union all
        select 'index ' || name || ' ' || sql from sqlite_master where type = 'index' and sql is not null
        """;

    private const string Postgres =
        """
        select concat_ws(' ', table_name, column_name, data_type, is_nullable) as "Value" from information_schema.columns
        where table_schema = 'public' and table_name not like '\_\_EF%'
        union all
        select indexdef from pg_indexes where schemaname = 'public' and tablename not like '\_\_EF%'
        """;

    [Theory, OnSqlite, OnPostgres]
    public async Task The_migrated_schema_is_the_models_schema(DatabaseProvider provider)
    {
        // Arrange
        await using var migrated = await TestDatabase.CreateAsync(provider);
        var (settings, directory, name) = await TestDatabase.SettingsAsync(provider, TestDatabase.Beginning.Empty);
        await using var services = new ServiceCollection().AddLogging()
            .AddCore(new Microsoft.Extensions.Configuration.ConfigurationManager().With(settings), directory)
            .BuildServiceProvider();
        await using var created = services.GetRequiredService<ISlrtDatabase>().NewMigrationContext();
        await created.GetService<Microsoft.EntityFrameworkCore.Storage.IRelationalDatabaseCreator>().CreateTablesAsync();

        // Act
        var expected = await SchemaAsync(created, provider);
        var actual = await migrated.ReadAsync(db => SchemaAsync(db, provider));

        // Assert
        Assert.Equal(expected, actual);
        await created.DisposeAsync();
        await services.DisposeAsync();
        await TestDatabase.RemoveAsync(directory, name);
    }

    private static async Task<List<string>> SchemaAsync(SlrtDbContext db, DatabaseProvider provider)
    {
        var rows = await db.Database.SqlQueryRaw<string>(provider == DatabaseProvider.Sqlite ? Sqlite : Postgres).ToListAsync();
        return [.. rows.Order(StringComparer.Ordinal)];
    }
}
