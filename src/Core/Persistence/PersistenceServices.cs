using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Persistence;

internal static class PersistenceServices
{
    public static IServiceCollection AddPersistence(this IServiceCollection services, DatabaseOptions options)
    {
        services.AddSingleton(options);
        if (options.Provider == DatabaseProvider.Sqlite)
        {
            services.AddSingleton<SqliteDatabase>();
            services.AddSingleton<ISlrtDatabase>(s => s.GetRequiredService<SqliteDatabase>());
            services.AddSingleton<WriteGate, SqliteWriteGate>();
            services.AddSingleton<ProcessDuties, AllDuties>();
        }
        else
        {
            services.AddSingleton(_ => NpgsqlDataSource.Create(PostgresDatabase.ConnectionString(options)));
            services.AddSingleton<ISlrtDatabase, PostgresDatabase>();
            services.AddSingleton<WriteGate, PostgresWriteGate>();
            services.AddSingleton<ProcessDuties, PostgresDuties>();
            services.AddHostedService<PostgresRelay>();
        }

        services.TryAddSingleton(TimeProvider.System);
        services.AddScoped(s => s.GetRequiredService<ISlrtDatabase>().NewContext());
        services.AddScoped<DomainEvents>();
        services.AddSingleton<EventHandlers>();
        services.AddSingleton<CommittedEvents>();
        services.AddSingleton<UnitOfWork>();
        services.AddSingleton<SchemaMigrator>();
        services.AddScoped<SealedColumns>();
        services.AddScoped<VerifyStorage>();
        services.AddScoped<CheckFieldKeys>();
        return services;
    }

    /// <exception cref="OptionsException">Names the key and the fix.</exception>
    public static DatabaseOptions Read(IConfiguration configuration, string contentRoot)
    {
        var directory = Path.GetFullPath(configuration["Data:Directory"] ?? "data", contentRoot);
        var provider = configuration["Database:Provider"] ?? nameof(DatabaseProvider.Sqlite);
        if (!Enum.TryParse<DatabaseProvider>(provider, ignoreCase: true, out var parsed))
        {
            throw new OptionsException("Database__Provider", $"'{provider}' is not known: use Sqlite or Postgres");
        }

        var connection = Secrets.Read(configuration, "ConnectionStrings:Slrt");
        if (parsed == DatabaseProvider.Postgres && string.IsNullOrWhiteSpace(connection))
        {
            throw new OptionsException(
                "ConnectionStrings__Slrt", "PostgreSQL needs a connection string, for example Host=localhost;Database=slrt;Username=slrt");
        }

        return new DatabaseOptions
        {
            Provider = parsed,
            DataDirectory = directory,
            ConnectionString = parsed == DatabaseProvider.Postgres
                ? PostgresConnectionString(connection!)
                : SqliteConnectionString(connection, directory, contentRoot),
        };
    }

    // What the parsers say of a wrong one may hold a part of a password: it is not repeated.
    private static string PostgresConnectionString(string configured)
    {
        try
        {
            _ = new NpgsqlConnectionStringBuilder(configured);
            return configured;
        }
        catch (Exception failure) when (failure is ArgumentException or FormatException)
        {
            throw new OptionsException(
                "ConnectionStrings__Slrt", "it cannot be read: write it like Host=localhost;Database=slrt;Username=slrt;Password=…");
        }
    }

    private static string SqliteConnectionString(string? configured, string directory, string contentRoot)
    {
        if (string.IsNullOrWhiteSpace(configured))
        {
            return new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder { DataSource = Path.Combine(directory, "slrt.db") }.ToString();
        }

        try
        {
            var builder = new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(configured);
            builder.DataSource = Path.GetFullPath(builder.DataSource, contentRoot);
            return builder.ToString();
        }
        catch (ArgumentException)
        {
            throw new OptionsException("ConnectionStrings__Slrt", "it cannot be read: write it like Data Source=/var/lib/slrtbot/slrt.db, or leave it out");
        }
    }
}
