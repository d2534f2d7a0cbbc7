using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using SQLitePCL;

namespace SlrtBot.Core.Persistence;

/// <summary>
/// The SQLite file: how it is opened for the one writer and for readers, and what must be true of it before the
/// program starts (docs/checks.md).
/// </summary>
internal sealed class SqliteDatabase(DatabaseOptions options) : ISlrtDatabase, IDisposable
{
    /// <summary>The index pages that every turn touches are written back to the file once for many commits.</summary>
    private const string PagesInLog = "pragma wal_autocheckpoint = 8000";

    private const string WriterCache = "pragma cache_size = -65536";

    /// <summary>16 MiB, taken only as pages are read: with SQLite's own 2 a list at 100,000 complaints reads its index from the file each time.</summary>
    private const string ReaderCache = "pragma cache_size = -16384";

    private readonly ConcurrentBag<SqliteReader> _idle = [];

    // Without a connection in the options, EF registers no functions on it at each context: we need none.
    private readonly PooledDbContextFactory<SlrtDbContext> _contexts =
        new(new DbContextOptionsBuilder<SlrtDbContext>().UseSqlite().Options);

    // No connection is ever used by two threads at once, and nobody reads SQLite's count of its memory: without these, all
    // threads queue for a lock at every allocation. Refused, harmlessly, where SQLite is in use already.
    static SqliteDatabase()
    {
        Batteries_V2.Init();
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MULTITHREAD);
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    public DatabaseProvider Provider => DatabaseProvider.Sqlite;

    public string Path => new SqliteConnectionStringBuilder(options.ConnectionString).DataSource;

    public SlrtDbContext NewContext()
    {
        var reader = _idle.TryTake(out var idle) ? idle : OpenReader();
        var context = _contexts.CreateDbContext();
        context.Lease = new SqliteLease(_idle, reader);
        context.Database.SetDbConnection(reader.Connection);
        return context;
    }

    public SlrtDbContext NewMigrationContext()
    {
        var connection = OpenWriter();
        var context = new SlrtDbContext(new DbContextOptionsBuilder<SlrtDbContext>().UseSqlite().Options);
        context.Database.SetDbConnection(connection, contextOwnsConnection: true);
        return context;
    }

    public SqliteConnection OpenWriter()
    {
        PrepareFile();
        var connection = Open();
        Run(connection, "pragma journal_mode = wal");
        Run(connection, "pragma synchronous = full");
        Run(connection, "pragma secure_delete = on");
        Run(connection, "pragma foreign_keys = on");
        Run(connection, "pragma temp_store = memory");
        Run(connection, PagesInLog);
        Run(connection, WriterCache);
        return connection;
    }

    /// <exception cref="StorageUnavailableException">A property that the promises rest on does not hold.</exception>
    public void AssertSafe()
    {
        using var connection = OpenWriter();
        Expect(connection, "journal_mode", "wal", "WAL needs a local file system: move Data__Directory to a local disk");
        Expect(connection, "synchronous", "2", "the build of SQLite ignores synchronous=FULL");
        Expect(connection, "secure_delete", "1", "the build of SQLite ignores secure_delete");
        Expect(connection, "foreign_keys", "1", "the build of SQLite has no foreign keys");
        Expect(connection, "trusted_schema", "0", "the build of SQLite ignores trusted_schema");
        if (!OperatingSystem.IsWindows() && File.GetUnixFileMode(Path) != (UnixFileMode.UserRead | UnixFileMode.UserWrite))
        {
            throw new StorageUnavailableException($"The database file {Path} may be read by others: run chmod 600 on it.");
        }
    }

    public void Dispose()
    {
        while (_idle.TryTake(out var reader))
        {
            reader.Dispose();
        }
    }

    private SqliteReader OpenReader()
    {
        var connection = Open();
        Run(connection, "pragma query_only = on");
        Run(connection, "pragma wal_autocheckpoint = 0");
        Run(connection, ReaderCache);
        return new SqliteReader(connection);
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder(options.ConnectionString)
        {
            Pooling = false,
            ForeignKeys = true,
            DefaultTimeout = 5,
        }.ToString());
        connection.Open();
        Run(connection, "pragma trusted_schema = off");
        Run(connection, "pragma cell_size_check = on");
        Run(connection, "pragma mmap_size = 0");
        return connection;
    }

    private void PrepareFile()
    {
        var directory = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!;
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(directory);
            return;
        }

        const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Directory.CreateDirectory(directory, Owner | UnixFileMode.UserExecute);
        if (!File.Exists(Path))
        {
            using var created = new FileStream(Path, new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                UnixCreateMode = Owner,
            });
        }
    }

    private static void Expect(SqliteConnection connection, string pragma, string value, string why)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"pragma {pragma}";
        var actual = command.ExecuteScalar()?.ToString();
        if (actual != value)
        {
            throw new StorageUnavailableException($"SQLite's {pragma} is {actual}, not {value}: {why}.");
        }
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
