using System.Net;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;
using Xunit;

namespace SlrtBot.Host.Tests.Boot;

public sealed class StartTests
{
    [Fact]
    public async Task An_empty_installation_starts_in_Production_without_a_demo()
    {
        // Arrange
        using var program = new ProgramRun();
        var statuses = new List<HttpStatusCode>();

        // Act
        var exit = await program.ServeAsync(async client =>
        {
            statuses.Add((await client.GetAsync("/healthz/live")).StatusCode);
            statuses.Add((await client.GetAsync("/healthz/ready")).StatusCode);
        });

        // Assert
        Assert.Equal(0, exit);
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK], statuses);
        Assert.StartsWith("SlrtBot 0.2.0 (Production)", program.Out.ToString());
        Assert.DoesNotContain("Demo", program.Out.ToString());
        Assert.Contains("staff add", program.Out.ToString());
        Assert.Equal("", program.Error.ToString());
    }

    [Fact]
    public async Task A_wrong_connection_string_is_not_repeated_since_it_may_hold_a_password()
    {
        // Arrange
        using var program = new ProgramRun();

        // Act
        var exit = await program.ServeAsync(
            _ => Task.CompletedTask, "--Database:Provider=Postgres", "--ConnectionStrings:Slrt=Host=localhost;Password=half;other-half");

        // Assert
        Assert.Equal(1, exit);
        Assert.StartsWith("ConnectionStrings__Slrt: ", program.Error.ToString());
        Assert.DoesNotContain("half", program.Error.ToString());
    }

    [Theory]
    [InlineData("--Host:Doors=bot,kitchen", "Host__Doors", "bot, console and jobs")]
    [InlineData("--Host:Doors=bot", "Host__Doors", "Database__Provider=Postgres")]
    [InlineData("--Host:PublicUrl=slrt.example.go.id", "Host__PublicUrl", "https://slrt.example.go.id")]
    [InlineData("--Host:TrustedProxies=proxy", "Host__TrustedProxies", "10.0.0.0/24")]
    [InlineData("--Host:Names=*", "Host__Names", "slrt.example.go.id")]
    [InlineData("--Host:Names=https://slrt.example.go.id", "Host__Names", "without a port")]
    [InlineData("--Metrics:Token=short", "Metrics__Token", "20 random characters")]
    [InlineData("--Database:Provider=MySql", "Database__Provider", "Sqlite or Postgres")]
    [InlineData("--Database:Provider=Postgres", "ConnectionStrings__Slrt", "Host=localhost")]
    [InlineData("--Slrt:Regency=Bandung", "Slrt__Regency", "32.04")]
    [InlineData("--Slrt:Regency=99.99", "Slrt__Regency", "32.04")]
    [InlineData("--Slrt:Office:RetentionYears=x", "Slrt__Office__RetentionYears", "a whole number")]
    [InlineData("--WebChat:Enabled=maybe", "WebChat__Enabled", "true or false")]
    [InlineData("--ConnectionStrings:Slrt=Foo=bar", "ConnectionStrings__Slrt", "Data Source=")]
    [InlineData("--urls=foo", "ASPNETCORE_URLS", "http://127.0.0.1:5080")]
    [InlineData("--urls=http://203.0.113.9:5080", "ASPNETCORE_URLS", "http://127.0.0.1:5080")]
    public async Task A_wrong_setting_stops_the_start_with_one_line_that_names_key_and_fix(string setting, string key, string fix)
    {
        // Arrange
        using var program = new ProgramRun();

        // Act
        var exit = await program.ServeAsync(_ => Task.CompletedTask, setting);

        // Assert
        Assert.Equal(1, exit);
        var line = Assert.Single(program.Error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(key, line);
        Assert.Contains(fix, line);
        Assert.Equal("", program.Out.ToString());
    }

    [Fact]
    public async Task A_key_ring_that_others_may_read_stops_the_start()
    {
        // Arrange
        using var program = new ProgramRun();
        var ring = program.File("data/keys/fields.json", "{}");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(ring, UnixFileMode.UserRead | UnixFileMode.OtherRead);
        }

        // Act
        var exit = await program.ServeAsync(_ => Task.CompletedTask);

        // Assert
        Assert.Equal(1, exit);
        Assert.Contains("Crypto__KeyFile", program.Error.ToString());
    }

    [Fact]
    public async Task Development_starts_with_one_account_per_role_and_tells_their_password_each_time()
    {
        // Arrange
        using var program = new ProgramRun { Environment = "Development" };

        // Act
        await program.ServeAsync(_ => Task.CompletedTask);
        var first = program.Line("Demo");
        await program.ServeAsync(_ => Task.CompletedTask);
        var second = program.Line("Demo");
        await program.ServeAsync(_ => Task.CompletedTask, "--Demo:Password=Mangga-Harum-Manis");
        var third = program.Line("Demo");

        // Assert
        Assert.All(Enum.GetValues<Role>(), role => Assert.Contains(Codes.Of(role), first));
        Assert.Equal(first, second);
        Assert.EndsWith("password Mangga-Harum-Manis", third);
    }

    [Theory]
    [InlineData("--Demo:Enabled=true", "Demo__Enabled")]
    [InlineData("--Demo:Enabled=false", "Data__Directory")]
    public async Task Production_refuses_a_demo(string setting, string key)
    {
        // Arrange
        using var development = new ProgramRun { Environment = "Development" };
        await development.ServeAsync(_ => Task.CompletedTask);
        using var production = new ProgramRun { DataDirectory = development.DataDirectory };

        // Act
        var exit = await production.ServeAsync(_ => Task.CompletedTask, setting);

        // Assert
        Assert.Equal(1, exit);
        Assert.StartsWith(key, production.Error.ToString());
    }

    [Fact]
    public async Task An_address_in_use_stops_the_start_with_one_line()
    {
        // Arrange
        using var first = new ProgramRun();
        using var second = new ProgramRun();
        var exit = -1;

        // Act
        await first.ServeAsync(async client => exit = await second.ServeAsync(_ => Task.CompletedTask, $"--urls={client.BaseAddress}"));

        // Assert
        Assert.Equal(1, exit);
        Assert.StartsWith("ASPNETCORE_URLS: ", Assert.Single(second.Error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)));
    }

    [Theory]
    [InlineData("with ; semicolon")]
    [InlineData("Bu Siti's data")]
    [InlineData("a \"quoted\" one")]
    public async Task A_data_directory_may_be_called_as_people_call_their_folders(string name)
    {
        // Arrange
        var parent = Directory.CreateTempSubdirectory("slrt-names-").FullName;
        using var program = new ProgramRun { DataDirectory = Path.Combine(parent, name) };

        // Act
        var served = await program.ServeAsync(_ => Task.CompletedTask);
        var verified = await program.VerbAsync("verify");

        // Assert
        Assert.Equal((0, 0), (served, verified));
        Assert.True(File.Exists(Path.Combine(parent, name, "slrt.db")));
        Directory.Delete(parent, recursive: true);
    }

    [Fact]
    public async Task Stopped_while_it_starts_it_ends_without_a_word_and_starts_again()
    {
        // Arrange
        using var program = new ProgramRun();

        // Act
        var stopped = await program.StopWhileStartingAsync();
        var said = program.Error.ToString();
        var served = await program.ServeAsync(_ => Task.CompletedTask);

        // Assert
        Assert.Equal((0, "", 0), (stopped, said, served));
    }
}
