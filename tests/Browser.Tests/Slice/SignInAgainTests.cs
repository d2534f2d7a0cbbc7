using Microsoft.Playwright;
using SlrtBot.Browser.Tests.Stage;
using SlrtBot.Core.Persistence;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace SlrtBot.Browser.Tests.Slice;

/// <summary>A session that ends under somebody's hands: the page stays, and so does what was being written (docs/checks.md, A-17).</summary>
[Collection(BrowserCollection.Name)]
public sealed class SignInAgainTests(Browsers browsers)
{
    private const string Words = "Ibu Enok sudah ditelepon, minta dikunjungi hari Senin pagi.";

    /// <summary>What a browser itself says of an answer that is a refusal.</summary>
    private static readonly string[] Expected = ["401", "422"];

    [BrowserFact]
    public async Task A_note_is_sent_once_more_after_its_writer_signed_in_on_the_same_page()
    {
        // Arrange
        await using var staff = await WritingAsync("analyst");
        await staff.MarkAsync();
        await staff.Page.Context.ClearCookiesAsync(new() { Name = "slrt-session" });

        // Act
        await staff.Page.Locator("form[action$='/note'] [type=submit]").ClickAsync();
        await Expect(Dialog(staff)).ToContainTextAsync("Sesi Anda berakhir");
        await Expect(staff.Page.Locator("#again_user")).ToBeFocusedAsync();
        await EnterAsync(staff, "analyst", "salah salah salah");
        await Expect(Dialog(staff).Locator("[role=alert]:visible")).ToContainTextAsync("Nama pengguna atau kata sandi salah.");
        await Expect(staff.Page.Locator("#again_password")).ToHaveValueAsync("");
        await EnterAsync(staff, "analyst", RunningProgram.Password);

        // Assert
        await Expect(Dialog(staff)).ToBeHiddenAsync();
        await Expect(staff.Page.Locator(".line")).ToContainTextAsync(Words);
        Assert.True(await staff.IsMarkedAsync());
        await staff.Page.ReloadAsync();
        await Expect(staff.Page.Locator(".line .words", new() { HasText = Words })).ToHaveCountAsync(1);
        await Expect(staff.Page.GetByRole(AriaRole.Button, new() { Name = "Pakai lagi" })).ToHaveCountAsync(0);
        staff.Person.AssertNothingWentWrong(Expected);
        await staff.Person.AssertNothingStoredAsync();
    }

    [BrowserFact]
    public async Task Somebody_else_sees_the_page_anew_and_none_of_the_first_ones_words()
    {
        // Arrange
        await using var staff = await WritingAsync("analyst");
        await staff.MarkAsync();
        var address = staff.Page.Url;
        await staff.Page.Context.ClearCookiesAsync(new() { Name = "slrt-session" });

        // Act
        await staff.Page.Locator("form[action$='/note'] [type=submit]").ClickAsync();
        await EnterAsync(staff, "manager", RunningProgram.Password);
        await Expect(staff.Page.Locator("header.top")).ToContainTextAsync("Manajer");
        var (isMarked, others) = (await staff.IsMarkedAsync(), await staff.Page.ContentAsync());
        await Expect(staff.Page.GetByRole(AriaRole.Button, new() { Name = "Pakai lagi" })).ToHaveCountAsync(0);
        await staff.Page.Context.ClearCookiesAsync(new() { Name = "slrt-session" });
        await using var first = await StaffMember.SignInAsync(Task.FromResult(staff.Person), "analyst");
        await first.Page.GotoAsync(address);

        // Assert
        Assert.False(isMarked);
        Assert.DoesNotContain("dikunjungi hari Senin", others, StringComparison.Ordinal);
        await first.Page.GetByRole(AriaRole.Button, new() { Name = "Pakai lagi" }).ClickAsync();
        await Expect(first.Page.Locator("form[action$='/note'] textarea")).ToHaveValueAsync(Words);
        await Expect(first.Page.Locator(".line")).Not.ToContainTextAsync(Words);
        staff.Person.AssertNothingWentWrong(Expected);
    }

    [BrowserFact]
    public async Task A_form_that_goes_without_htmx_waits_for_the_sign_in_as_well()
    {
        // Arrange
        await using var staff = await WritingAsync("frontoffice");
        await staff.Page.GotoAsync(staff.Page.Url.Split('#')[0] + "/slip");
        await staff.Page.Locator("[name=Relation]").SelectOptionAsync("family");
        await staff.Page.Locator("[name=Name]").FillAsync("Asep Sunandar");
        await staff.Page.Context.ClearCookiesAsync(new() { Name = "slrt-session" });

        // Act
        await staff.Page.Locator("main form[action$='/slip'] [type=submit]").ClickAsync();
        await EnterAsync(staff, "frontoffice", RunningProgram.Password);

        // Assert
        await Expect(staff.Page.Locator("main")).ToContainTextAsync("Kode penghubung");
        await Expect(staff.Page.Locator("main form[action$='/slip']")).ToHaveCountAsync(0);
        staff.Person.AssertNothingWentWrong(Expected);
    }

    [BrowserFact]
    public async Task Who_leaves_the_dialog_is_led_to_the_sign_in_page_and_finds_the_words_again()
    {
        // Arrange
        await using var staff = await WritingAsync("analyst");
        var address = staff.Page.Url;
        await staff.Page.Context.ClearCookiesAsync(new() { Name = "slrt-session" });
        await staff.Page.Locator("form[action$='/note'] [type=submit]").ClickAsync();
        await Expect(staff.Page.Locator("#again_user")).ToBeVisibleAsync();

        // Act
        await staff.Page.Keyboard.PressAsync("Escape");
        await staff.Page.Locator("main [name=UserName]").FillAsync("analyst");
        await staff.Page.Locator("main [name=Password]").FillAsync(RunningProgram.Password);
        await staff.Page.Locator("main [type=submit]").ClickAsync();

        // Assert
        await Expect(staff.Page).ToHaveURLAsync(address);
        await staff.Page.GetByRole(AriaRole.Button, new() { Name = "Pakai lagi" }).ClickAsync();
        await Expect(staff.Page.Locator("form[action$='/note'] textarea")).ToHaveValueAsync(Words);
    }

    [BrowserFact]
    public async Task A_session_that_was_ended_elsewhere_keeps_what_is_being_written_and_clears_a_screen_that_is_only_read()
    {
        // Arrange
        await using var staff = await WritingAsync("analyst");
        await staff.MarkAsync();
        var other = await staff.Page.Context.NewPageAsync();
        await other.GotoAsync("/queue");
        var third = await staff.Page.Context.NewPageAsync();
        await third.GotoAsync("/help");

        // Act
        await third.Locator(".menu > summary").ClickAsync();
        await third.Locator(".menu form[action$='/sign-out'] button").ClickAsync();
        await Expect(third.Locator("main [name=UserName]")).ToBeVisibleAsync();

        // Assert
        await Expect(other.Locator("main [name=UserName]")).ToBeVisibleAsync(new() { Timeout = 15_000 });
        await Expect(staff.Page.Locator("#again_user")).ToBeVisibleAsync(new() { Timeout = 15_000 });
        await EnterAsync(staff, "analyst", RunningProgram.Password);
        await Expect(Dialog(staff)).ToBeHiddenAsync();
        await Expect(staff.Page.Locator("form[action$='/note'] textarea")).ToHaveValueAsync(Words);
        await staff.Page.Locator("form[action$='/note'] [type=submit]").ClickAsync();
        await Expect(staff.Page.Locator(".line")).ToContainTextAsync(Words);
        Assert.True(await staff.IsMarkedAsync());
    }

    private static ILocator Dialog(StaffMember staff) => staff.Page.Locator("dialog#again");

    /// <summary>With a note begun on a complaint's page, and kept by the device already.</summary>
    private async Task<StaffMember> WritingAsync(string role)
    {
        await using var resident = await Resident.OpenAsync(browsers.NewcomerAsync(DatabaseProvider.Sqlite, width: 360));
        var reference = await resident.LodgeAsync();
        var staff = await StaffMember.SignInAsync(browsers.NewcomerAsync(DatabaseProvider.Sqlite, width: 1280), role);
        await staff.Page.GotoAsync($"/complaints/{reference}");
        await staff.Page.Locator("details:has(form[action$='/note']) > summary").ClickAsync();
        await staff.Page.Locator("form[action$='/note'] textarea").FillAsync(Words);
        await Expect(staff.Page.Locator("form[action$='/note'] textarea[data-kept]")).ToBeVisibleAsync();
        return staff;
    }

    private static async Task EnterAsync(StaffMember staff, string userName, string password)
    {
        await staff.Page.Locator("#again_user").FillAsync(userName);
        await staff.Page.Locator("#again_password").FillAsync(password);
        await Dialog(staff).Locator("[type=submit]").ClickAsync();
    }
}
