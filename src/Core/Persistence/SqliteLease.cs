using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace SlrtBot.Core.Persistence;

/// <summary>A read-only connection, and what is prepared on it.</summary>
internal sealed class SqliteReader(SqliteConnection connection) : IDisposable
{
    public SqliteConnection Connection { get; } = connection;

    public SqliteStatements Statements { get; } = new(connection);

    public void Dispose()
    {
        Statements.Dispose();
        Connection.Dispose();
    }
}

/// <summary>A reader rented by one context, and the snapshot that it may hold open on it.</summary>
internal sealed class SqliteLease(ConcurrentBag<SqliteReader> idle, SqliteReader reader) : IDisposable
{
    private SqliteReader? _held = reader;
    private bool _inSnapshot;

    public DbCommand Prepare(string sql, params object?[] parameters) => _held!.Statements.Prepare(sql, parameters);

    public void BeginSnapshot()
    {
        Prepare("begin").ExecuteNonQuery();
        _inSnapshot = true;
    }

    public void EndSnapshot()
    {
        if (_inSnapshot)
        {
            _inSnapshot = false;
            Prepare("commit").ExecuteNonQuery();
        }
    }

    public void Dispose()
    {
        EndSnapshot();
        if (_held is { } held)
        {
            _held = null;
            idle.Add(held);
        }
    }
}
