using SlrtBot.Console.Tests.Doors;
using SlrtBot.Console.Tests.Site;

namespace SlrtBot.Console.Tests.Pages;

[Collection(ConsoleTests.Name)]
public sealed class HandoverLinkTests(ConsoleSite site)
{
    [Fact]
    public async Task What_a_second_tab_sends_after_the_first_is_refused_and_not_lost()
    {
        // Arrange
        var scene = await new DoorStage(site).LinkedAsync();
        var browser = site.Browser();
        var (first, second) = (await browser.GetAsync(scene.Fill("/p/{token}")), await browser.GetAsync(scene.Fill("/p/{token}")));

        // Act
        var returned = await browser.SubmitAsync(first, "main form", false, ("Verb", "return"), ("Who", "Rina"), ("Words", "Berapa orang di rumah?"));
        var answered = await browser.SubmitAsync(second, "main form", false, ("Verb", "answer"), ("Who", "Rina"), ("Words", "Sudah kami tangani."));

        // Assert
        Assert.Equal((303, 409), (returned.Status, answered.Status));
        Assert.Contains("Pertanyaan Anda sudah kami terima", answered.Text("#over"), StringComparison.Ordinal);
        Assert.Contains("Sudah kami tangani.", answered.Text("#unsent"), StringComparison.Ordinal);
    }
}
