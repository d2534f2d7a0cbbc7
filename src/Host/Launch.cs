using SlrtBot.Host.Verbs;

namespace SlrtBot.Host;

/// <summary>Chooses between serving and a verb, and turns a failure to start into one line.</summary>
internal static class Launch
{
    public static async Task<int> RunAsync(string[] arguments, Terminal terminal, CancellationToken cancellationToken = default)
    {
        try
        {
            var call = CommandLine.Parse(arguments);
            return call.Words.Count == 0
                ? await Serve.RunAsync(call.Settings, terminal, cancellationToken)
                : await VerbRunner.RunAsync(call, terminal, cancellationToken);
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
