using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace SlrtBot.Core.Persistence;

/// <summary>On PostgreSQL many write at once: each unit saves in its own transaction, on its own connection.</summary>
internal sealed class PostgresWriteGate(NpgsqlDataSource source, ISlrtDatabase database) : WriteGate, IDisposable
{
    private readonly PostgresJoinedStatements _joined = new(source);
    private readonly TrackedRows _tracked = new(database, i => $"${i + 1}");

    public override async Task BeginSnapshotAsync(SlrtDbContext context, CancellationToken cancellationToken)
    {
        try
        {
            await context.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        }
        catch (Exception failure) when (IsOutage(failure))
        {
            throw new StorageUnavailableException("The database is not reachable.", failure);
        }
    }

    public override async Task SaveAsync(SlrtDbContext context, CancellationToken cancellationToken)
    {
        try
        {
            var rows = _tracked.Read(context);
            var transaction = context.Database.CurrentTransaction ?? await context.Database.BeginTransactionAsync(cancellationToken);
            await WriteAsync(rows, (NpgsqlTransaction)transaction.GetDbTransaction(), cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        catch (PostgresException failure) when (!IsOutage(failure))
        {
            throw new DbUpdateException("A row could not be written.", failure);
        }
        catch (Exception failure) when (IsOutage(failure))
        {
            throw new StorageUnavailableException("The database is not reachable.", failure);
        }
    }

    public override async Task<T> ExecuteAsync<T>(Func<GateCommands, Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await source.OpenConnectionAsync(cancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            var result = await work(new PostgresGateCommands(connection));
            await transaction.CommitAsync(cancellationToken);
            return result;
        }
        catch (Exception failure) when (IsOutage(failure))
        {
            throw new StorageUnavailableException("The database is not reachable.", failure);
        }
    }

    public override async Task<int> ExecuteOneAsync(string sql, object?[] parameters, CancellationToken cancellationToken)
    {
        try
        {
            return await _joined.ExecuteAsync(sql, parameters);
        }
        catch (Exception failure) when (IsOutage(failure))
        {
            throw new StorageUnavailableException("The database is not reachable.", failure);
        }
    }

    public void Dispose() => _joined.Dispose();

    /// <summary>All in one go: a round trip takes longer than a row.</summary>
    private static async Task WriteAsync(List<RowWrite> rows, NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(transaction.Connection, transaction);
        foreach (var row in rows)
        {
            batch.BatchCommands.Add(CommandOf(row));
        }

        await batch.ExecuteNonQueryAsync(cancellationToken);
        if (batch.BatchCommands.Cast<NpgsqlBatchCommand>().Any(c => c.RecordsAffected != 1))
        {
            throw new DbUpdateConcurrencyException("A row is no longer as it was read.");
        }
    }

    private static NpgsqlBatchCommand CommandOf(RowWrite row)
    {
        var command = new NpgsqlBatchCommand(row.Statement.Sql);
        for (var i = 0; i < row.Values.Length; i++)
        {
            // Always by the column's type: a null that says nothing of its type would be another statement.
            command.Parameters.Add(new NpgsqlParameter
            {
                DataTypeName = row.Statement.Parameters[i].GetRelationalTypeMapping().StoreTypeNameBase,
                Value = row.Values[i] ?? DBNull.Value,
            });
        }

        return command;
    }

    private static bool IsOutage(Exception failure) => failure is TimeoutException || Outage.IsBehind(failure);
}

internal sealed class PostgresGateCommands(NpgsqlConnection connection) : GateCommands
{
    public override DatabaseProvider Provider => DatabaseProvider.Postgres;

    public override async Task<int> ExecuteAsync(string sql, params object?[] parameters)
    {
        await using var command = Command(sql, parameters);
        return await command.ExecuteNonQueryAsync();
    }

    public override async Task<List<T>> QueryAsync<T>(string sql, Func<DbDataReader, T> read, params object?[] parameters)
    {
        var rows = new List<T>();
        await using var command = Command(sql, parameters);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    public override async Task InsertAsync(string table, IReadOnlyList<string> columns, IReadOnlyList<object?[]> rows)
    {
        await using var copy = await connection.BeginBinaryImportAsync($"copy {table} ({string.Join(", ", columns)}) from stdin (format binary)");
        foreach (var row in rows)
        {
            await copy.StartRowAsync();
            foreach (var value in row)
            {
                await (value is null ? copy.WriteNullAsync() : copy.WriteAsync(value));
            }
        }

        await copy.CompleteAsync();
    }

    private NpgsqlCommand Command(string sql, object?[] parameters)
    {
        var command = new NpgsqlCommand(sql, connection);
        for (var i = 0; i < parameters.Length; i++)
        {
            command.Parameters.AddWithValue($"p{i}", parameters[i] ?? DBNull.Value);
        }

        return command;
    }
}
