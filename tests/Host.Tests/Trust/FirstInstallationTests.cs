using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Persistence;
using SlrtBot.Host.Tests.Boot;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Host.Tests.Trust;

/// <summary>What must be true of the data before the program serves (docs/checks.md, "Storage").</summary>
public sealed class FirstInstallationTests
{
    private const UnixFileMode File600 = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Directory700 = File600 | UnixFileMode.UserExecute;

    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("foreign_keys", "1")]
    [InlineData("secure_delete", "1")]
    [InlineData("trusted_schema", "0")]
    [InlineData("cell_size_check", "1")]
    [InlineData("mmap_size", "0")]
    public async Task The_writer_works_under_the_safe_settings(string pragma, string value)
    {
        // Arrange
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);

        // Act
        var found = await database.Gate.ExecuteAsync(
            gate => gate.QueryAsync($"pragma {pragma}", row => Convert.ToString(row.GetValue(0), CultureInfo.InvariantCulture)), CancellationToken.None);

        // Assert
        Assert.Equal([value], found);
    }

    [Theory]
    [InlineData("query_only", 1)]
    [InlineData("wal_autocheckpoint", 0)]
    [InlineData("trusted_schema", 0)]
    [InlineData("foreign_keys", 1)]
    public async Task Readers_can_neither_write_nor_tidy(string pragma, int value)
    {
        // Arrange
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);

        // Act
        var found = await database.ReadAsync(async db =>
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"pragma {pragma}";
            return Convert.ToInt32(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
        });
        var write = await Record.ExceptionAsync(() => database.ReadAsync(db => db.Database.ExecuteSqlRawAsync("delete from area")));

        // Assert
        Assert.Equal(value, found);
        Assert.Contains("readonly", write?.Message, StringComparison.Ordinal);
    }

    /// <summary>Before 3.51.3 its log may damage the file, and no scan of packages looks into it (docs/checks.md, A-60).</summary>
    [Fact]
    public async Task The_SQLite_that_runs_is_one_that_is_mended()
    {
        // Arrange
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);

        // Act
        var found = await database.Gate.ExecuteAsync(
            gate => gate.QueryAsync("select sqlite_version()", row => Version.Parse(row.GetString(0))), CancellationToken.None);

        // Assert
        Assert.InRange(Assert.Single(found), new Version(3, 51, 3), new Version(3, 99));
    }

    [Fact]
    public async Task Nobody_else_on_the_machine_may_look_into_a_fresh_installation()
    {
        // Arrange
        using var program = new ProgramRun();
        var open = new List<string>();

        // Act
        await program.ServeAsync(async client =>
        {
            await client.GetAsync("/sign-in");
            open.AddRange(OpenToOthers(program.DataDirectory));
            open.AddRange(new[] { "slrt.db", "slrt.db-wal", "slrt.db-shm", "keys/fields.json" }
                .Where(name => !File.Exists(Path.Combine(program.DataDirectory, name))));
        });

        // Assert
        Assert.Equal([], open);
    }

    [Theory]
    [InlineData("slrt.db", "chmod 600")]
    [InlineData("keys/fields.json", "chmod 600")]
    public async Task A_file_that_others_may_read_stops_the_next_start_with_the_fix(string file, string fix)
    {
        // Arrange
        using var program = new ProgramRun();
        await program.VerbAsync("migrate");
        await program.ServeAsync(_ => Task.CompletedTask);
        var path = Path.Combine(program.DataDirectory, file);
        SetMode(path, File600 | UnixFileMode.OtherRead);

        // Act
        var exit = await program.ServeAsync(_ => Task.CompletedTask);

        // Assert
        Assert.Equal(1, exit);
        var line = Assert.Single(program.Error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(fix, line);
        Assert.Contains(path, line);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_lost_key_ring_stops_every_start_until_it_is_back(DatabaseProvider provider)
    {
        // Arrange
        await using var installation = await Installation.StartAsync(provider);
        await new ResidentStory(installation).SayAsync("/start");
        await installation.StopAsync();
        var ring = Path.Combine(installation.Directory, "keys", "fields.json");
        var kept = await File.ReadAllBytesAsync(ring);
        File.Delete(ring);

        // Act
        var first = await Record.ExceptionAsync(installation.RestartAsync);
        var second = await Record.ExceptionAsync(installation.RestartAsync);
        await File.WriteAllBytesAsync(ring, kept);
        await installation.RestartAsync();

        // Assert
        Assert.All([first, second], refused =>
        {
            Assert.Contains("Crypto__KeyFile", refused?.Message);
            Assert.Contains("backup", refused?.Message);
        });
        await new ResidentStory(installation).SayAsync("menu");
    }

    [Fact]
    public async Task A_key_ring_lost_beside_nothing_but_complaints_from_the_desk_stops_the_start_too()
    {
        // Arrange
        await using var installation = await Installation.StartAsync(DatabaseProvider.Sqlite);
        var input = TestData.Story() with { Channel = "desk" };
        await installation.Services.GetRequiredService<UnitOfWork>().RunAsync<Core.Complaints.Lodging.LodgeComplaint, Core.Complaints.Complaint>(
            (act, stop) => act.DoAsync(input, Core.Kernel.Provenance.Verb("test", installation.Clock.UtcNow), stop), CancellationToken.None);
        await installation.StopAsync();
        File.Delete(Path.Combine(installation.Directory, "keys", "fields.json"));

        // Act
        var refused = await Record.ExceptionAsync(installation.RestartAsync);

        // Assert
        Assert.Contains("Crypto__KeyFile", refused?.Message);
    }

    private static IEnumerable<string> OpenToOthers(string directory)
    {
        if (OperatingSystem.IsWindows())
        {
            yield break;
        }

        foreach (var path in Directory.EnumerateFileSystemEntries(directory, "*", SearchOption.AllDirectories).Prepend(directory))
        {
            var mode = File.GetUnixFileMode(path);
            var wanted = Directory.Exists(path) ? Directory700 : File600;
            if ((mode & ~wanted) != 0)
            {
                yield return $"{Path.GetRelativePath(directory, path)} {mode}";
            }
        }
    }

    private static void SetMode(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }
}
