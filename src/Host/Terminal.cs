namespace SlrtBot.Host;

/// <summary>Where the program reads and writes; tests give their own.</summary>
/// <param name="InputIsRedirected">False at a keyboard, where no verb may wait for a password in clear text.</param>
internal sealed record Terminal(TextReader In, TextWriter Out, TextWriter Error, bool InputIsRedirected);

/// <summary>What the program's caller learns.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int WrongCall = 2;
}
