using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Backups;
using SlrtBot.Core.Persistence;
using SlrtBot.Host.Tests.Boot;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Host.Tests.Trust;

/// <summary>The verbs <c>backup</c> and <c>restore</c>, from a serving installation into an empty directory.</summary>
public sealed class BackupTests
{
    private const string Passphrase = "--Backup:Passphrase=tiga kata rahasia";

    [Fact]
    public async Task A_backup_of_a_serving_program_is_restored_whole_and_verifies()
    {
        // Arrange
        await using var installation = await Installation.StartAsync(DatabaseProvider.Sqlite);
        var complaint = await new ResidentStory(installation).LodgeAsync();
        await installation.QuietAsync();
        using var elsewhere = new ProgramRun();
        var file = Path.Combine(installation.Directory, "office.backup");

        // Act
        var (exit, said) = await installation.VerbAsync("backup", file, Passphrase);
        var restored = await elsewhere.VerbAsync("restore", file, Passphrase);
        var refused = elsewhere.Error.ToString();
        var verified = await elsewhere.VerbAsync("verify");
        var found = elsewhere.Out.ToString();

        // Assert
        Assert.True(exit == 0, said);
        Assert.Equal((0, ""), (restored, refused));
        Assert.True(verified == 0, found);
        Assert.Matches(@"(?m)^complaint_not_audited +ok +0 +1", found);
        Assert.Matches(@"(?m)^file_missing +ok +0 +[1-9]", found);
        Assert.Equal(0, await elsewhere.ServeAsync(_ => Task.CompletedTask));
        Assert.DoesNotContain(complaint.Reference, System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file)));
        Assert.Empty(Directory.GetFiles(installation.Directory, "*.part"));
        AssertOwnersOnly(elsewhere.DataDirectory, file);
    }

    [Theory]
    [InlineData("another passphrase")]
    [InlineData("altered")]
    [InlineData("cut off")]
    [InlineData("no backup")]
    public async Task What_cannot_be_trusted_restores_nothing(string damage)
    {
        // Arrange
        using var program = new ProgramRun();
        using var elsewhere = new ProgramRun();
        await program.ServeAsync(_ => Task.CompletedTask);
        var file = program.File("office.backup", "");
        await program.VerbAsync("backup", file, Passphrase);
        var bytes = await File.ReadAllBytesAsync(file);
        await File.WriteAllBytesAsync(file, damage switch
        {
            "altered" => [.. bytes[..5000], (byte)~bytes[5000], .. bytes[5001..]],
            "cut off" => bytes[..^1000],
            "no backup" => "Selamat pagi"u8.ToArray(),
            _ => bytes,
        });

        // Act
        var exit = await elsewhere.VerbAsync("restore", file, damage == "another passphrase" ? "--Backup:Passphrase=empat kata lainnya" : Passphrase);

        // Assert
        Assert.Equal(1, exit);
        Assert.StartsWith("Backup__Passphrase: ", elsewhere.Error.ToString());
        Assert.Equal(["slrt.lock"], Directory.GetFileSystemEntries(elsewhere.DataDirectory).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_backup_of_before_release_0_2_0_restores_nothing()
    {
        // Arrange
        using var program = new ProgramRun();
        using var elsewhere = new ProgramRun();
        await program.ServeAsync(_ => Task.CompletedTask);
        await using (var database = new SqliteConnection($"Data Source={Path.Combine(program.DataDirectory, "slrt.db")};Pooling=false"))
        {
            await database.OpenAsync();
            await using var old = database.CreateCommand();
            old.CommandText = "insert into \"__EFMigrationsHistory\" values ('0019_Before', '10.0.0')";
            await old.ExecuteNonQueryAsync();
        }

        // As the release of then wrote it: the verb of today refuses to.
        var file = program.File("office.backup", "");
        await using (var app = Composition.Build([$"--Data:Directory={program.DataDirectory}", Passphrase], Doors.All))
        {
            app.Services.GetRequiredService<WriteBackup>().Run(file, CancellationToken.None);
        }

        // Act
        var refused = await program.VerbAsync("backup", program.File("today.backup", ""), Passphrase);
        var exit = await elsewhere.VerbAsync("restore", file, Passphrase);
        var restarted = await program.ServeAsync(_ => Task.CompletedTask);

        // Assert
        Assert.Equal((1, 1, 1), (refused, exit, restarted));
        Assert.StartsWith($"Data__Directory: the database in {file} was made before release 0.2.0", elsewhere.Error.ToString());
        Assert.Equal(["slrt.lock"], Directory.GetFileSystemEntries(elsewhere.DataDirectory).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_backup_never_falls_upon_what_is_there()
    {
        // Arrange
        using var program = new ProgramRun();
        await program.ServeAsync(_ => Task.CompletedTask);
        var file = program.File("office.backup", "");
        await program.VerbAsync("backup", file, Passphrase);

        // Act
        var exit = await program.VerbAsync("restore", file, Passphrase);

        // Assert
        Assert.Equal(1, exit);
        Assert.StartsWith("Data__Directory: ", program.Error.ToString());
    }

    [Fact]
    public async Task A_backup_without_the_key_ring_would_be_worth_nothing_and_is_not_made()
    {
        // Arrange
        using var program = new ProgramRun();
        await program.ServeAsync(_ => Task.CompletedTask);
        File.Delete(Path.Combine(program.DataDirectory, "keys", "fields.json"));

        // Act
        var exit = await program.VerbAsync("backup", Path.Combine(program.DataDirectory, "office.backup"), Passphrase);

        // Assert
        Assert.Equal(1, exit);
        Assert.StartsWith("Crypto__KeyFile: ", program.Error.ToString());
        Assert.Empty(Directory.GetFiles(program.DataDirectory, "*.backup*"));
    }

    [Theory]
    [InlineData("--Backup:Passphrase=", "is not set")]
    [InlineData("--Backup:Passphrase=pendek", "12 characters")]
    public async Task Without_a_real_passphrase_no_backup_is_made(string setting, string why)
    {
        // Arrange
        using var program = new ProgramRun();
        await program.VerbAsync("migrate");
        var file = Path.Combine(program.DataDirectory, "office.backup");

        // Act
        var exit = await program.VerbAsync("backup", file, setting);

        // Assert
        Assert.Equal(1, exit);
        Assert.Contains(why, program.Error.ToString());
        Assert.False(File.Exists(file));
    }

    [Theory, OnPostgres]
    public async Task On_PostgreSQL_it_says_plainly_that_the_database_is_not_in_it(DatabaseProvider provider)
    {
        // Arrange
        await using var installation = await Installation.StartAsync(provider);
        await new ResidentStory(installation).LodgeAsync();
        await installation.QuietAsync();
        using var elsewhere = new ProgramRun();
        var file = Path.Combine(installation.Directory, "office.backup");

        // Act
        var (exit, said) = await installation.VerbAsync("backup", file, Passphrase);
        var restored = await elsewhere.VerbAsync("restore", file, Passphrase);

        // Assert
        Assert.Equal((0, 0), (exit, restored));
        Assert.Contains("pg_dump", said);
        Assert.Contains("pg_restore", elsewhere.Out.ToString());
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(elsewhere.DataDirectory, "files"), "*", SearchOption.AllDirectories));
    }

    private static void AssertOwnersOnly(string directory, string backup)
    {
        foreach (var file in (string[])[backup, .. Directory.GetFiles(directory, "*", SearchOption.AllDirectories)])
        {
            if (!OperatingSystem.IsWindows())
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
            }
        }
    }
}
