using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Host.Verbs;

internal static class PrintSchema
{
    private static readonly Option<string> Provider = new Option<string>("--provider")
    {
        Description = "Which database's.",
        Required = true,
    }.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, Enum.GetNames<DatabaseProvider>());

    public static Verb Verb { get; } = new(
        "schema", VerbKind.Detached, "Print the tables and indexes as the database would make them; needs no database.", RunAsync)
    {
        Options = [Provider],
    };

    private static async Task<int> RunAsync(VerbCall call, CancellationToken cancellationToken)
    {
        var options = new DbContextOptionsBuilder<SlrtDbContext>();
        options = Enum.Parse<DatabaseProvider>(call.Given(Provider), ignoreCase: true) == DatabaseProvider.Sqlite
            ? options.UseSqlite()
            : options.UseNpgsql();
        await using var context = new SlrtDbContext(options.Options);
        await call.Out.WriteLineAsync(context.Database.GenerateCreateScript());
        return ExitCode.Done;
    }
}
