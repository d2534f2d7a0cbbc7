using SlrtBot.Host.Tests.HouseRules;
using Xunit;

namespace SlrtBot.Host.Tests.Docs;

public sealed class GlossaryTests
{
    private const string Sample = """
        | Word | Indonesian | Class | Screen |
        |---|---|---|---|
        | talk | ambil alih | `Talk`, `Talk.State` | – |
        | talk | percakapan | `Chat`, `Talk.Gone` | – |
        """;

    private static readonly SourceFile Code = new("src/Core/Talk.cs", "public sealed class Talk { int State; string _key = \"handover.over\"; }");

    [Fact]
    public void Each_word_stands_there_once() => Assert.Empty(Glossary.Twice(Text));

    [Fact]
    public void Its_classes_exist() => Assert.Empty(Glossary.Unknown(Text, Repository.Sources));

    [Fact]
    public void No_name_in_code_is_an_older_one() =>
        Assert.Empty(Repository.Sources.Where(f => f.Path.EndsWith(".cs", StringComparison.Ordinal)).SelectMany(Glossary.Older));

    [Fact]
    public void Two_things_of_one_name_and_classes_that_are_gone_are_found()
    {
        // Act
        var (twice, unknown) = (Glossary.Twice(Sample), Glossary.Unknown(Sample, [Code]));

        // Assert
        Assert.Equal(["talk"], twice);
        Assert.Equal(["Chat", "Talk.Gone"], unknown);
    }

    [Fact]
    public void An_older_name_is_found_in_code_and_not_in_what_is_stored()
    {
        // Act
        var found = Glossary.Older(new SourceFile("src/Core/Talks/End.cs", "Task EndAsync(Guid handoverId) => record(\"handover.ended\");"));

        // Assert
        Assert.Equal(["src/Core/Talks/End.cs: handoverId"], found);
        Assert.Empty(Glossary.Older(Code));
    }

    private static string Text => File.ReadAllText(Path.Combine(Repository.Root, "docs/glossary.md"));
}
