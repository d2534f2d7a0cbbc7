using Xunit;

namespace SlrtBot.Host.Tests.Boot;

public sealed class AreaVerbTests
{
    [Fact]
    public async Task Points_of_villages_are_imported_and_each_wrong_line_is_named()
    {
        // Arrange
        using var program = new ProgramRun();
        await program.VerbAsync("areas", "import");
        var good = program.File("points.csv", "code;latitude;longitude\n32.04.44.2001;-7.0401;107.5501\n");
        var bad = program.File("wrong.csv", "code;latitude;longitude\n32.04.44.2001;107.5501;-7.0401\n32.04.44.9999;-7.0401;107.5501\n");

        // Act
        var exit = await program.VerbAsync("areas", "import", "--centroids", good);
        var said = program.Out.ToString();
        var refused = await program.VerbAsync("areas", "import", "--centroids", bad);

        // Assert
        Assert.Equal((0, 1), (exit, refused));
        Assert.Contains("1 points of villages are new or another.", said);
        var lines = program.Error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["line 2, latitude", "line 3, code"], lines.Select(l => l.Split(':')[0]));
        Assert.Contains("latitude and longitude are swapped", lines[0]);
    }
}
