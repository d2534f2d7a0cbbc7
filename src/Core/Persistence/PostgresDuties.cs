using Npgsql;

namespace SlrtBot.Core.Persistence;

/// <summary>
/// A duty is an advisory lock of a session that this process keeps open. The server lets go of it when the process
/// ends, however it ends; a process that loses its session has lost its duties.
/// </summary>
internal sealed class PostgresDuties(DatabaseOptions options, TimeProvider clock) : ProcessDuties, IAsyncDisposable
{
    /// <summary>Within this time a stand-by takes over from a process that died.</summary>
    public static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    private const int PatienceSeconds = 5;

    // A machine that vanished without a word is given up after half a minute, not after two hours.
    private const string Vanished = "set tcp_keepalives_idle = 15; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3";

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Dictionary<string, (bool IsOurs, DateTime At)> _known = new(StringComparer.Ordinal);
    private NpgsqlConnection? _session;

    public override async ValueTask<bool> HasAsync(string duty, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var known = _known.GetValueOrDefault(duty);
            if (now - known.At < LookAgain)
            {
                return known.IsOurs;
            }

            var isOurs = await LookAsync(duty, known.IsOurs, cancellationToken);
            _known[duty] = (isOurs, now);
            return isOurs;
        }
        catch (Exception failure) when (failure is TimeoutException || Outage.IsBehind(failure))
        {
            await CloseAsync();
            return false;
        }
        finally
        {
            _gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _gate.Dispose();
    }

    private async Task<bool> LookAsync(string duty, bool wasOurs, CancellationToken cancellationToken)
    {
        _session ??= await OpenAsync(cancellationToken);
        await using var command = _session.CreateCommand();
        command.CommandText = wasOurs ? "select true" : "select pg_try_advisory_lock(hashtextextended(@p0, 0))";
        command.Parameters.AddWithValue("p0", $"slrt:{duty}");
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    private async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var session = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(options.ConnectionString)
        {
            Pooling = false,
            Timeout = PatienceSeconds,
            CommandTimeout = PatienceSeconds,
        }.ToString());
        await session.OpenAsync(cancellationToken);
        await using var command = session.CreateCommand();
        command.CommandText = Vanished;
        await command.ExecuteNonQueryAsync(cancellationToken);
        return session;
    }

    private async Task CloseAsync()
    {
        _known.Clear();
        if (_session is { } session)
        {
            _session = null;
            await session.DisposeAsync();
        }
    }
}
