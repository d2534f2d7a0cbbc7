using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Migrations;
using SlrtBot.Core.Persistence;
using Xunit;

namespace SlrtBot.Host.Tests.HouseRules;

public sealed partial class ReleasedMigrationTests
{
    [Fact]
    public void No_released_migration_is_changed()
    {
        // Arrange
        var list = File.ReadAllLines(Path.Combine(Repository.Root, ReleasedMigrations.Folder, "released.sha256"));
        var files = Repository.Files(ReleasedMigrations.Folder, "*.cs").ToDictionary(f => Path.GetFileName(f.Path), f => f.Text);

        // Act
        var changed = ReleasedMigrations.Changed(list, files);

        // Assert
        Assert.NotEmpty(list);
        Assert.Empty(changed);
    }

    [Theory]
    [InlineData("text ", "A.cs was changed")]
    [InlineData(null, "A.cs is gone")]
    public void A_changed_or_missing_migration_is_found(string? text, string expected)
    {
        // Arrange: the hash of "text".
        string[] list = ["982d9e3eb996f559e633f4d194def3761d909f5a3b647d1a851fead67c32c9d1  A.cs"];
        var files = text is null ? [] : new Dictionary<string, string> { ["A.cs"] = text };

        // Act
        var changed = ReleasedMigrations.Changed(list, files);

        // Assert
        Assert.Equal([expected], changed);
        Assert.Empty(ReleasedMigrations.Changed(list, new Dictionary<string, string> { ["A.cs"] = "text" }));
    }

    [Fact]
    public void Migrations_are_numbered_by_date()
    {
        // Act
        var ids = typeof(SlrtDbContext).Assembly.GetTypes().Select(t => t.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>().ToList();

        // Assert
        Assert.NotEmpty(ids);
        Assert.All(ids, id => Assert.Matches(ByDate(), id));
        Assert.Equal(ids.Distinct().Count(), ids.Count);
    }

    [GeneratedRegex(@"^20\d{6}_\d{4}_[A-Z]\w+$")]
    private static partial Regex ByDate();
}
