using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace SlrtBot.Core.Persistence;

internal sealed class PostgresDatabase(NpgsqlDataSource source) : ISlrtDatabase
{
    private readonly DbContextOptions<SlrtDbContext> _contextOptions =
        new DbContextOptionsBuilder<SlrtDbContext>().UseNpgsql(source).Options;

    public DatabaseProvider Provider => DatabaseProvider.Postgres;

    public SlrtDbContext NewContext() => new(_contextOptions);

    public SlrtDbContext NewMigrationContext() => new(_contextOptions);

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
