using System.Data.Common;

namespace SlrtBot.Core.Persistence;

/// <summary>
/// The only way into the database for writers. A unit of work prepares its changes outside, over a read-only
/// connection, and hands them over; versions and unique keys decide whether they still hold. Returned means
/// committed and durable.
/// </summary>
public abstract class WriteGate
{
    /// <summary>
    /// From here on the context reads one state of the database, so that an act never decides on halves of two. Ends
    /// with the save, or with the context.
    /// </summary>
    public abstract Task BeginSnapshotAsync(SlrtDbContext context, CancellationToken cancellationToken);

    /// <summary>Saves what the context has tracked, all of it or nothing.</summary>
    /// <exception cref="StorageUnavailableException">Not stored; try later.</exception>
    /// <exception cref="Microsoft.EntityFrameworkCore.DbUpdateException">A version or unique key no longer holds.</exception>
    public abstract Task SaveAsync(SlrtDbContext context, CancellationToken cancellationToken);

    /// <summary>
    /// Runs set-based SQL in a transaction of its own. The work may await nothing but the database, and may be run
    /// again.
    /// </summary>
    public abstract Task<T> ExecuteAsync<T>(Func<GateCommands, Task<T>> work, CancellationToken cancellationToken);

    /// <summary>
    /// Runs one statement that stands for itself and that no other's changes can make fail; it may share a transaction
    /// with others of its kind.
    /// </summary>
    /// <returns>How many rows it changed, once that is durable.</returns>
    /// <exception cref="StorageUnavailableException">Not stored; try later.</exception>
    public virtual Task<int> ExecuteOneAsync(string sql, object?[] parameters, CancellationToken cancellationToken) =>
        ExecuteAsync(commands => commands.ExecuteAsync(sql, parameters), cancellationToken);

    /// <summary>Lets the database tidy its log, where it needs telling.</summary>
    public virtual Task CheckpointAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>Commands on the gate's connection; on SQLite they stay prepared from one call to the next.</summary>
public abstract class GateCommands
{
    /// <param name="parameters">Values in the order of <c>@p0</c>, <c>@p1</c>, …; UTC for instants.</param>
    public abstract Task<int> ExecuteAsync(string sql, params object?[] parameters);

    /// <summary>Reads all rows that the statement returns.</summary>
    public abstract Task<List<T>> QueryAsync<T>(string sql, Func<DbDataReader, T> read, params object?[] parameters);

    /// <summary>Inserts many rows of one table, each with a value per column, the fastest way that the database has.</summary>
    public abstract Task InsertAsync(string table, IReadOnlyList<string> columns, IReadOnlyList<object?[]> rows);

    /// <summary>For the few statements that differ.</summary>
    public abstract DatabaseProvider Provider { get; }
}
