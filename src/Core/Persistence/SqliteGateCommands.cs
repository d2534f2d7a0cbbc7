using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace SlrtBot.Core.Persistence;

/// <summary>Commands on the writing connection; used by the gate's thread only.</summary>
internal sealed class SqliteGateCommands(SqliteConnection connection) : GateCommands, IDisposable
{
    private const int ParametersTogether = 32;

    private readonly SqliteStatements _statements = new(connection);

    public SqliteTransaction? Transaction { get; set; }

    public override DatabaseProvider Provider => DatabaseProvider.Sqlite;

    public override Task<int> ExecuteAsync(string sql, params object?[] parameters) =>
        Task.FromResult(Prepare(sql, parameters).ExecuteNonQuery());

    /// <exception cref="DbUpdateException">A unique key no longer holds.</exception>
    public int Write(RowWrite row)
    {
        try
        {
            return Prepare(row.Statement.Sql, row.Values).ExecuteNonQuery();
        }
        catch (SqliteException failure)
        {
            throw new DbUpdateException("A row could not be written.", failure);
        }
    }

    public override Task<List<T>> QueryAsync<T>(string sql, Func<DbDataReader, T> read, params object?[] parameters)
    {
        var rows = new List<T>();
        using var reader = Prepare(sql, parameters).ExecuteReader();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return Task.FromResult(rows);
    }

    /// <summary>A few rows per statement: more would only make the look-up of their parameters longer.</summary>
    public override Task InsertAsync(string table, IReadOnlyList<string> columns, IReadOnlyList<object?[]> rows)
    {
        var together = Math.Max(1, ParametersTogether / columns.Count);
        var whole = rows.Count - (rows.Count % together);
        var many = InsertOf(table, columns, together);
        for (var at = 0; at < whole; at += together)
        {
            Prepare(many, [.. Enumerable.Range(at, together).SelectMany(i => rows[i])]).ExecuteNonQuery();
        }

        var one = InsertOf(table, columns, 1);
        for (var at = whole; at < rows.Count; at++)
        {
            Prepare(one, rows[at]).ExecuteNonQuery();
        }

        return Task.CompletedTask;
    }

    public void Savepoint(string name) => Prepare($"savepoint {name}", []).ExecuteNonQuery();

    public void Release(string name) => Prepare($"release {name}", []).ExecuteNonQuery();

    public void RollBackTo(string name)
    {
        Prepare($"rollback to {name}", []).ExecuteNonQuery();
        Release(name);
    }

    public void Dispose() => _statements.Dispose();

    private static string InsertOf(string table, IReadOnlyList<string> columns, int rows) =>
        $"insert into {table} ({string.Join(", ", columns)}) values " + string.Join(", ", Enumerable.Range(0, rows)
            .Select(r => $"({string.Join(", ", columns.Select((_, c) => $"@p{(r * columns.Count) + c}"))})"));

    private SqliteCommand Prepare(string sql, object?[] parameters)
    {
        var command = _statements.Prepare(sql, parameters);
        command.Transaction = Transaction;
        return command;
    }
}
