using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Host.Verbs;

internal static class PrintSchema
{
    private static readonly VerbOption Provider = new("provider", "Sqlite or Postgres.", "NAME", Required: true);

    public static Verb Verb { get; } = new(
        "schema", VerbKind.Detached, "Print the tables and indexes as the database would make them; needs no database.", RunAsync)
    {
        Options = [Provider],
    };

    private static async Task<int> RunAsync(VerbCall call, CancellationToken cancellationToken)
    {
        var options = new DbContextOptionsBuilder<SlrtDbContext>();
        options = Enum.TryParse<DatabaseProvider>(call.Value(Provider.Name), ignoreCase: true, out var provider)
            ? provider == DatabaseProvider.Sqlite ? options.UseSqlite() : options.UseNpgsql()
            : throw new WrongCallException($"schema: '{call.Value(Provider.Name)}' is not a provider: use Sqlite or Postgres. See schema --help.");
        await using var context = new SlrtDbContext(options.Options);
        await call.Out.WriteLineAsync(context.Database.GenerateCreateScript());
        return ExitCode.Done;
    }
}
