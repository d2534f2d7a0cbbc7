using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace SlrtBot.Core.Persistence;

/// <summary>A unit that waits for the writer's thread; its caller is answered after the commit.</summary>
internal abstract class GateJob
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Completion => _done.Task;

    public Exception? Failure { get; set; }

    public abstract void Run(SqliteConnection connection, SqliteTransaction transaction, SqliteGateCommands commands);

    public void Complete()
    {
        if (Failure is null)
        {
            _done.TrySetResult();
        }
        else
        {
            _done.TrySetException(Failure);
        }
    }

    public void Fail(Exception failure) => _done.TrySetException(failure);

    /// <summary>For what cannot run inside a transaction.</summary>
    public virtual void RunAlone(SqliteConnection connection) => throw new InvalidOperationException("Runs in a transaction.");
}

internal sealed class SaveJob(IReadOnlyList<RowWrite> rows) : GateJob
{
    public override void Run(SqliteConnection connection, SqliteTransaction transaction, SqliteGateCommands commands)
    {
        foreach (var row in rows)
        {
            if (commands.Write(row) != 1)
            {
                throw new DbUpdateConcurrencyException("A row is no longer as it was read.");
            }
        }
    }
}

internal sealed class CommandJob<T>(Func<GateCommands, Task<T>> work) : GateJob
{
    public T? Result { get; private set; }

    public override void Run(SqliteConnection connection, SqliteTransaction transaction, SqliteGateCommands commands) =>
        Result = work(commands).GetAwaiter().GetResult();
}

/// <summary>A checkpoint cannot run inside a transaction.</summary>
internal sealed class CheckpointRequest : GateJob
{
    public override void Run(SqliteConnection connection, SqliteTransaction transaction, SqliteGateCommands commands) =>
        throw new InvalidOperationException("A checkpoint runs alone.");

    public override void RunAlone(SqliteConnection connection)
    {
        try
        {
            using var command = connection.CreateCommand();
            command.CommandText = "pragma wal_checkpoint(truncate)";
            command.ExecuteNonQuery();
            Complete();
        }
        catch (SqliteException failure)
        {
            Fail(failure);
        }
    }
}
