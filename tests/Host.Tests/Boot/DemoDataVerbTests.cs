using Microsoft.Data.Sqlite;
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
        Assert.StartsWith(option, program.Error.ToString());
    }

    [Fact]
    public async Task In_Production_nothing_made_up_is_put_among_the_words_of_people()
    {
        // Arrange
        using var program = new ProgramRun();
        await program.VerbAsync("migrate");
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(program.DataDirectory, "slrt.db")};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText =
                """
                insert into inbound_message (id, channel, update_key, address_index, received_at, state, tries)
                values ('01900000-0000-7000-8000-000000000001', 'telegram', '1:1', x'00', '2026-11-01 00:00:00', 'done', 0)
                """;
            await command.ExecuteNonQueryAsync();
        }

        // Act
        var exit = await program.VerbAsync("demo-data", "--complaints", "5");

        // Assert
        Assert.Equal(1, exit);
        Assert.Contains("messages of residents", program.Error.ToString());
    }
}
