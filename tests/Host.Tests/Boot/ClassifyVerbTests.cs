using System.Text.Json;
using Xunit;

namespace SlrtBot.Host.Tests.Boot;

public sealed class ClassifyVerbTests
{
    [Fact]
    public async Task Each_line_gets_one_object_in_its_order_and_no_database_is_made()
    {
        // Arrange
        using var program = new ProgramRun();

        // Act
        var exit = await program.VerbAsync(
            new StringReader("bpnt sy dipotong 50rb sm ketua kelompok\n\nmatur nuwun\nsuami saya mukul lagi saya takut pulang\n"), "classify");

        // Assert
        Assert.Equal(0, exit);
        var answers = program.Out.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["P2", "O2", null, "N8"], answers.Select(a => a.GetProperty("category").GetString()));
        Assert.Equal(["complaint", "meta", "meta", "complaint"], answers.Select(a => a.GetProperty("kind").GetString()));
        Assert.Equal(["urgent", "normal", "normal", "emergency"], answers.Select(a => a.GetProperty("urgency").GetString()));
        Assert.Equal("SEMBAKO", answers[0].GetProperty("program").GetString());
        Assert.Contains("dipotong", answers[0].GetProperty("because").EnumerateArray().Select(w => w.GetString()));
        Assert.All(answers, a => Assert.InRange(a.GetProperty("confidence").GetDouble(), 0, 1));
        Assert.False(Directory.Exists(program.DataDirectory));
    }
}
