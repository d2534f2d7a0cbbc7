using SlrtBot.Core.Persistence;

namespace SlrtBot.Host.Verbs;

/// <summary>Finds the verb and what it is told, gives it a scope of the same services that serve, and runs it.</summary>
internal static class VerbRunner
{
    /// <exception cref="WrongCallException">What an option says cannot be meant.</exception>
    public static async Task<int> RunAsync(CommandLine line, Terminal terminal, CancellationToken cancellationToken)
    {
        var (verb, told, exit) = await VerbTree.ReadAsync(line.Words, terminal, cancellationToken);
        if (verb is null)
        {
            return exit;
        }

        using var directory = new DirectoryLock();
        await using var app = Composition.Build(line.Settings, Doors.All);
        var database = app.Services.GetRequiredService<DatabaseOptions>();
        if (verb.Kind == VerbKind.WritesBeside && !directory.TryTake(database))
        {
            return await RunningProgram.DoAsync(verb, line.Words, database, terminal, cancellationToken);
        }

        await PrepareAsync(verb.Kind, app.Services, directory, cancellationToken);
        await using var scope = app.Services.CreateAsyncScope();
        return await verb.RunAsync(new VerbCall(verb, told, scope.ServiceProvider, terminal), cancellationToken);
    }

    private static async Task PrepareAsync(
        VerbKind kind, IServiceProvider services, DirectoryLock directory, CancellationToken cancellationToken)
    {
        var database = services.GetRequiredService<DatabaseOptions>();
        switch (kind)
        {
            case VerbKind.Writes:
                directory.Take(database);
                await FirstStart.MigrateAsync(services, cancellationToken);
                break;
            case VerbKind.WritesBeside:
                await FirstStart.MigrateAsync(services, cancellationToken);
                break;
            case VerbKind.Reads:
                await AssertCurrentAsync(database, services, cancellationToken);
                break;
        }
    }

    private static async Task AssertCurrentAsync(DatabaseOptions database, IServiceProvider services, CancellationToken cancellationToken)
    {
        if (database.SqlitePath is { } path && !File.Exists(path))
        {
            throw new StorageUnavailableException($"There is no database at {path} yet: start the program, or run the verb migrate.");
        }

        if (!await services.GetRequiredService<SchemaMigrator>().IsCurrentAsync(cancellationToken))
        {
            throw new StorageUnavailableException("The database was made by an older release: run the verb migrate.");
        }
    }
}
