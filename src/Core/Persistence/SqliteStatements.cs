using Microsoft.Data.Sqlite;

namespace SlrtBot.Core.Persistence;

/// <summary>Statements that stay prepared on one connection, kept by their text; one thread at a time.</summary>
internal sealed class SqliteStatements(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _prepared = new(StringComparer.Ordinal);

    /// <param name="parameters">Values in the order of <c>@p0</c>, <c>@p1</c>, …</param>
    public SqliteCommand Prepare(string sql, IReadOnlyList<object?> parameters)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            _prepared[sql] = command = connection.CreateCommand();
            command.CommandText = sql;
        }

        for (var i = command.Parameters.Count; i < parameters.Count; i++)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = $"@p{i}" });
        }

        for (var i = 0; i < parameters.Count; i++)
        {
            command.Parameters[i].Value = parameters[i] ?? DBNull.Value;
        }

        return command;
    }

    public void Dispose()
    {
        foreach (var command in _prepared.Values)
        {
            command.Dispose();
        }
    }
}
