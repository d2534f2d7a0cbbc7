using System.Net.Sockets;
using System.Text.Json;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Host.Verbs;

/// <summary>A verb on its way to the program that serves: one line of JSON over a socket in the data directory.</summary>
/// <param name="Line">What stood on standard input, such as a password.</param>
internal sealed record PassedVerb(IReadOnlyList<string> Words, string? Line)
{
    /// <returns>Null where the directory's path is too long for the name of a socket.</returns>
    public static UnixDomainSocketEndPoint? EndPoint(DatabaseOptions database)
    {
        try
        {
            return new UnixDomainSocketEndPoint(Path.Combine(database.DataDirectory, "verbs.sock"));
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }
}

/// <summary>What came of it.</summary>
internal sealed record PassedOutcome(int Exit, string Out, string Error);

internal static class PassedJson
{
    public static async Task WriteAsync<T>(Stream stream, T value, CancellationToken cancellationToken)
    {
        await JsonSerializer.SerializeAsync(stream, value, cancellationToken: cancellationToken);
        stream.WriteByte((byte)'\n');
        await stream.FlushAsync(cancellationToken);
    }

    /// <returns>Null where nothing readable came.</returns>
    public static async Task<T?> ReadAsync<T>(Stream stream, CancellationToken cancellationToken)
        where T : class
    {
        using var reader = new StreamReader(stream, leaveOpen: true);
        try
        {
            return await reader.ReadLineAsync(cancellationToken) is { } line ? JsonSerializer.Deserialize<T>(line) : null;
        }
        catch (Exception broken) when (broken is JsonException or IOException)
        {
            return null;
        }
    }
}
