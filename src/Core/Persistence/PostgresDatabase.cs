using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace SlrtBot.Core.Persistence;

internal sealed class PostgresDatabase(NpgsqlDataSource source) : ISlrtDatabase
{
    private const int PreparedStatements = 200;

    private readonly PooledDbContextFactory<SlrtDbContext> _contexts =
        new(new DbContextOptionsBuilder<SlrtDbContext>().UseNpgsql(source).Options);

    /// <summary>The driver keeps what is asked again and again prepared, unless the setting says otherwise (behind some poolers it must).</summary>
    public static string ConnectionString(DatabaseOptions options)
    {
        var connection = new NpgsqlConnectionStringBuilder(options.ConnectionString);
        if (!connection.ShouldSerialize("Max Auto Prepare"))
        {
            (connection.MaxAutoPrepare, connection.AutoPrepareMinUsages) = (PreparedStatements, 2);
        }

        return connection.ToString();
    }

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
