using System.Buffers.Binary;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace SlrtBot.Core.Persistence;

internal sealed class PostgresDatabase(NpgsqlDataSource source) : ISlrtDatabase
{
    private readonly PooledDbContextFactory<SlrtDbContext> _contexts =
        new(new DbContextOptionsBuilder<SlrtDbContext>().UseNpgsql(source).Options);

    public DatabaseProvider Provider => DatabaseProvider.Postgres;

    public SlrtDbContext NewContext() => _contexts.CreateDbContext();

    public SlrtDbContext NewMigrationContext() => _contexts.CreateDbContext();

    public async Task<bool> ClaimLaneAsync(SlrtDbContext context, byte[] lane, CancellationToken cancellationToken)
    {
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"select pg_try_advisory_xact_lock({BinaryPrimitives.ReadInt64BigEndian(lane)})";
        command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

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
