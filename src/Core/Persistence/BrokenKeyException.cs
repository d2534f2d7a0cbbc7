using Microsoft.Data.Sqlite;
using Npgsql;

namespace SlrtBot.Core.Persistence;

/// <summary>
/// A unique key broke again and again, also on fresh rows: the act does not look at what is there. A race with somebody
/// else ends by itself; this is a defect, and to try again later does not help. Nothing was stored.
/// </summary>
/// <param name="key">Name or columns of the key, never its values: they may be personal.</param>
public sealed class BrokenKeyException(string key) : Exception($"The unique key {key} breaks whenever this is saved.")
{
    private const string SqliteSays = "constraint failed: ";
    private const int PrimaryKey = 1555;
    private const int Unique = 2067;

    public string Key { get; } = key;

    /// <returns>The key that broke: PostgreSQL's name of it, SQLite's list of its columns; null where none did.</returns>
    public static string? KeyOf(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } broken:
                    return broken.ConstraintName ?? broken.TableName ?? "unknown";
                case SqliteException { SqliteExtendedErrorCode: PrimaryKey or Unique } broken:
                    return Columns(broken.Message);
            }
        }

        return null;
    }

    // SQLite Error 19: 'UNIQUE constraint failed: partner.code'.
    private static string Columns(string message)
    {
        var at = message.IndexOf(SqliteSays, StringComparison.Ordinal);
        return at < 0 ? "unknown" : message[(at + SqliteSays.Length)..].TrimEnd('.', '\'');
    }
}
