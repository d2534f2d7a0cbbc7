using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Migrations;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Persistence;

/// <summary>
/// Until release 0.2.0 the schema grew in steps numbered from 0001; they were then written anew as one set. What was
/// made with the old ones is refused before anything is touched: its tables stand where the new set would go.
/// </summary>
internal static class SchemaOfBefore
{
    private const char OldNumbers = '0';

    private static readonly HashSet<string> Known =
    [
        .. typeof(SchemaOfBefore).Assembly.GetTypes().Select(t => t.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>(),
    ];

    /// <param name="applied">Ids of the migrations that the database has had.</param>
    /// <param name="setting">Where the database is named.</param>
    /// <param name="database">What to call it in the refusal.</param>
    /// <exception cref="OptionsException">It is of before. What a newer release has added is no reason: docs/adr/0003.</exception>
    public static void Refuse(IEnumerable<string> applied, string setting, string database)
    {
        if (applied.Any(id => id[0] == OldNumbers && !Known.Contains(id)))
        {
            throw new OptionsException(
                setting, $"{database} was made before release 0.2.0, whose schema begins anew: open it with the release that made it, or begin with an empty directory and database");
        }
    }

    /// <summary>The migrations of a SQLite file that nobody has open; none where it is no database of ours.</summary>
    public static List<string> Of(string path)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "select count(*) from sqlite_master where name = '__EFMigrationsHistory'";
        if (command.ExecuteScalar() is 0L)
        {
            return [];
        }

        command.CommandText = "select \"MigrationId\" from \"__EFMigrationsHistory\"";
        using var rows = command.ExecuteReader();
        List<string> applied = [];
        while (rows.Read())
        {
            applied.Add(rows.GetString(0));
        }

        return applied;
    }
}
