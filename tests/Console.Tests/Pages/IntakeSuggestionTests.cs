using SlrtBot.Console.Tests.Site;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Tests.Pages;

/// <summary>What the desk is told of the story while it types; it decides, and loses nothing by it.</summary>
[Collection(ConsoleTests.Name)]
public sealed class IntakeSuggestionTests(ConsoleSite site)
{
    [Fact]
    public async Task A_suggested_kind_is_taken_by_a_press_and_nothing_typed_is_lost()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Frontoffice);
        var form = await browser.GetAsync("/intake");

        // Act
        var beside = await LookAsync(browser, form, ("Form.Story", "Saya belum pernah dapat PKH padahal tetangga dapat semua"), ("Form.Name", "Entin"));
        var code = beside.One("#suggested button[name=take]").GetAttribute("value")!;
        var taken = await LookAsync(browser, form, ("Form.Name", "Entin"), ("take", code));

        // Assert
        Assert.Equal("K1", code);
        Assert.Equal("", beside.One<AngleSharp.Html.Dom.IHtmlSelectElement>("#Form_Category").Value);
        Assert.Equal(
            (200, code, "Entin"),
            (taken.Status, taken.One<AngleSharp.Html.Dom.IHtmlSelectElement>("#Form_Category").Value, taken.One("#Form_Name").GetAttribute("value")));
    }

    [Fact]
    public async Task A_story_of_an_emergency_asks_to_help_first()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Frontoffice);
        var form = await browser.GetAsync("/intake");

        // Act
        var calm = await LookAsync(browser, form, ("Form.Story", "Beras bulan ini belum datang"));
        var grave = await LookAsync(browser, form, ("Form.Story", "Anak tetangga dipukuli bapaknya sampai pingsan, tolong cepat"));

        // Assert
        Assert.Null(calm.Document.QuerySelector("#beside [role=alert]"));
        Assert.NotEmpty(grave.Text("#beside [role=alert]"));
    }

    private static Task<Answer> LookAsync(Browser browser, Answer form, params (string Name, string Value)[] fields) =>
        browser.PostAsync(
            "/intake?handler=Beside", false,
            [
                ("csrf", form.One("#intake input[name=csrf]").GetAttribute("value")!), ("DraftId", form.One("input[name=DraftId]").GetAttribute("value")!), .. fields,
            ]);
}
