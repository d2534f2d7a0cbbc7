using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Persistence;

namespace SlrtBot.TestKit;

/// <summary>
/// A migrated database, made once per process by the program itself, of which each test gets a copy: to migrate anew for thousands
/// of tests took longer than the tests. What looks at migrations begins with an empty one.
/// </summary>
internal static class TemplateDatabase
{
    private static readonly ConcurrentDictionary<(DatabaseProvider Provider, bool WithAreas), Lazy<Task<string>>> Made = new();

    static TemplateDatabase() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Remove();

    /// <summary>A copy at the place that the settings name.</summary>
    /// <param name="name">Of the database on PostgreSQL, which is not there yet.</param>
    public static async Task CopyAsync(DatabaseProvider provider, bool withAreas, string directory, string? name)
    {
        var template = await Made.GetOrAdd((provider, withAreas), key => new(() => MakeAsync(key.Provider, key.WithAreas))).Value;
        if (name is null)
        {
            foreach (var file in Directory.EnumerateFiles(template, "*.db"))
            {
                File.Copy(file, Path.Combine(directory, Path.GetFileName(file)));
            }
        }
        else
        {
            await TestDatabase.RunAsync(Server, $"create database {name} template {template}");
        }
    }

    private static string Server => Environment.GetEnvironmentVariable(OnPostgresAttribute.Variable)!;

    /// <returns>The directory of the file, or the name on the server.</returns>
    private static async Task<string> MakeAsync(DatabaseProvider provider, bool withAreas)
    {
        var (settings, directory, name) = await TestDatabase.SettingsAsync(provider, TestDatabase.Beginning.Empty);
        await using (var services = TestDatabase.Build(settings, directory, new TestClock(), null))
        {
            await services.GetRequiredService<SchemaMigrator>().MigrateAsync(CancellationToken.None);
            if (withAreas)
            {
                await services.GetRequiredService<PrepareAreas>().AtStartAsync(CancellationToken.None);
            }
        }

        if (name is null)
        {
            SqliteConnection.ClearAllPools();
            return directory;
        }

        NpgsqlConnection.ClearAllPools();
        Directory.Delete(directory, recursive: true);
        return name;
    }

    private static void Remove()
    {
        foreach (var ((provider, _), made) in Made)
        {
            if (!made.IsValueCreated || !made.Value.IsCompletedSuccessfully)
            {
                continue;
            }

            if (provider == DatabaseProvider.Sqlite)
            {
                Directory.Delete(made.Value.Result, recursive: true);
            }
            else
            {
                TestDatabase.RunAsync(Server, $"drop database if exists {made.Value.Result} with (force)").GetAwaiter().GetResult();
            }
        }
    }
}
