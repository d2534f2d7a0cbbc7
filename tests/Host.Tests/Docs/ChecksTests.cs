using SlrtBot.Host.Tests.HouseRules;
using Xunit;

namespace SlrtBot.Host.Tests.Docs;

public sealed class ChecksTests
{
    private const string Sample = """
        | Assertion | Where |
        |---|---|
        | something holds | `GoneTests`, `ChecksTests`, the verb `verify` |

        ## By number

        | Number | What | Who answers |
        |---|---|---|
        | A-01 | short passwords | `PasswordTests` |
        | A-01 | the same again | in part: one of them, by `PasswordTests` |
        | A-61 | made up | nobody yet |
        | T-37 | one that is left out | nobody yet |
        | T-01 | neither | somebody |
        | T-02 | both | nobody yet, or `InboxTests` |

        ## Afterwards

        | A-02 | no row of the table | `PasswordTests` |
        """;

    private static string Page => File.ReadAllText(Path.Combine(Repository.Root, "docs", "checks.md"));

    [Fact]
    public void Every_number_stands_on_the_page_once()
    {
        // Act
        var miscounted = Checks.Miscounted(Page);

        // Assert
        Assert.Equal([], miscounted);
        Assert.Equal(110, Checks.Numbers.Count);
    }

    [Fact]
    public void A_number_that_is_missing_doubled_or_made_up_is_found()
    {
        // Act
        var miscounted = Checks.Miscounted(Sample).ToList();

        // Assert
        Assert.Contains("A-01 stands there 2 times", miscounted);
        Assert.Contains("A-02 stands there 0 times", miscounted);
        Assert.Contains("A-61 is no number", miscounted);
        Assert.Contains("T-37 is no number", miscounted);
        Assert.DoesNotContain(miscounted, m => m.StartsWith("T-01", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_number_names_its_tests_or_says_that_there_are_none()
    {
        // Act
        var undecided = Checks.Undecided(Page);

        // Assert
        Assert.Equal([], undecided);
    }

    [Fact]
    public void A_number_that_says_neither_or_both_is_found()
    {
        // Act
        var undecided = Checks.Undecided(Sample);

        // Assert
        Assert.Equal(["T-01", "T-02"], undecided);
    }

    [Fact]
    public void Every_class_that_the_page_names_exists()
    {
        // Act
        var unknown = Checks.Unknown(Page, Repository.Code);

        // Assert
        Assert.Equal([], unknown);
    }

    [Fact]
    public void A_class_that_is_gone_is_found()
    {
        // Arrange
        SourceFile[] code = [new("tests/X.cs", "public sealed class ChecksTests; class PasswordTests; class InboxTests; // GoneTests")];

        // Act
        var unknown = Checks.Unknown(Sample, code);

        // Assert
        Assert.Equal(["GoneTests"], unknown);
    }

    [Fact]
    public void Every_number_in_a_test_stands_on_the_page_with_that_test()
    {
        // Arrange: this file's samples are no claims.
        var tests = Repository.Files("tests", "*.cs").Where(f => !f.Path.EndsWith("/ChecksTests.cs", StringComparison.Ordinal)).ToList();

        // Act
        var unsaid = Checks.Unsaid(Page, tests);

        // Assert
        Assert.Equal([], unsaid);
    }

    [Fact]
    public void A_number_that_only_the_test_bears_is_found()
    {
        // Arrange
        SourceFile[] tests =
        [
            new("tests/Core.Tests/PasswordTests.cs", "/// docs/checks.md, A-01, A-02."), new("tests/Core.Tests/InboxTests.cs", "// A-01, and no number: A-1, DATA-01x"),
        ];

        // Act
        var unsaid = Checks.Unsaid(Sample, tests);

        // Assert
        Assert.Equal(["A-02 in PasswordTests", "A-01 in InboxTests"], unsaid);
    }
}
