using Xunit;

namespace SlrtBot.Host.Tests.Boot;

/// <summary>On SQLite the program that serves does these verbs itself; nobody has to stop it for a new colleague.</summary>
public sealed class VerbsWhileServingTests
{
    private static readonly string[] Anna = ["--user", "anna", "--role", "analyst", "--area", "32.04"];

    [Fact]
    public async Task Accounts_are_made_linked_and_closed_while_the_program_serves()
    {
        // Arrange
        using var program = new ProgramRun();
        var said = new List<string>();

        // Act
        var served = await program.ServeAsync(async _ =>
        {
            async Task SayAsync(TextReader input, params string[] verb) =>
                said.Add($"{await program.VerbAsync(input, verb)} {program.Out}{program.Error}".Trim());
            await SayAsync(new StringReader("mangga harum manis sekali\n"), ["staff", "add", .. Anna]);
            await SayAsync(TextReader.Null, ["staff", "add", .. Anna]);
            await SayAsync(TextReader.Null, "staff", "link", "--user", "anna");
            await SayAsync(TextReader.Null, "staff", "link", "--user", "budi");
            await SayAsync(TextReader.Null, "staff", "deactivate", "--user", "anna");
            await SayAsync(TextReader.Null, "staff", "add", "--user", "x");
            await SayAsync(TextReader.Null, "staff", "list");
        });

        // Assert
        Assert.Equal(0, served);
        Assert.Equal("0 anna may sign in.", said[0]);
        Assert.Equal("1 user: The user name anna is taken.", said[1]);
        Assert.Contains("/set-up/", said[2]);
        Assert.Equal("1 user: There is no open account budi. All accounts: staff list.", said[3]);
        Assert.Equal("0 anna may no longer sign in.", said[4]);
        Assert.StartsWith("2 ", said[5]);
        Assert.Matches("anna +anna +analyst@32.04 +no +deactivated", said[6]);
        Assert.False(File.Exists(Path.Combine(program.DataDirectory, "verbs.sock")));
    }

    [Fact]
    public async Task A_list_is_read_from_where_the_caller_stands_and_the_new_colleagues_are_there_at_once()
    {
        // Arrange
        using var program = new ProgramRun();
        var list = Path.GetRelativePath(Directory.GetCurrentDirectory(), program.File("staff.csv", "user,name,role,area\nrina,Rina,analyst,32.04\n"));
        var exit = -1;

        // Act
        await program.ServeAsync(async _ => exit = await program.VerbAsync("staff", "import", list));

        // Assert
        Assert.Equal((0, ""), (exit, program.Error.ToString()));
    }

    [Fact]
    public async Task Where_the_program_has_not_begun_to_serve_the_verb_says_so()
    {
        // Arrange
        using var program = new ProgramRun();
        Directory.CreateDirectory(program.DataDirectory);
        await using var held = new FileStream(Path.Combine(program.DataDirectory, "slrt.lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None);

        // Act
        var exit = await program.VerbAsync(["staff", "add", .. Anna, "--link"]);

        // Assert
        Assert.Equal(1, exit);
        Assert.Contains("wait until it serves, or stop it", program.Error.ToString());
    }

    [Fact]
    public async Task Staff_alone_lists_its_verbs()
    {
        // Arrange
        using var program = new ProgramRun();

        // Act
        var exit = await program.VerbAsync("staff");

        // Assert
        Assert.Equal(2, exit);
        Assert.Matches("(?m)^  staff add +Make an account", program.Error.ToString());
        Assert.Matches("(?m)^  staff deactivate +Close the account", program.Error.ToString());
    }

    [Fact]
    public async Task A_backup_takes_the_place_of_a_file_only_when_told_to()
    {
        // Arrange
        using var program = new ProgramRun();
        await program.ServeAsync(_ => Task.CompletedTask);
        var file = program.File("office.backup", "yesterday's");

        // Act
        var kept = await program.VerbAsync("backup", file, "--Backup:Passphrase=tiga kata rahasia");
        var said = program.Error.ToString();
        var taken = await program.VerbAsync("backup", file, "--overwrite", "--Backup:Passphrase=tiga kata rahasia");

        // Assert
        Assert.Equal((2, 0), (kept, taken));
        Assert.Contains("--overwrite", said);
        Assert.True(new FileInfo(file).Length > 1000);
    }
}
