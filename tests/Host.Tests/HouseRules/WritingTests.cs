using Xunit;

namespace SlrtBot.Host.Tests.HouseRules;

public sealed class WritingTests
{
    [Fact]
    public void Nothing_has_a_name_that_says_nothing()
    {
        // Act
        var wrong = Repository.Code.SelectMany(Writing.BannedNames);

        // Assert
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("src/Core/Areas/AreaHelper.cs", "class Area;")]
    [InlineData("src/Core/Areas/Area.cs", "public static class AreaExtensions")]
    [InlineData("src/Core/Areas/Area.cs", "internal sealed record AreaManager(int Id);")]
    [InlineData("src/Core/Areas/Area.cs", "abstract class PageBase")]
    public void A_name_that_says_nothing_is_found(string path, string text)
    {
        // Act
        var wrong = Writing.BannedNames(new SourceFile(path, text));

        // Assert
        Assert.Single(wrong);
    }

    [Fact]
    public void No_file_is_longer_than_300_lines()
    {
        // Act
        var wrong = Repository.Code.SelectMany(Writing.TooLong);

        // Assert
        Assert.Empty(wrong);
    }

    [Fact]
    public void A_file_of_301_lines_is_found()
    {
        // Act
        var wrong = Writing.TooLong(new SourceFile("src/Core/Long.cs", string.Concat(Enumerable.Repeat("//\n", 301))));

        // Assert
        Assert.Single(wrong);
    }

    [Fact]
    public void Only_the_entry_point_knows_the_terminal()
    {
        // Act
        var wrong = Repository.Sources.SelectMany(Writing.TalksToTheTerminal);

        // Assert
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("System.Console.WriteLine();")]
    [InlineData("#pragma warning disable RS0030")]
    public void Talk_to_the_terminal_is_found(string text)
    {
        // Act
        var wrong = Writing.TalksToTheTerminal(new SourceFile("src/Core/Kernel/Outcome.cs", text));

        // Assert
        Assert.Single(wrong);
    }

    [Fact]
    public void Only_the_boundary_saves()
    {
        // Act
        var wrong = Repository.Sources.SelectMany(Writing.SavesOutsideTheBoundary);

        // Assert
        Assert.Empty(wrong);
    }

    [Fact]
    public void An_act_that_saves_is_found()
    {
        // Act
        var wrong = Writing.SavesOutsideTheBoundary(new SourceFile("src/Core/Complaints/MoveComplaint.cs", "await db.SaveChangesAsync(stop);"));

        // Assert
        Assert.Single(wrong);
    }

    [Fact]
    public void No_package_lies_in_the_repository()
    {
        // Act
        var wrong = Repository.AllPaths().Where(Writing.IsVendored);

        // Assert
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("src/Console/wwwroot/htmx.min.js")]
    [InlineData("tests/TestKit/lib/axe.js")]
    public void A_package_in_the_repository_is_found(string path)
    {
        // Act
        var found = Writing.IsVendored(path);

        // Assert
        Assert.True(found);
    }
}
