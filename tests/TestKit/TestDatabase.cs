using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SlrtBot.Core;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.TestKit;

/// <summary>Core on a migrated database of its own, in a data directory of its own; gone when disposed.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly string? _postgresName;
    private readonly Func<ServiceProvider> _build;

    private TestDatabase(Func<ServiceProvider> build, string directory, string? postgresName, TestClock clock)
    {
        _build = build;
        Services = build();
        Directory = directory;
        _postgresName = postgresName;
        Clock = clock;
    }

    public ServiceProvider Services { get; private set; }

    public string Directory { get; }

    public TestClock Clock { get; }

    public WriteGate Gate => Services.GetRequiredService<WriteGate>();

    public UnitOfWork Units => Services.GetRequiredService<UnitOfWork>();

    /// <param name="provider">SQLite makes a file; PostgreSQL makes a database on the test server.</param>
    /// <param name="settings">Beside the database's own.</param>
    public static async Task<TestDatabase> CreateAsync(
        DatabaseProvider provider, Action<IServiceCollection>? more = null, params (string Key, string Value)[] settings) =>
        await CreateAsync(provider, Beginning.Migrated, more, settings);

    /// <inheritdoc cref="CreateAsync(DatabaseProvider, Action{IServiceCollection}?, ValueTuple{string, string}[])"/>
    public static async Task<TestDatabase> CreateAsync(
        DatabaseProvider provider, Beginning beginning, Action<IServiceCollection>? more, params (string Key, string Value)[] settings)
    {
        var (configured, directory, postgresName) = await SettingsAsync(provider, beginning);
        foreach (var (key, value) in settings)
        {
            configured[key] = value;
        }

        var clock = new TestClock();
        var database = new TestDatabase(() => Build(configured, directory, clock, more), directory, postgresName, clock);
        if (beginning == Beginning.WithAreas)
        {
            await database.Services.GetRequiredService<PrepareAreas>().AtStartAsync(CancellationToken.None);
        }

        return database;
    }

    /// <summary>Everything that lived in memory is gone; the rows are what they were.</summary>
    public async Task RestartAsync()
    {
        await Services.DisposeAsync();
        Services = _build();
    }

    /// <summary>What is in a fresh database.</summary>
    public enum Beginning
    {
        Empty,

        /// <summary>All tables, and no row.</summary>
        Migrated,

        /// <summary>And the areas of Bandung regency.</summary>
        WithAreas,
    }

    /// <summary>Settings for a fresh database of that kind: also for whole hosts.</summary>
    public static async Task<(Dictionary<string, string?> Settings, string Directory, string? PostgresName)> SettingsAsync(
        DatabaseProvider provider, Beginning beginning = Beginning.Migrated)
    {
        var directory = System.IO.Directory.CreateTempSubdirectory("slrt-test-").FullName;
        var settings = new Dictionary<string, string?>
        {
            ["Data:Directory"] = directory,
            ["Database:Provider"] = provider.ToString(),
        };
        if (provider == DatabaseProvider.Sqlite)
        {
            if (beginning != Beginning.Empty)
            {
                await TemplateDatabase.CopyAsync(provider, beginning == Beginning.WithAreas, directory, null);
            }

            return (settings, directory, null);
        }

        var server = Environment.GetEnvironmentVariable(OnPostgresAttribute.Variable)!;
        var name = $"slrt_{SequentialId.Next(DateTime.UnixEpoch):N}";
        if (beginning == Beginning.Empty)
        {
            await RunAsync(server, $"create database {name}");
        }
        else
        {
            await TemplateDatabase.CopyAsync(provider, beginning == Beginning.WithAreas, directory, name);
        }

        settings["ConnectionStrings:Slrt"] = new NpgsqlConnectionStringBuilder(server) { Database = name, MaxPoolSize = 20 }.ToString();
        return (settings, directory, name);
    }

    /// <summary>Removes what <see cref="SettingsAsync"/> made.</summary>
    public static async Task RemoveAsync(string directory, string? postgresName)
    {
        if (postgresName is not null)
        {
            await RunAsync(
                Environment.GetEnvironmentVariable(OnPostgresAttribute.Variable)!, $"drop database {postgresName} with (force)");
        }

        System.IO.Directory.Delete(directory, recursive: true);
    }

    /// <summary>Looks at the database with a context of its own.</summary>
    public async Task<T> ReadAsync<T>(Func<SlrtDbContext, Task<T>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<SlrtDbContext>());
    }

    /// <summary>Stores rows as they are, without an act: only for arranging.</summary>
    public async Task AddAsync(params object[] rows)
    {
        await using var scope = Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<SlrtDbContext>();
        context.AddRange(rows);
        await Gate.SaveAsync(context, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        await RemoveAsync(Directory, _postgresName);
    }

    internal static ServiceProvider Build(
        Dictionary<string, string?> settings, string directory, TestClock clock, Action<IServiceCollection>? more)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddSingleton<TimeProvider>(clock);
        services.AddCore(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), directory);
        more?.Invoke(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    internal static async Task RunAsync(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
