namespace SlrtBot.Core.Persistence;

/// <summary>The port to a database: SQLite in one process, PostgreSQL for many.</summary>
public interface ISlrtDatabase
{
    DatabaseProvider Provider { get; }

    /// <summary>A context for reading, and for preparing what the write gate will save.</summary>
    SlrtDbContext NewContext();

    /// <summary>A context that may write directly: only for migrations, before anything else runs.</summary>
    SlrtDbContext NewMigrationContext();

    /// <summary>Checks what the promises rest on.</summary>
    /// <exception cref="StorageUnavailableException">Says what does not hold and how to mend it.</exception>
    void AssertSafe();
}
