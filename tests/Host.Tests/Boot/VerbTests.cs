using System.Net;
using Xunit;

namespace SlrtBot.Host.Tests.Boot;

public sealed class VerbTests
{
    [Fact]
    public async Task Help_lists_every_verb_and_each_verb_explains_itself()
    {
        // Arrange
        using var program = new ProgramRun();

        // Act
        var exit = await program.VerbAsync("--help");
        var all = program.Out.ToString();

        // Assert
        Assert.Equal(0, exit);
        foreach (var verb in Verbs.VerbCatalogue.All)
        {
            Assert.Contains(verb.Name.Split(' ')[0], all);
            Assert.Equal(0, await program.VerbAsync([.. verb.Name.Split(' '), "--help"]));
            Assert.Contains($"slrtbot {verb.Name}", program.Out.ToString());
            Assert.All(verb.Options, option => Assert.Contains(option.Name, program.Out.ToString()));
        }
    }

    [Theory]
    [InlineData("staf", "staff")]
    [InlineData("migrat", "migrate")]
    public async Task A_misspelt_verb_is_answered_with_the_one_that_may_be_meant(string typed, string meant)
    {
        // Arrange
        using var program = new ProgramRun();

        // Act
        var exit = await program.VerbAsync(typed);

        // Assert
        Assert.Equal(2, exit);
        Assert.Contains(meant, program.Error.ToString().Split('\n', StringSplitOptions.TrimEntries));
    }

    [Theory]
    [InlineData("[suggest:3]", "sta", "staff")]
    [InlineData("[suggest:6]", "staff ", "deactivate")]
    [InlineData("[suggest:17]", "staff add --role ", "frontoffice")]
    public async Task A_shell_is_told_how_a_call_may_go_on(string directive, string typed, string expected)
    {
        // Arrange
        using var program = new ProgramRun();

        // Act
        var exit = await program.VerbAsync(directive, typed);

        // Assert
        Assert.Equal(0, exit);
        Assert.Contains(expected, program.Out.ToString().Split('\n', StringSplitOptions.TrimEntries));
    }

    [Fact]
    public async Task A_verb_that_is_named_half_lists_what_may_follow()
    {
        // Arrange
        using var program = new ProgramRun();

        // Act
        var exit = await program.VerbAsync("staff");

        // Assert
        Assert.Equal(2, exit);
        Assert.All(["add", "import", "link", "unlink", "deactivate", "list"], name => Assert.Contains(name, program.Error.ToString()));
    }

    [Theory]
    [InlineData("brew")]
    [InlineData("areas")]
    [InlineData("areas", "export")]
    [InlineData("migrate", "now")]
    [InlineData("migrate", "--force")]
    [InlineData("areas", "import", "--regency")]
    [InlineData("--unknown")]
    public async Task A_wrong_call_is_told_and_ends_with_2(params string[] arguments)
    {
        // Arrange
        using var program = new ProgramRun();

        // Act
        var exit = await program.VerbAsync(arguments);

        // Assert
        Assert.Equal(2, exit);
        Assert.Contains("--help", program.Error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1]);
        Assert.False(Directory.Exists(program.DataDirectory));
    }

    [Theory]
    [InlineData("migrate")]
    [InlineData("demo-data")]
    public async Task A_writing_verb_refuses_while_the_program_serves(params string[] verb)
    {
        // Arrange
        using var program = new ProgramRun();
        var exit = -1;

        // Act
        await program.ServeAsync(async _ => exit = await program.VerbAsync(verb));

        // Assert
        Assert.Equal(1, exit);
        Assert.Contains("slrt.lock", program.Error.ToString());
    }

    [Fact]
    public async Task A_second_server_on_the_same_directory_is_refused_and_the_first_goes_on()
    {
        // Arrange
        using var first = new ProgramRun();
        using var second = new ProgramRun { DataDirectory = first.DataDirectory };
        var (exit, health) = (-1, HttpStatusCode.Unused);

        // Act
        await first.ServeAsync(async client =>
        {
            exit = await second.ServeAsync(_ => Task.CompletedTask);
            health = (await client.GetAsync("/healthz/live")).StatusCode;
        });

        // Assert
        Assert.Equal((1, HttpStatusCode.OK), (exit, health));
        Assert.Contains("slrt.lock", second.Error.ToString());
    }

    [Fact]
    public async Task Areas_import_says_what_changed_and_refuses_an_unknown_regency()
    {
        // Arrange
        using var program = new ProgramRun();

        // Act
        var first = await program.VerbAsync("areas", "import");
        var said = program.Out.ToString();
        var second = await program.VerbAsync("areas", "import", "--regency=99.99");

        // Assert
        Assert.Equal((0, 1), (first, second));
        Assert.Contains(" added, 0 renamed, 0 ended.", said);
        Assert.Contains("99.99", program.Error.ToString());
    }

    [Fact]
    public async Task Verify_and_staff_list_run_beside_the_program_and_need_a_database()
    {
        // Arrange
        using var program = new ProgramRun();
        var early = await program.VerbAsync("verify");
        var why = program.Error.ToString();
        var exits = new List<int>();

        // Act
        await program.ServeAsync(async _ =>
        {
            exits.Add(await program.VerbAsync("verify", "--json"));
            exits.Add(await program.VerbAsync("staff", "list"));
        });

        // Assert
        Assert.Equal(1, early);
        Assert.Contains("migrate", why);
        Assert.Equal([0, 0], exits);
    }

    [Theory]
    [InlineData("Sqlite", "CREATE TABLE \"complaint\"")]
    [InlineData("Postgres", "CREATE TABLE complaint")]
    public async Task The_schema_is_printed_without_a_database(string provider, string expected)
    {
        // Arrange
        using var program = new ProgramRun();

        // Act
        var exit = await program.VerbAsync("schema", "--provider", provider);

        // Assert
        Assert.Equal(0, exit);
        Assert.Contains(expected, program.Out.ToString());
        Assert.False(Directory.Exists(program.DataDirectory));
    }
}
