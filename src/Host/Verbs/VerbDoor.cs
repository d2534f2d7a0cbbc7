using System.Net.Sockets;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Host.Verbs;

/// <summary>
/// On SQLite one process writes, and it is the one that serves: verbs that may be called meanwhile come in here, from the
/// same machine and the same user, and are done one after the other. Nobody else reaches a socket in the data directory.
/// </summary>
internal sealed partial class VerbDoor(IServiceProvider services, DatabaseOptions database, ILogger<VerbDoor> log) : BackgroundService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private Socket? _socket;

    /// <summary>Open before the program says that it serves: whoever reads that may call at once.</summary>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        if (database.Provider == DatabaseProvider.Sqlite && PassedVerb.EndPoint(database) is { } end)
        {
            try
            {
                _socket = Listen(end);
            }
            catch (SocketException refused)
            {
                // A file system without sockets: verbs say that the program has to be stopped first, as they would without this door.
                Closed(log, refused.SocketErrorCode);
            }
        }

        return base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        if (_socket is { LocalEndPoint: { } end })
        {
            _socket.Dispose();
            if (end.ToString() is { } path && File.Exists(path))
            {
                File.Delete(path);
            }
        }

        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (_socket is { } socket)
        {
            using var caller = await socket.AcceptAsync(stoppingToken);
            await HearAsync(caller, stoppingToken);
        }
    }

    /// <summary>A caller to whom nothing comes back sees that; the next one is heard all the same.</summary>
    private async Task HearAsync(Socket caller, CancellationToken stoppingToken)
    {
        try
        {
            await AnswerAsync(caller, stoppingToken);
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            NotAnswered(log, failure.GetType().Name);
        }
    }

    private static Socket Listen(UnixDomainSocketEndPoint end)
    {
        // A name left behind by a kill is in nobody's use: this process holds the directory's lock.
        var path = end.ToString()!;
        File.Delete(path);
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(end);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        socket.Listen();
        return socket;
    }

    private async Task AnswerAsync(Socket caller, CancellationToken stoppingToken)
    {
        await using var stream = new NetworkStream(caller);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        patience.CancelAfter(Patience);
        if (await PassedJson.ReadAsync<PassedVerb>(stream, patience.Token) is not { } passed)
        {
            return;
        }

        await PassedJson.WriteAsync(stream, await DoAsync(passed, stoppingToken), stoppingToken);
    }

    private async Task<PassedOutcome> DoAsync(PassedVerb passed, CancellationToken cancellationToken)
    {
        var terminal = new Terminal(new StringReader(passed.Line ?? ""), new StringWriter(), new StringWriter(), passed.Line is not null);
        var exit = await Launch.InOneLineAsync(() => RunAsync(passed.Words, terminal, cancellationToken), terminal);
        return new PassedOutcome(exit, terminal.Out.ToString()!, terminal.Error.ToString()!);
    }

    private async Task<int> RunAsync(IReadOnlyList<string> words, Terminal terminal, CancellationToken cancellationToken)
    {
        var (verb, told, exit) = await VerbTree.ReadAsync(words, terminal, cancellationToken);
        if (verb is null)
        {
            return exit;
        }

        if (verb.Kind != VerbKind.WritesBeside)
        {
            throw new WrongCallException($"{verb.Name} is not done while the program serves.");
        }

        await using var scope = services.CreateAsyncScope();
        return await verb.RunAsync(new VerbCall(verb, told, scope.ServiceProvider, terminal), cancellationToken);
    }

    [LoggerMessage(LogLevel.Warning, "A verb that came while serving got no answer ({Failure}).")]
    private static partial void NotAnswered(ILogger log, string failure);

    [LoggerMessage(LogLevel.Warning, "Verbs that write are not heard while serving: the data directory takes no socket ({Error}).")]
    private static partial void Closed(ILogger log, SocketError error);
}
