using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace SlrtBot.Core.Persistence;

internal sealed class PostgresDatabase(NpgsqlDataSource source) : ISlrtDatabase
{
    private readonly PooledDbContextFactory<SlrtDbContext> _contexts =
        new(new DbContextOptionsBuilder<SlrtDbContext>().UseNpgsql(source).Options);

    public DatabaseProvider Provider => DatabaseProvider.Postgres;

    public SlrtDbContext NewContext() => _contexts.CreateDbContext();

    public SlrtDbContext NewMigrationContext() => _contexts.CreateDbContext();

    public void AssertSafe()
    {
        using var connection = source.OpenConnection();
        using var command = connection.CreateCommand();
        command.CommandText = "show synchronous_commit";
        if (command.ExecuteScalar() is "off")
        {
            throw new StorageUnavailableException(
                "PostgreSQL runs with synchronous_commit = off: an acknowledged message could be lost. Set it to on.");
        }
    }
}
