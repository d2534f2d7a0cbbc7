using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using SlrtBot.Host.Tests.Docs;
using Xunit;

namespace SlrtBot.Host.Tests.HouseRules.Rooms;

public sealed class RoomTests
{
    private const string Page = "docs/layers.md";

    /// <summary>Set to write the page anew: <c>make layers</c>.</summary>
    private const string WriteVariable = "SLRT_WRITE_LAYERS";

    private static readonly SourceFile Menu = new("src/Bot/Dialogs/Menu/Menu.cs", """
        namespace SlrtBot.Bot.Dialogs.Menu;
        public sealed class Menu
        {
            public const string Key = "menu";
            public static Menu Open() => new();
        }
        """);

    private static readonly string[] Runtime = [typeof(object).Assembly.Location];

    public static TheoryData<string> Projects { get; } = [.. RoomOrder.All.Select(o => o.Project)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Rooms_use_only_what_stands_left_of_them(string project)
    {
        // Arrange
        var order = RoomOrder.All.Single(o => o.Project == project);

        // Act
        var arrows = RoomPicture.ArrowsOf(order);

        // Assert
        Assert.Empty(order.Wrong(arrows));
        Assert.Empty(order.Rings(arrows));
    }

    [Fact]
    public async Task The_picture_in_the_docs_is_that_of_the_code()
    {
        // Act
        var page = Path.Combine(Repository.Root, Page);
        var written = await File.ReadAllTextAsync(page);
        var head = written[..written.IndexOf("## ", StringComparison.Ordinal)];
        var drawn = head + RoomPicture.Draw();
        if (Environment.GetEnvironmentVariable(WriteVariable) is not null)
        {
            await File.WriteAllTextAsync(page, drawn);
        }

        // Assert
        Assert.Equal(drawn, await File.ReadAllTextAsync(page));
    }

    [Theory]
    [InlineData("using SlrtBot.Bot.Dialogs.Menu; namespace SlrtBot.Bot.Engine; class Turn { Menu? _menu; }")]
    [InlineData("using Late = SlrtBot.Bot.Dialogs.Menu.Menu; namespace SlrtBot.Bot.Engine; class Turn { Late? _menu; }")]
    [InlineData("using static SlrtBot.Bot.Dialogs.Menu.Menu; namespace SlrtBot.Bot.Engine; class Turn { void Do() => Open(); }")]
    [InlineData("namespace SlrtBot.Bot.Engine; class Turn { string _key = SlrtBot.Bot.Dialogs.Menu.Menu.Key; }")]
    [InlineData("namespace SlrtBot.Bot.Engine; class Turn { object _menu = Dialogs.Menu.Menu.Open(); }")]
    [InlineData("namespace SlrtBot.Bot.Engine; /// <summary><see cref=\"Dialogs.Menu.Menu\"/></summary>\nclass Turn;")]
    public void An_arrow_to_the_right_is_found_however_it_is_written(string engine)
    {
        // Act
        var arrows = RoomOrder.Bot.Arrows(NamedTypes.In([Menu, new("src/Bot/Engine/Turn.cs", engine)], Runtime));

        // Assert
        Assert.Contains("Engine → Dialogs/Menu", string.Join('\n', RoomOrder.Bot.Wrong(arrows)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_global_using_hides_nothing()
    {
        // Arrange
        SourceFile[] files =
        [
            Menu, new("src/Bot/BotServices.cs", "global using SlrtBot.Bot.Dialogs.Menu;"),
            new("src/Bot/Engine/Turn.cs", "namespace SlrtBot.Bot.Engine; class Turn { void Do() { var menu = Menu.Open(); } }"),
        ];

        // Act
        var arrows = RoomOrder.Bot.Arrows(NamedTypes.In(files, Runtime));

        // Assert
        Assert.NotEmpty(RoomOrder.Bot.Wrong(arrows));
    }

    [Fact]
    public void A_room_without_a_place_is_found() =>
        Assert.Single(RoomOrder.Bot.Wrong([new Arrow("Dialogs/Later", "Engine", "")]));

    [Fact]
    public void A_ring_is_found_through_others() => Assert.Equal(
        ["Dialogs/Menu Dialogs/Pins Engine"],
        RoomOrder.Bot.Rings([new("Engine", "Dialogs/Pins", ""), new("Dialogs/Pins", "Dialogs/Menu", ""), new("Dialogs/Menu", "Engine", ""), new("Turns", "Engine", "")]));

    [Fact]
    public void What_a_Razor_file_uses_is_read_from_its_class()
    {
        // Act
        var arrows = RazorArrows.Of(typeof(Sample).Assembly, path => path.Split('/')[2]);

        // Assert
        Assert.Contains(arrows, a => a is { From: "HouseRules", To: "Docs" });
    }

    /// <summary>As Razor makes it of a file: it names a class of another folder in its code alone.</summary>
    private sealed class Sample : ComponentBase
    {
        protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, typeof(DocsTests).Name);
    }
}
