using System.Threading.Channels;
using Npgsql;

namespace SlrtBot.Core.Persistence;

/// <summary>
/// Statements that stand for themselves, sent together: what waits when the ones before are committed goes in one batch,
/// which is one transaction and one round trip. Nobody is answered before that commit.
/// </summary>
internal sealed class PostgresJoinedStatements : IDisposable
{
    private const int Together = 128;
    private const int Waiting = 1000;

    private readonly Channel<Statement> _waiting = Channel.CreateBounded<Statement>(new BoundedChannelOptions(Waiting) { SingleReader = true });
    private readonly NpgsqlDataSource _source;

    public PostgresJoinedStatements(NpgsqlDataSource source)
    {
        _source = source;
        _ = SendAsync();
    }

    /// <returns>How many rows it changed.</returns>
    /// <exception cref="StorageUnavailableException">So many wait that this one would come too late.</exception>
    public Task<int> ExecuteAsync(string sql, object?[] parameters)
    {
        var statement = new Statement(sql, parameters);
        return _waiting.Writer.TryWrite(statement)
            ? statement.Done.Task
            : Task.FromException<int>(new StorageUnavailableException("The write queue is full."));
    }

    public void Dispose() => _waiting.Writer.TryComplete();

    private async Task SendAsync()
    {
        var together = new List<Statement>(Together);
        while (await _waiting.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            while (together.Count < Together && _waiting.Reader.TryRead(out var statement))
            {
                together.Add(statement);
            }

            await SendAsync(together);
            together.Clear();
        }
    }

    private async Task SendAsync(List<Statement> statements)
    {
        try
        {
            await using var batch = _source.CreateBatch();
            statements.ForEach(s => batch.BatchCommands.Add(s.ToCommand()));
            await batch.ExecuteNonQueryAsync();
            for (var i = 0; i < statements.Count; i++)
            {
                statements[i].Done.TrySetResult(batch.BatchCommands[i].RecordsAffected);
            }
        }
        catch (PostgresException) when (statements.Count > 1)
        {
            // One of them is at fault, or two processes waited for one another: each for itself.
            foreach (var statement in statements)
            {
                await SendAsync([statement]);
            }
        }
        catch (Exception failure)
        {
            statements.ForEach(s => s.Done.TrySetException(failure));
        }
    }

    private sealed record Statement(string Sql, object?[] Parameters)
    {
        public TaskCompletionSource<int> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public NpgsqlBatchCommand ToCommand()
        {
            var command = new NpgsqlBatchCommand(Sql);
            for (var i = 0; i < Parameters.Length; i++)
            {
                command.Parameters.AddWithValue($"p{i}", Parameters[i] ?? DBNull.Value);
            }

            return command;
        }
    }
}
