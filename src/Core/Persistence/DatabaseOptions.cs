namespace SlrtBot.Core.Persistence;

public enum DatabaseProvider
{
    Sqlite,
    Postgres,
}

/// <summary><c>Database__Provider</c>, <c>ConnectionStrings__Slrt</c> and <c>Data__Directory</c>.</summary>
public sealed class DatabaseOptions
{
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    public string ConnectionString { get; set; } = "";

    /// <summary>Absolute path of the data directory: keys, files, backups and, on SQLite, the database.</summary>
    public string DataDirectory { get; set; } = "";

    /// <summary>Absolute path of the database file; null on PostgreSQL.</summary>
    public string? SqlitePath => Provider == DatabaseProvider.Sqlite
        ? new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(ConnectionString).DataSource
        : null;
}
