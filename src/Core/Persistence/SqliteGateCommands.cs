using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace SlrtBot.Core.Persistence;

/// <summary>Prepared statements of the writing connection, kept by their text; used by the gate's thread only.</summary>
internal sealed class SqliteGateCommands(SqliteConnection connection) : GateCommands, IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _prepared = new(StringComparer.Ordinal);

    public SqliteTransaction? Transaction { get; set; }

    public override DatabaseProvider Provider => DatabaseProvider.Sqlite;

    public override Task<int> ExecuteAsync(string sql, params object?[] parameters) =>
        Task.FromResult(Prepare(sql, parameters).ExecuteNonQuery());

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

    public void Savepoint(string name) => Prepare($"savepoint {name}", []).ExecuteNonQuery();

    public void Release(string name) => Prepare($"release {name}", []).ExecuteNonQuery();

    public void RollBackTo(string name)
    {
        Prepare($"rollback to {name}", []).ExecuteNonQuery();
        Release(name);
    }

    public void Dispose()
    {
        foreach (var command in _prepared.Values)
        {
            command.Dispose();
        }
    }

    private SqliteCommand Prepare(string sql, object?[] parameters)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            _prepared[sql] = command = connection.CreateCommand();
            command.CommandText = sql;
        }

        command.Transaction = Transaction;
        command.Parameters.Clear();
        for (var i = 0; i < parameters.Length; i++)
        {
            command.Parameters.AddWithValue($"@p{i}", parameters[i] ?? DBNull.Value);
        }

        return command;
    }
}
