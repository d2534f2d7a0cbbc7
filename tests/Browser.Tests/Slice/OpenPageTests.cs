using SlrtBot.Browser.Tests.Stage;
using SlrtBot.Core.Persistence;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace SlrtBot.Browser.Tests.Slice;

/// <summary>What news does to a page that somebody is working on.</summary>
[Collection(BrowserCollection.Name)]
public sealed class OpenPageTests(Browsers browsers)
{
    [BrowserFact]
    public async Task A_new_complaint_leaves_the_focus_where_it_is_in_the_queue()
    {
        // Arrange
        await using var resident = await Resident.OpenAsync(browsers.NewcomerAsync(DatabaseProvider.Sqlite, width: 360));
        var older = await resident.LodgeAsync();
        await using var staff = await StaffMember.SignInAsync(browsers.NewcomerAsync(DatabaseProvider.Sqlite, width: 1280), "manager");
        await staff.Page.GotoAsync("/queue?view=all&sort=newest");
        await staff.Row(older).FocusAsync();

        // Act
        await using var other = await Resident.OpenAsync(browsers.NewcomerAsync(DatabaseProvider.Sqlite, width: 360));
        var newer = await other.LodgeAsync();

        // Assert
        await Expect(staff.Row(newer)).ToBeVisibleAsync();
        await Expect(staff.Row(older)).ToBeFocusedAsync();
        staff.Person.AssertNothingWentWrong();
    }

    [BrowserFact]
    public async Task A_new_complaint_leaves_ticked_rows_and_typed_words_as_they_are()
    {
        // Arrange
        await using var resident = await Resident.OpenAsync(browsers.NewcomerAsync(DatabaseProvider.Sqlite, width: 360));
        var older = await resident.LodgeAsync();
        await using var staff = await StaffMember.SignInAsync(browsers.NewcomerAsync(DatabaseProvider.Sqlite, width: 1280), "manager");
        await staff.Page.GotoAsync("/queue?view=all&sort=newest");
        var box = staff.Page.Locator($"tr:has(a[href='/complaints/{older}']) [name=Chosen]");
        await Expect(staff.Page.Locator("#bulk")).ToBeHiddenAsync();
        await staff.Page.Locator("#find").FillAsync("SLRT-7K");
        await box.CheckAsync();
        await box.FocusAsync();

        // Act
        await using var other = await Resident.OpenAsync(browsers.NewcomerAsync(DatabaseProvider.Sqlite, width: 360));
        var newer = await other.LodgeAsync();

        // Assert
        await Expect(staff.Row(newer)).ToBeVisibleAsync();
        await Expect(box).ToBeCheckedAsync();
        await Expect(box).ToBeFocusedAsync();
        await Expect(staff.Page.Locator("#list [name=Chosen]:checked")).ToHaveCountAsync(1);
        await Expect(staff.Page.Locator("#find")).ToHaveValueAsync("SLRT-7K");
        await staff.Page.Locator("#bulk [value=assign]").ClickAsync();
        await Expect(staff.Page.Locator("#main [role=status].done")).ToContainTextAsync("1 berhasil");
        await staff.Page.GotoAsync($"/complaints/{older}");
        await Expect(staff.Page.Locator("form[action$='/assign'] [name=Take][value=false]")).ToHaveCountAsync(1);
        staff.Person.AssertNothingWentWrong();
    }

    [BrowserFact]
    public async Task An_answer_brings_its_steps_along_but_never_takes_away_what_is_being_typed()
    {
        // Arrange
        await using var resident = await Resident.OpenAsync(browsers.NewcomerAsync(DatabaseProvider.Sqlite, width: 360));
        var reference = await resident.LodgeAsync();
        await using var idle = await StaffMember.SignInAsync(browsers.NewcomerAsync(DatabaseProvider.Sqlite, width: 1280), "manager");
        await using var busy = await StaffMember.SignInAsync(browsers.NewcomerAsync(DatabaseProvider.Sqlite, width: 1280), "analyst");
        await idle.Page.GotoAsync($"/complaints/{reference}");
        await idle.MoveAsync("ask_resident", ("Message", "Sejak bulan apa?"));
        await resident.HearAsync("Sejak bulan apa?");
        await busy.Page.GotoAsync($"/complaints/{reference}");
        var words = (await busy.UnfoldAsync("close_unreachable")).Locator("textarea").First;
        await words.FillAsync("Ditelepon dua kali.");
        await words.FocusAsync();

        // Act
        await resident.SayAsync("Sejak Agustus.");

        // Assert
        await Expect(busy.Page.Locator("#thread")).ToContainTextAsync("Sejak Agustus.");
        await Expect(words).ToHaveValueAsync("Ditelepon dua kali.");
        await Expect(words).ToBeFocusedAsync();
        await Expect(idle.Page.Locator("#moves input[value=send_to_field]")).ToHaveCountAsync(1);
        idle.Person.AssertNothingWentWrong();
        busy.Person.AssertNothingWentWrong();
    }

    [BrowserFact]
    public async Task News_that_arrives_late_does_not_fold_the_step_that_was_opened_meanwhile()
    {
        // Arrange
        await using var resident = await Resident.OpenAsync(browsers.NewcomerAsync(DatabaseProvider.Sqlite, width: 360));
        var reference = await resident.LodgeAsync();
        await using var first = await StaffMember.SignInAsync(browsers.NewcomerAsync(DatabaseProvider.Sqlite, width: 1280), "analyst");
        await using var second = await StaffMember.SignInAsync(browsers.NewcomerAsync(DatabaseProvider.Sqlite, width: 1280), "manager");
        await first.Page.GotoAsync($"/complaints/{reference}");
        await second.Page.RunAndWaitForResponseAsync(
            () => second.Page.GotoAsync($"/complaints/{reference}"), response => response.Url.EndsWith("/live", StringComparison.Ordinal));
        var opened = new TaskCompletionSource();
        await second.Page.RouteAsync($"**/complaints/{reference}", async route =>
        {
            await opened.Task;
            await route.ContinueAsync();
        });

        // Act
        await second.Page.RunAndWaitForRequestAsync(
            () => first.MoveAsync("review"), request => request.Url.EndsWith(reference, StringComparison.Ordinal));
        var words = (await second.UnfoldAsync("ask_resident")).Locator("[name=Message]");
        await words.FillAsync("Sejak bulan apa?");
        opened.SetResult();

        // Assert
        await Expect(second.Status).ToHaveTextAsync("Sedang diperiksa");
        await Expect(words).ToBeVisibleAsync();
        await Expect(words).ToHaveValueAsync("Sejak bulan apa?");
        second.Person.AssertNothingWentWrong();
    }

    [BrowserFact]
    public async Task Who_comes_second_sees_what_the_first_did_and_keeps_the_own_words()
    {
        // Arrange
        await using var resident = await Resident.OpenAsync(browsers.NewcomerAsync(DatabaseProvider.Sqlite, width: 360));
        var reference = await resident.LodgeAsync();
        await using var first = await StaffMember.SignInAsync(browsers.NewcomerAsync(DatabaseProvider.Sqlite, width: 1280), "analyst");
        await using var second = await StaffMember.SignInAsync(browsers.NewcomerAsync(DatabaseProvider.Sqlite, width: 1280), "manager");
        await first.Page.GotoAsync($"/complaints/{reference}");
        await second.Page.GotoAsync($"/complaints/{reference}");
        var step = await second.UnfoldAsync("ask_resident");
        await step.Locator("[name=Message]").FillAsync("Boleh kirim foto kartunya?");
        await first.MoveAsync("review");
        await resident.HearAsync("Petugas sedang memeriksa laporan Anda.");

        // Act
        await step.Locator("[type=submit]").ClickAsync();

        // Assert
        var conflict = second.Page.Locator("#conflict");
        await Expect(conflict).ToContainTextAsync("Diterima");
        await Expect(conflict).ToContainTextAsync("Sedang diperiksa");
        await Expect(conflict).ToContainTextAsync("Boleh kirim foto kartunya?");
        var again = second.Page.Locator("#moves details[open]");
        await Expect(again.Locator("[name=Message]")).ToHaveValueAsync("Boleh kirim foto kartunya?");
        await again.Locator("[type=submit]").ClickAsync();
        await resident.HearAsync("Boleh kirim foto kartunya?");
        second.Person.AssertNothingWentWrong(expected: "409");
    }

    [BrowserFact]
    public async Task News_arrives_also_where_a_slow_network_brings_the_scripts_apart()
    {
        // Arrange
        await using var staff = await StaffMember.SignInAsync(browsers.NewcomerAsync(DatabaseProvider.Sqlite, width: 1280), "manager");
        await staff.Page.RouteAsync("**/hx-sse*", async route =>
        {
            await staff.Page.WaitForFunctionAsync("() => window.htmx");
            await staff.Page.EvaluateAsync("() => new Promise(next => setTimeout(next))");
            await route.ContinueAsync();
        });

        // Act
        var stream = await staff.Page.RunAndWaitForRequestAsync(() => staff.Page.GotoAsync("/queue"), request => request.Url.EndsWith("/live", StringComparison.Ordinal));

        // Assert
        Assert.Equal("GET", stream.Method);
        staff.Person.AssertNothingWentWrong();
    }

    [BrowserFact]
    public async Task Who_comes_back_to_the_tab_finds_what_came_meanwhile()
    {
        // Arrange
        await using var staff = await StaffMember.SignInAsync(browsers.NewcomerAsync(DatabaseProvider.Sqlite, width: 1280), "manager");
        await staff.Page.RunAndWaitForResponseAsync(
            () => staff.Page.GotoAsync("/queue?view=all&sort=newest"), response => response.Url.EndsWith("/live", StringComparison.Ordinal));
        await ShowTabAsync(staff, shown: false);
        await using var resident = await Resident.OpenAsync(browsers.NewcomerAsync(DatabaseProvider.Sqlite, width: 360));
        var reference = await resident.LodgeAsync();

        // Act
        await Expect(staff.Row(reference)).ToHaveCountAsync(0);
        await ShowTabAsync(staff, shown: true);

        // Assert
        await Expect(staff.Row(reference)).ToBeVisibleAsync();
    }

    // What the browser does when another tab is chosen.
    private static async Task ShowTabAsync(StaffMember staff, bool shown) => await staff.Page.EvaluateAsync(
        """
        shown => {
          Object.defineProperty(document, 'hidden', { configurable: true, get: () => !shown });
          document.dispatchEvent(new Event('visibilitychange'));
        }
        """,
        shown);
}
