namespace SlrtBot.Host;

/// <summary>Where the program reads and writes; tests give their own.</summary>
/// <param name="InputIsRedirected">False at a keyboard, where no verb may wait for a password in clear text.</param>
internal sealed record Terminal(TextReader In, TextWriter Out, TextWriter Error, bool InputIsRedirected)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>A pipe that nobody writes to and nobody closes must not hold a verb for ever.</summary>
    /// <returns>Null at a keyboard, and where nothing comes.</returns>
    public async Task<string?> ReadPipedLineAsync()
    {
        if (!InputIsRedirected)
        {
            return null;
        }

        var reading = Task.Run(In.ReadLine);
        return await Task.WhenAny(reading, Task.Delay(Patience)) == reading && await reading is { Length: > 0 } line ? line : null;
    }
}

/// <summary>What the program's caller learns.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int WrongCall = 2;
}
