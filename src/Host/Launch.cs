using SlrtBot.Host.Verbs;

namespace SlrtBot.Host;

/// <summary>Chooses between serving and a verb, and turns a failure into one line.</summary>
internal static class Launch
{
    public static Task<int> RunAsync(string[] arguments, Terminal terminal, CancellationToken cancellationToken = default) =>
        InOneLineAsync(
            () =>
            {
                var call = CommandLine.Parse(arguments);
                return call.Words.Count == 0
                    ? Serve.RunAsync(call.Settings, terminal, cancellationToken)
                    : VerbRunner.RunAsync(call, terminal, cancellationToken);
            },
            terminal);

    /// <summary>What an operator can mend is told in a line of its own; a defect goes on with its stack trace.</summary>
    public static async Task<int> InOneLineAsync(Func<Task<int>> run, Terminal terminal)
    {
        try
        {
            return await run();
        }
        catch (WrongCallException wrong)
        {
            await terminal.Error.WriteLineAsync(wrong.Message);
            return ExitCode.WrongCall;
        }
        catch (Exception failure) when (StartFailure.Describe(failure) is { } line)
        {
            await terminal.Error.WriteLineAsync(line);
            return ExitCode.Failed;
        }
    }
}
