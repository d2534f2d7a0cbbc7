using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Npgsql;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Bench;

/// <summary>A data directory and a database of its own for one measurement; gone when disposed.</summary>
internal sealed class Place : IAsyncDisposable
{
    private const string Variable = "SLRT_TEST_POSTGRES";
    private readonly string? _server;
    private readonly string? _name;

    private Place(string directory, string? server, string? name)
    {
        Directory = directory;
        _server = server;
        _name = name;
    }

    public string Directory { get; }

    public bool IsPostgres => _name is not null;

    /// <summary>Environment variables that point the program here.</summary>
    public IEnumerable<(string Key, string Value)> Settings => IsPostgres
        ? [("Data__Directory", Directory), ("Database__Provider", "Postgres"), ("ConnectionStrings__Slrt", ConnectionString)]
        : [("Data__Directory", Directory)];

    private string ConnectionString => new NpgsqlConnectionStringBuilder(_server) { Database = _name, MaxPoolSize = 60 }.ToString();

    public static async Task<Place> MakeAsync(string database)
    {
        var directory = System.IO.Directory.CreateTempSubdirectory("slrt-bench-").FullName;
        if (database == "sqlite")
        {
            return new Place(directory, null, null);
        }

        var server = Environment.GetEnvironmentVariable(Variable)
            ?? throw new InvalidOperationException($"{Variable} is not set: it holds the connection string of a server on which databases may be made.");
        var name = $"slrt_bench_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6))}";
        await OnServerAsync(server, $"create database {name}");
        return new Place(directory, server, name);
    }

    /// <summary>Asks the database itself what became of everything.</summary>
    public async Task<long> CountAsync(string sql) => (await ReadAsync(sql, row => Convert.ToInt64(row.GetValue(0), CultureInfo.InvariantCulture))).Single();

    public Task<List<string>> ListAsync(string sql) => ReadAsync(sql, row => row.GetString(0));

    /// <summary>The stories of all complaints, opened with the program's own keys.</summary>
    public Task<List<string>> StoriesAsync()
    {
        var cipher = new FieldCipher(FieldKeyRing.LoadOrCreate(Path.Combine(Directory, "keys", "fields.json"), TimeProvider.System));
        return ReadAsync(
            "select id, story from complaint",
            row => cipher.Open(new Sealed(row.GetFieldValue<byte[]>(1)), Complaint.Table, row.GetGuid(0), "story"));
    }

    private async Task<List<T>> ReadAsync<T>(string sql, Func<DbDataReader, T> read)
    {
        await using DbConnection connection = IsPostgres
            ? new NpgsqlConnection(ConnectionString)
            : new SqliteConnection($"Data Source={Path.Combine(Directory, "slrt.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        if (_name is not null)
        {
            NpgsqlConnection.ClearAllPools();
            await OnServerAsync(_server!, $"drop database {_name} with (force)");
        }

        System.IO.Directory.Delete(Directory, recursive: true);
    }

    private static async Task OnServerAsync(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
