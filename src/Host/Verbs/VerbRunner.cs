using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Host.Verbs;

/// <summary>Finds the verb, reads its options, gives it a scope of the same services that serve, and runs it.</summary>
internal static class VerbRunner
{
    /// <exception cref="WrongCallException">No such verb, option or operand.</exception>
    public static async Task<int> RunAsync(CommandLine line, Terminal terminal, CancellationToken cancellationToken)
    {
        var verb = VerbCatalogue.Find(line.Words);
        if (line.WantsHelp || line.Words is ["help", ..])
        {
            await terminal.Out.WriteLineAsync(verb is null ? VerbHelp.OfAll(line.Words) : VerbHelp.Of(verb));
            return ExitCode.Done;
        }

        if (verb is null)
        {
            throw new WrongCallException($"Unknown verb '{string.Join(' ', line.Words)}'. See --help.");
        }

        var (options, operands) = VerbArguments.Read(verb, line.Words);
        using var directory = new DirectoryLock();
        await using var app = Composition.Build(line.Settings, Doors.All);
        await PrepareAsync(verb.Kind, app.Services, directory, cancellationToken);
        await using var scope = app.Services.CreateAsyncScope();
        return await verb.RunAsync(new VerbCall(verb, options, operands, scope.ServiceProvider, terminal), cancellationToken);
    }

    private static async Task PrepareAsync(
        VerbKind kind, IServiceProvider services, DirectoryLock directory, CancellationToken cancellationToken)
    {
        var database = services.GetRequiredService<DatabaseOptions>();
        if (kind == VerbKind.Writes)
        {
            directory.Take(database);
            await FirstStart.MigrateAsync(services, cancellationToken);
        }
        else if (kind == VerbKind.Reads)
        {
            await AssertCurrentAsync(database, services, cancellationToken);
        }
    }

    private static async Task AssertCurrentAsync(DatabaseOptions database, IServiceProvider services, CancellationToken cancellationToken)
    {
        if (database.SqlitePath is { } path && !File.Exists(path))
        {
            throw new StorageUnavailableException($"There is no database at {path} yet: start the program, or run the verb migrate.");
        }

        await using var scope = services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<SlrtDbContext>();
        if ((await context.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            throw new StorageUnavailableException("The database was made by an older release: run the verb migrate.");
        }
    }
}
