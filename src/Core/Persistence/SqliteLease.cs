using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace SlrtBot.Core.Persistence;

/// <summary>A read connection rented by one context, and the snapshot that it may hold open on it.</summary>
internal sealed class SqliteLease(ConcurrentBag<SqliteConnection> idle, SqliteConnection connection) : IDisposable
{
    private SqliteConnection? _held = connection;
    private bool _inSnapshot;

    public void BeginSnapshot()
    {
        Run("begin");
        _inSnapshot = true;
    }

    public void EndSnapshot()
    {
        if (_inSnapshot)
        {
            _inSnapshot = false;
            Run("commit");
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

    private void Run(string sql)
    {
        using var command = _held!.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
