using System.Text;
using Npgsql;

namespace SlrtBot.Host.Tests.Trust;

/// <summary>All that an installation has stored, as somebody finds it who took the disk: without the keys.</summary>
internal static class StoredBytes
{
    public static async Task<List<(string Place, byte[] Bytes)>> ReadAsync(Installation installation)
    {
        var keys = Path.Combine(installation.Directory, "keys");
        var places = new List<(string, byte[])>();
        foreach (var path in Directory.EnumerateFiles(installation.Directory, "*", SearchOption.AllDirectories).Where(path => !path.EndsWith(".sock", StringComparison.Ordinal)))
        {
            if (!path.StartsWith(keys, StringComparison.Ordinal) && Path.GetFileName(path) != DirectoryLock.FileName)
            {
                await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                using var bytes = new MemoryStream();
                await file.CopyToAsync(bytes);
                places.Add((Path.GetRelativePath(installation.Directory, path), bytes.ToArray()));
            }
        }

        if (installation.IsPostgres)
        {
            places.AddRange(await DumpAsync(installation.ConnectionString));
        }

        return places;
    }

    /// <summary>Every value of every table, one place per row.</summary>
    private static async Task<List<(string Place, byte[] Bytes)>> DumpAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        var tables = new List<string>();
        await using (var command = new NpgsqlCommand("select table_name from information_schema.tables where table_schema = 'public'", connection))
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                tables.Add(reader.GetString(0));
            }
        }

        var rows = new List<(string, byte[])>();
        foreach (var table in tables)
        {
            await using var command = new NpgsqlCommand($"select * from \"{table}\"", connection);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                using var row = new MemoryStream();
                for (var i = 0; i < reader.FieldCount; i++)
                {
                    row.Write(reader.GetValue(i) is byte[] bytes ? bytes : Encoding.UTF8.GetBytes($"{reader.GetValue(i)}"));
                    row.WriteByte(0);
                }

                rows.Add((table, row.ToArray()));
            }
        }

        return rows;
    }
}
