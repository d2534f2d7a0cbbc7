using Microsoft.Data.Sqlite;
using Npgsql;

namespace SlrtBot.Core.Persistence;

/// <summary>Tells a database that does not serve at the moment from a defect or a broken rule.</summary>
public static class Outage
{
    private const int NoSpace = 28;
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    /// <summary>
    /// SQLite: busy, locked, out of memory, read-only, I/O error, corrupt, full, cannot open, not a database.
    /// PostgreSQL: no connection, or SQLSTATE classes 08, 53 and 57 (connection, resources, operator).
    /// </summary>
    public static bool IsBehind(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case StorageUnavailableException:
                case SqliteException { SqliteErrorCode: 5 or 6 or 7 or 8 or 10 or 11 or 13 or 14 or 26 }:
                case PostgresException { SqlState: ['0', '8', ..] or ['5', '3' or '7', ..] }:
                    return true;
                case PostgresException:
                    return false;
                case NpgsqlException:
                    return true;
            }
        }

        return false;
    }
    /// <summary>Whether it is that the disk has no room: SQLite's and PostgreSQL's own code, or the system's (ENOSPC).</summary>
    public static bool IsFullDisk(Exception? failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is StorageUnavailableException { DiskFull: true } or SqliteException { SqliteErrorCode: 13 }
                or PostgresException { SqlState: PostgresErrorCodes.DiskFull } or IOException { HResult: NoSpace or WindowsDiskFull })
            {
                return true;
            }
        }

        return false;
    }
}
