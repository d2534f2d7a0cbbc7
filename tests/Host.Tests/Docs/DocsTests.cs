using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Host.Tests.HouseRules;
using SlrtBot.Host.Verbs;
using Xunit;

namespace SlrtBot.Host.Tests.Docs;

public sealed class DocsTests
{
    [Fact]
    public void Links_in_documents_lead_somewhere()
    {
        // Act
        var dead = Repository.Files(".", "*.md").SelectMany(Documents.DeadLinks);

        // Assert
        Assert.Empty(dead);
    }

    [Fact]
    public void A_dead_link_is_found()
    {
        // Act
        var dead = Documents.DeadLinks(new SourceFile("docs/x.md", "See [the flow](message-flow.md), [this](gone.md) and [that](https://example.org)."));

        // Assert
        Assert.Equal(["docs/x.md: gone.md"], dead);
    }

    [Fact]
    public void Documents_that_code_cites_exist()
    {
        // Act
        var dead = Repository.Code.Where(f => !f.Path.EndsWith("DocsTests.cs", StringComparison.Ordinal)).SelectMany(Documents.DeadCitations);

        // Assert
        Assert.Empty(dead);
    }

    [Fact]
    public void A_citation_of_nothing_is_found()
    {
        // Act
        var dead = Documents.DeadCitations(new SourceFile("src/Core/X.cs", "/// Source: docs/domain.md, docs/adr/0002 and docs/nowhere.md."));

        // Assert
        Assert.Equal(["src/Core/X.cs: docs/nowhere.md"], dead);
    }

    [Fact]
    public void The_events_are_those_of_the_document()
    {
        // Act
        var documented = Documents.EventsInTable(Text("docs/events.md"));

        // Assert
        Assert.Equal(Documents.EventsInCode(Repository.Sources), documented);
    }

    [Fact]
    public void An_event_is_found_in_the_act_that_raises_it()
    {
        // Act
        var found = Documents.EventsInCode([new SourceFile("src/Core/Staff/Leave.cs", "events.Raise(new SomebodyLeft(id));")]);

        // Assert
        Assert.Equal(["Leave → SomebodyLeft"], found);
    }

    [Fact]
    public void The_workflow_is_drawn_as_it_is()
    {
        // Act
        var drawn = Documents.Between(Text("docs/domain.md"), "<!-- workflow: begin", "<!-- workflow: end");
        if (Environment.GetEnvironmentVariable("SLRT_WRITE_LAYERS") is not null)
        {
            File.WriteAllText(
                Path.Combine(Repository.Root, "docs/domain.md"),
                Text("docs/domain.md").Replace(drawn, Documents.Diagram(ComplaintWorkflow.Table), StringComparison.Ordinal));
            return;
        }

        // Assert
        Assert.Equal(Documents.Diagram(ComplaintWorkflow.Table), drawn);
    }

    [Fact]
    public void A_move_that_is_not_drawn_changes_the_diagram()
    {
        // Arrange
        var more = new Workflow<ComplaintStatus>([.. ComplaintWorkflow.Table.Moves, new(ComplaintStatus.Merged, "reopen", ComplaintStatus.InReview, Taker.Resident)]);

        // Act
        var diagram = Documents.Diagram(more);

        // Assert
        Assert.NotEqual(Documents.Diagram(ComplaintWorkflow.Table), diagram);
    }

    [Fact]
    public void Every_verb_stands_in_the_readme()
    {
        // Act
        var readme = Text("README.md");

        // Assert
        Assert.All(VerbCatalogue.All, verb => Assert.Contains($"| `{verb.Name}", readme));
    }

    private static string Text(string path) => File.ReadAllText(Path.Combine(Repository.Root, path));
}
