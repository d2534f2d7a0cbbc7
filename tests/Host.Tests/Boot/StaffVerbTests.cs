using System.Text.Json;
using Xunit;

namespace SlrtBot.Host.Tests.Boot;

public sealed class StaffVerbTests
{
    [Fact]
    public async Task An_account_without_a_password_gets_a_link_and_one_with_a_password_may_sign_in()
    {
        // Arrange
        using var program = new ProgramRun();

        // Act
        var invited = await program.VerbAsync("staff", "add", "--user", "siti", "--role", "administrator", "--area", "32.04", "--Host:PublicUrl=https://slrt.example.go.id");
        var link = program.Out.ToString();
        var active = await program.VerbAsync(
            new StringReader("mangga harum manis sekali\n"), "staff", "add", "--user", "dedi", "--role", "manager,analyst", "--area", "3204", "--name", "Dedi S.", "--sensitive");
        var list = await program.VerbAsync("staff", "list", "--json");
        var rows = JsonDocument.Parse(program.Out.ToString()).RootElement.EnumerateArray().Select(r => r.ToString()).ToList();

        // Assert
        Assert.Equal((0, 0, 0), (invited, active, list));
        Assert.Contains("https://slrt.example.go.id/set-up/", link);
        Assert.Contains("\"roles\": \"analyst@32.04 manager@32.04\"", rows[0]);
        Assert.Contains("\"state\": \"active\"", rows[0]);
        Assert.Contains("\"state\": \"invited\"", rows[1]);
    }

    [Theory]
    [InlineData("x", "manager", "32.04", "user")]
    [InlineData("siti", "boss", "32.04", "role")]
    [InlineData("siti", "manager", "99.99", "area")]
    [InlineData("siti", "manager", "Soreang", "area")]
    public async Task An_account_that_cannot_be_is_refused_with_its_reason(string user, string role, string area, string field)
    {
        // Arrange
        using var program = new ProgramRun();

        // Act
        var exit = await program.VerbAsync("staff", "add", "--user", user, "--role", role, "--area", area);

        // Assert
        Assert.Equal(1, exit);
        Assert.StartsWith($"{field}: ", program.Error.ToString());
    }

    [Fact]
    public async Task A_password_that_is_easy_to_guess_is_refused()
    {
        // Arrange
        using var program = new ProgramRun();

        // Act
        var exit = await program.VerbAsync(
            new StringReader("password1234"), "staff", "add", "--user", "siti", "--role", "manager", "--area", "32.04");

        // Assert
        Assert.Equal(1, exit);
        Assert.StartsWith("password: ", program.Error.ToString());
    }

    [Fact]
    public async Task A_list_is_imported_whole_with_a_link_for_each_and_a_lost_link_is_replaced()
    {
        // Arrange
        using var program = new ProgramRun();
        var file = program.File("staff.csv", "\uFEFFName;AREA;User;Role\r\nAsep;32.04.05.2001;asep;facilitator+coordinator\r\n\"Ibu; Siti\";3204052002;siti;facilitator\r\n");

        // Act
        var imported = await program.VerbAsync("staff", "import", file);
        var csv = program.Out.ToString().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var link = await program.VerbAsync("staff", "link", "--user", "ASEP");
        var nobody = await program.VerbAsync("staff", "link", "--user", "nobody");

        // Assert
        Assert.Equal((0, 0, 1), (imported, link, nobody));
        Assert.Equal("user,name,link", csv[0]);
        Assert.StartsWith("asep,Asep,/set-up/", csv[1]);
        Assert.StartsWith("siti,Ibu; Siti,/set-up/", csv[2]);
        Assert.Equal(3, csv.Length);
    }

    [Fact]
    public async Task A_list_with_mistakes_names_every_line_and_makes_nothing()
    {
        // Arrange
        using var program = new ProgramRun();
        var file = program.File("staff.csv", "user,name,role,area\nasep,Asep,facilitator,32.04.05.2001\nasep,Asep,facilitator,32.04.05.2001\nx,,boss,1\n");

        // Act
        var exit = await program.VerbAsync("staff", "import", file);
        var said = program.Error.ToString();
        await program.VerbAsync("staff", "list");

        // Assert
        Assert.Equal(1, exit);
        Assert.Contains("line 3, user: ", said);
        Assert.Contains("line 4, user: ", said);
        Assert.Contains("line 4, name: ", said);
        Assert.Contains("line 4, role: ", said);
        Assert.Contains("line 4, area: ", said);
        Assert.DoesNotContain("asep", program.Out.ToString());
    }
}
