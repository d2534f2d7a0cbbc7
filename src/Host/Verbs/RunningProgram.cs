using System.Net.Sockets;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Host.Verbs;

/// <summary>The program that serves from this data directory, seen from a verb: it does what only one process may.</summary>
internal static class RunningProgram
{
    /// <exception cref="OptionsException">It does not answer.</exception>
    public static async Task<int> DoAsync(
        Verb verb, IReadOnlyList<string> words, DatabaseOptions database, Terminal terminal, CancellationToken cancellationToken)
    {
        var passed = new PassedVerb([.. words.Select(Whole)], verb.TakesLine ? await terminal.ReadPipedLineAsync() : null);
        if (await AskAsync(passed, database, cancellationToken) is not { } outcome)
        {
            throw new OptionsException(
                "Data__Directory",
                $"another process of this program works in {database.DataDirectory} and does not take verbs: wait until it serves, or stop it");
        }

        await terminal.Out.WriteAsync(outcome.Out);
        await terminal.Error.WriteAsync(outcome.Error);
        return outcome.Exit;
    }

    private static async Task<PassedOutcome?> AskAsync(PassedVerb passed, DatabaseOptions database, CancellationToken cancellationToken)
    {
        if (PassedVerb.EndPoint(database) is not { } end)
        {
            return null;
        }

        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(end, cancellationToken);
            await using var stream = new NetworkStream(socket);
            await PassedJson.WriteAsync(stream, passed, cancellationToken);
            return await PassedJson.ReadAsync<PassedOutcome>(stream, cancellationToken);
        }
        catch (Exception unanswered) when (unanswered is SocketException or IOException)
        {
            return null;
        }
    }

    /// <summary>The program stands in a folder of its own: a file is named as it is seen from everywhere.</summary>
    private static string Whole(string word) => File.Exists(word) ? Path.GetFullPath(word) : word;
}
