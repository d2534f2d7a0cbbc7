namespace SlrtBot.Host.Verbs;

internal static class Migrate
{
    public static Verb Verb { get; } = new(
        "migrate", VerbKind.Writes, "Bring the database to this release's schema, and stop.", RunAsync);

    private static async Task<int> RunAsync(VerbCall call, CancellationToken cancellationToken)
    {
        await call.Out.WriteLineAsync("The database is at this release's schema.");
        return ExitCode.Done;
    }
}
