using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace SlrtBot.Core.Persistence;

/// <summary>
/// One thread owns the one writing connection. It takes whatever waits (up to <see cref="Together"/> units), runs
/// each under its own savepoint, and commits them together: the disk is synced once for all, and nobody is answered
/// before that. This is also what keeps us clear of the WAL-reset defect of SQLite before 3.51.3 (docs/adr/0002).
/// </summary>
internal sealed class SqliteWriteGate : WriteGate, IDisposable
{
    private const int Together = 128;
    private const int Waiting = 1000;

    private readonly Channel<GateJob> _jobs = Channel.CreateBounded<GateJob>(
        new BoundedChannelOptions(Waiting) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private readonly TrackedRows _tracked;
    private readonly SqliteConnection _connection;
    private readonly SqliteGateCommands _commands;
    private readonly Thread _writer;

    public SqliteWriteGate(SqliteDatabase database)
    {
        _tracked = new TrackedRows(database, i => $"@p{i}");
        _connection = database.OpenWriter();
        _commands = new SqliteGateCommands(_connection);
        _writer = new Thread(Run) { IsBackground = true, Name = "sqlite-writer" };
        _writer.Start();
    }

    public override Task BeginSnapshotAsync(SlrtDbContext context, CancellationToken cancellationToken)
    {
        context.Lease!.BeginSnapshot();
        return Task.CompletedTask;
    }

    public override Task SaveAsync(SlrtDbContext context, CancellationToken cancellationToken)
    {
        context.Lease!.EndSnapshot();
        return Enqueue(new SaveJob(_tracked.Read(context)));
    }

    public override async Task<T> ExecuteAsync<T>(Func<GateCommands, Task<T>> work, CancellationToken cancellationToken)
    {
        var job = new CommandJob<T>(work);
        await Enqueue(job);
        return job.Result!;
    }

    public override Task CheckpointAsync(CancellationToken cancellationToken) => Enqueue(new CheckpointRequest());

    public void Dispose()
    {
        _jobs.Writer.TryComplete();
        _writer.Join();
        _commands.Dispose();
        _connection.Dispose();
    }

    private Task Enqueue(GateJob job) => _jobs.Writer.TryWrite(job)
        ? job.Completion
        : Task.FromException(new StorageUnavailableException("The write queue is full."));

    private void Run()
    {
        var batch = new List<GateJob>(Together);
        while (WaitForWork())
        {
            GateJob? alone = null;
            while (batch.Count < Together && _jobs.Reader.TryRead(out var job))
            {
                if (job is CheckpointRequest)
                {
                    alone = job;
                    break;
                }

                batch.Add(job);
            }

            CommitTogether(batch);
            batch.Clear();
            alone?.RunAlone(_connection);
        }
    }

    // The thread is the gate's own: it may wait here.
    private bool WaitForWork() => _jobs.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult();

    private void CommitTogether(List<GateJob> batch)
    {
        if (batch.Count == 0)
        {
            return;
        }

        try
        {
            using var transaction = _connection.BeginTransaction(deferred: false);
            _commands.Transaction = transaction;
            if (batch is [var only])
            {
                RunAlone(only, transaction);
                return;
            }

            foreach (var job in batch)
            {
                RunUnderSavepoint(job, transaction);
            }

            transaction.Commit();
        }
        catch (Exception failure)
        {
            var unavailable = AsUnavailable(failure);
            batch.ForEach(job => job.Fail(unavailable));
            return;
        }
        finally
        {
            _commands.Transaction = null;
        }

        batch.ForEach(job => job.Complete());
    }

    /// <summary>
    /// The transaction serves as the savepoint. Under one SQLite keeps every page that the unit changes in a list in
    /// memory, and walks it at the end of each statement: a large unit would take the square of its time.
    /// </summary>
    private void RunAlone(GateJob job, SqliteTransaction transaction)
    {
        try
        {
            job.Run(_connection, transaction, _commands);
        }
        catch (Exception failure) when (!EndsTransaction(failure))
        {
            transaction.Rollback();
            job.Fail(failure);
            return;
        }

        transaction.Commit();
        job.Complete();
    }

    private void RunUnderSavepoint(GateJob job, SqliteTransaction transaction)
    {
        _commands.Savepoint("unit");
        try
        {
            job.Run(_connection, transaction, _commands);
            _commands.Release("unit");
        }
        catch (Exception failure) when (!EndsTransaction(failure))
        {
            _commands.RollBackTo("unit");
            job.Failure = failure;
        }
    }

    /// <summary>Full disk, I/O error, corruption: SQLite may have rolled the transaction back by itself.</summary>
    private static bool EndsTransaction(Exception failure) =>
        Sqlite(failure) is { SqliteErrorCode: 5 or 6 or 7 or 8 or 10 or 11 or 13 or 14 or 26 };

    private static Exception AsUnavailable(Exception failure) => failure is StorageUnavailableException
        ? failure
        : new StorageUnavailableException($"The database did not commit ({failure.GetType().Name}).", failure)
        {
            DiskFull = Sqlite(failure) is { SqliteErrorCode: 13 },
        };

    private static SqliteException? Sqlite(Exception failure) =>
        failure as SqliteException ?? failure.InnerException as SqliteException;
}
