using Xunit;

namespace SlrtBot.Host.Tests.Boot;

public sealed class DemoDataVerbTests
{
    [Fact]
    public async Task Demo_data_fills_the_number_of_complaints_that_was_asked_for()
    {
        // Arrange
        using var program = new ProgramRun { Environment = "Development" };

        // Act
        var exit = await program.VerbAsync("demo-data", "--complaints", "25", "--seed", "42", "--until", "2026-11-01");

        // Assert
        Assert.Equal((0, ""), (exit, program.Error.ToString()));
        Assert.Contains("25 complaints filled in, 0 were there", program.Out.ToString());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Somebody_can_sign_in_to_what_was_filled_in_unless_nobody_shall(bool withAccounts)
    {
        // Arrange
        using var program = new ProgramRun { Environment = "Development" };
        await program.VerbAsync(["demo-data", "--complaints", "5", .. withAccounts ? Array.Empty<string>() : ["--no-accounts"]]);
        var said = program.Out.ToString();

        // Act
        var served = await program.ServeAsync(_ => Task.CompletedTask);
        var password = withAccounts ? program.Line("Demo").Split(' ')[^1] : "none";

        // Assert
        Assert.Equal(0, served);
        Assert.Equal(withAccounts, said.Contains($"password {password}.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--complaints", "0")]
    [InlineData("--complaints", "1000001")]
    [InlineData("--seed", "x")]
    [InlineData("--until", "tomorrow")]
    public async Task A_value_that_makes_no_sense_is_a_wrong_call(string option, string value)
    {
        // Arrange
        using var program = new ProgramRun();

        // Act
        var exit = await program.VerbAsync("demo-data", option, value);

        // Assert
        Assert.Equal(2, exit);
        Assert.Contains(option, program.Error.ToString());
    }

    [Theory]
    [InlineData("Production", "--Demo:Enabled=true", "ASPNETCORE_ENVIRONMENT")]
    [InlineData("Staging", "--Slrt:Regency=32.04", "Demo__Enabled")]
    [InlineData("Development", "--Demo:Enabled=false", "Demo__Enabled")]
    public async Task Where_a_demo_may_not_be_nothing_made_up_is_filled_in(string environment, string setting, string key)
    {
        // Arrange
        using var program = new ProgramRun { Environment = environment };

        // Act
        var exit = await program.VerbAsync("demo-data", "--complaints", "5", setting);

        // Assert
        Assert.Equal(1, exit);
        Assert.StartsWith(key, program.Error.ToString());
    }
}
