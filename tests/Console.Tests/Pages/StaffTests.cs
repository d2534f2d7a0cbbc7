using Microsoft.EntityFrameworkCore;
using SlrtBot.Console.Tests.Site;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Queue;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Tests.Pages;

/// <summary>The administrator's days: somebody comes, is away, is stood in for, loses the password, leaves and comes back.</summary>
[Collection(ConsoleTests.Name)]
public sealed class StaffTests(ConsoleSite site)
{
    private const string Village = "32.04.37.2001";

    [Fact]
    public async Task A_new_facilitator_is_added_and_the_link_that_is_shown_once_opens_the_console()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Administrator);
        var name = $"Hj. Tuti Sri{SequentialId.Next(site.Clock.UtcNow):N}, S.Sos.";

        // Act
        var form = await browser.GetAsync("/staff/add");
        var made = await browser.SubmitAsync(form, "main form", fields: [("Name", name), ("Roles", "facilitator"), ("AreaText", Village), ("Reason", "surat 12")]);
        var link = made.Text("[data-link]");
        var user = made.Text("#invites .mono");
        var stranger = site.Browser();
        var entered = await stranger.SubmitAsync(await stranger.GetAsync(link), "main form", fields: [("Password", ConsoleSite.Password), ("Again", ConsoleSite.Password)]);
        var again = await site.Browser().GetAsync(link);
        var list = await browser.GetAsync($"/staff?text={user}");

        // Assert
        Assert.All([form, made, list], AssertHtml.IsSound);
        Assert.StartsWith("/set-up/", link, StringComparison.Ordinal);
        Assert.Contains("Host__PublicUrl", made.Text("[role=alert]"), StringComparison.Ordinal);
        Assert.StartsWith("tuti.sri", user, StringComparison.Ordinal);
        Assert.Equal((303, 404), (entered.Status, again.Status));
        Assert.Contains("Fasilitator desa", list.Text("[data-row]"), StringComparison.Ordinal);
        Assert.DoesNotContain(link, list.Body, StringComparison.Ordinal);
        var staff = await site.ReadAsync(db => db.StaffMembers.Include(s => s.Roles).SingleAsync(s => s.UserName == user));
        Assert.Equal((Role.Facilitator, Village), (staff.Roles[0].Role, staff.Roles[0].AreaCode));
        Assert.Contains("staff.added", await AuditAsync(staff.Id));
        Assert.Contains("surat 12", (await browser.GetAsync($"/staff/{staff.Id}")).Text("#log"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_area_is_found_by_a_part_of_its_name_and_several_are_offered()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Administrator);

        // Act
        var several = await browser.GetAsync("/staff/areas?AreaText=Mekarsari");
        var one = await browser.GetAsync("/staff/areas?AreaText=kecamatan%20soreang");
        var nothing = await browser.GetAsync("/staff/areas");
        var refused = await browser.SubmitAsync(
            await browser.GetAsync("/staff/add"), "main form", fields: [("Name", "Budi"), ("Roles", "facilitator"), ("AreaText", "Mekarsari"), ("Reason", "surat")]);

        // Assert
        Assert.Equal(4, several.Document.QuerySelectorAll("#area-choices input").Length);
        Assert.Null(several.Document.QuerySelector("#area-choices input[checked]"));
        Assert.Equal("32.04.37", one.One("#area-choices input[checked]").GetAttribute("value"));
        Assert.Contains("Seluruh", nothing.Text("#area-choices label"), StringComparison.Ordinal);
        Assert.Equal(422, refused.Status);
        Assert.Equal(4, refused.Document.QuerySelectorAll("#area-choices input").Length);
        Assert.NotEmpty(refused.Text("#AreaText_error"));
    }

    [Fact]
    public async Task Roles_that_change_end_the_sessions_and_hold_from_the_next_sign_in()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Administrator);
        var siti = await site.StaffAsync(Role.Frontoffice);
        var hers = await site.SignedInAsync(siti);

        // Act
        var form = await browser.GetAsync($"/staff/{siti.Id}/roles");
        var saved = await browser.SubmitAsync(form, "main form", fields: [("Roles", "supervisor"), ("AreaText", "32.04.37"), ("Reason", "naik tugas")]);
        var after = await hers.GetAsync("/queue");
        var anew = await site.SignedInAsync(siti);

        // Assert
        AssertHtml.IsSound(form);
        Assert.Equal((303, 302), (saved.Status, after.Status));
        Assert.Equal(200, (await anew.GetAsync("/queue")).Status);
        var roles = await site.ReadAsync(db => db.StaffRoles.Where(r => r.StaffId == siti.Id).ToListAsync());
        Assert.Equal([(Role.Supervisor, "32.04.37")], roles.Select(r => (r.Role, r.AreaCode)));
        Assert.Contains("Supervisor kecamatan", (await browser.GetAsync($"/staff/{siti.Id}")).Text("#log"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deputys_session_that_spans_midnight_gains_the_role_and_loses_it_by_itself()
    {
        // Arrange: ten minutes before midnight in Bandung, which is UTC+7.
        var (supervisor, deputy) = (await site.StaffAsync(Role.Supervisor, "32.04.44"), await site.StaffAsync(Role.Overseer));
        var until = site.Clock.UtcNow.Date.AddHours(16).AddMinutes(50);
        site.Clock.Advance((until > site.Clock.UtcNow ? until : until.AddDays(1)) - site.Clock.UtcNow);
        var browser = await site.SignedInAsync(Role.Administrator);
        var tomorrow = $"{site.Clock.UtcNow.AddDays(1):yyyy-MM-dd}";
        var form = await browser.GetAsync($"/staff/{supervisor.Id}/deputy");
        var given = await browser.SubmitAsync(form, "main form", fields: [("Deputy", $"{deputy.Id}"), ("From", tomorrow), ("To", tomorrow), ("Reason", "cuti")]);
        var hers = await site.SignedInAsync(deputy);

        // Act
        var before = await hers.GetAsync("/queue");
        site.Clock.Advance(TimeSpan.FromMinutes(20));
        var on = await hers.GetAsync("/queue");
        for (var i = 0; i < 72; i++)
        {
            site.Clock.Advance(TimeSpan.FromMinutes(20));
            _ = i % 30 == 29 ? await (hers = await site.SignedInAsync(deputy)).GetAsync("/") : await hers.GetAsync("/");
        }

        var after = await hers.GetAsync("/queue");

        // Assert
        AssertHtml.IsSound(form);
        Assert.Equal(303, given.Status);
        Assert.Equal((403, 200, 403), (before.Status, on.Status, after.Status));
    }

    [Fact]
    public async Task Nobody_decides_about_the_own_account_and_nobody_about_another_regencys()
    {
        // Arrange
        var (me, far) = (await site.StaffAsync(Role.Administrator), await site.StaffAsync(Role.Analyst, "32.05"));
        var both = await site.StaffAsync(Role.Analyst);
        await site.AddAsync(new StaffRole { Id = SequentialId.Next(site.Clock.UtcNow), StaffId = both.Id, Role = Role.Analyst, AreaCode = "32.05" });
        var browser = await site.SignedInAsync(me);

        // Act
        var own = await browser.GetAsync($"/staff/{me.Id}");
        var token = own.One("input[name=csrf]").GetAttribute("value")!;
        var leaves = await browser.PostAsync($"/staff/{me.Id}/leave", false, ("csrf", token), ("Seen", $"{Guid.Empty}"), ("Sure", "true"), ("Reason", "saya pergi"));
        var roles = await browser.PostAsync(
            $"/staff/{me.Id}/roles", false, ("csrf", token), ("Seen", $"{Guid.Empty}"), ("Roles", "manager"), ("Area", "32.04"), ("Reason", "saya mau"));
        var list = await browser.GetAsync($"/staff?state=all&text={far.UserName}");
        var page = await browser.GetAsync($"/staff/{far.Id}");
        var partly = await browser.GetAsync($"/staff/{both.Id}");
        var link = await browser.PostAsync($"/staff/{both.Id}?handler=Link", false, ("csrf", token), ("Seen", $"{Guid.Empty}"));

        // Assert
        Assert.Null(own.Document.QuerySelector("a[href$='/leave'], a[href$='/roles'], form[action*='Sensitive']"));
        Assert.Equal((422, 422), (leaves.Status, roles.Status));
        Assert.Contains("administrator lain", leaves.Text("[role=alert]"), StringComparison.Ordinal);
        Assert.Empty(list.Document.QuerySelectorAll("[data-row]"));
        Assert.Equal((404, 200, 403), (page.Status, partly.Status, link.Status));
        Assert.Empty(partly.Document.QuerySelectorAll("main form"));
        Assert.True((await site.ReadAsync(db => db.StaffMembers.SingleAsync(s => s.Id == me.Id))).IsActive);
        Assert.Null((await site.ReadAsync(db => db.StaffMembers.SingleAsync(s => s.Id == both.Id))).SetUpTokenHash);
    }

    [Fact]
    public async Task Who_leaves_is_previewed_confirmed_and_gone_and_may_come_back_with_other_roles()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Administrator);
        var siti = await site.StaffAsync(Role.Frontoffice);
        var hers = await site.SignedInAsync(siti);
        var complaint = await site.LodgeAsync();
        var scope = StaffScope.Of(siti, site.Today);
        _ = await site.Units.RunAsync<AssignComplaint, Complaint>(
            (act, cancel) => act.DoAsync(complaint.Id, true, scope, Provenance.Staff(siti.Id, site.Clock.UtcNow), cancel), default);

        // Act
        var preview = await browser.GetAsync($"/staff/{siti.Id}/leave");
        var unsure = await browser.SubmitAsync(preview, "main form", fields: [("Reason", "pindah")]);
        var left = await browser.SubmitAsync(unsure, "main form", fields: [("Reason", "pindah"), ("Sure", "true")]);
        var shown = await browser.GetAsync(left.Location!);
        var gone = await hers.GetAsync("/queue");
        var back = await browser.SubmitAsync(
            await browser.GetAsync($"/staff/{siti.Id}/return"), "main form", fields: [("Roles", "analyst"), ("Area", "32.04"), ("Reason", "kembali")]);

        // Assert
        Assert.All([preview, unsure, shown, back], AssertHtml.IsSound);
        Assert.Contains("1 laporan yang dipegang", preview.Text("#in-name"), StringComparison.Ordinal);
        Assert.Contains("Penerima laporan, Kabupaten Bandung", preview.Text("#in-name"), StringComparison.Ordinal);
        Assert.Contains("1 sesi", preview.Text("#in-name"), StringComparison.Ordinal);
        Assert.Equal((422, 303, 302), (unsure.Status, left.Status, gone.Status));
        Assert.Contains("Akun ditutup", shown.Text("main [role=status]"), StringComparison.Ordinal);
        Assert.Null((await site.ReadAsync(db => db.Complaints.SingleAsync(c => c.Id == complaint.Id))).AssignedTo);
        Assert.Equal(200, back.Status);
        Assert.StartsWith("/set-up/", back.Text("[data-link]"), StringComparison.Ordinal);
        Assert.Equal([Role.Analyst], await site.ReadAsync(db => db.StaffRoles.Where(r => r.StaffId == siti.Id).Select(r => r.Role).ToListAsync()));
        Assert.Equal(["staff.deactivated", "staff.returned"], (await AuditAsync(siti.Id)).Where(v => v is "staff.deactivated" or "staff.returned"));
    }

    [Fact]
    public async Task What_another_administrator_decided_meanwhile_is_shown_and_what_was_typed_stays()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Administrator);
        var siti = await site.StaffAsync(Role.Analyst);
        var page = await browser.GetAsync($"/staff/{siti.Id}");
        _ = await browser.SubmitAsync(page, "form[action*='Rename']", fields: [("Name", "Siti Aminah")]);

        // Act
        var late = await browser.SubmitAsync(page, "form[action*='Sensitive']", fields: [("Reason", "tim kasus kekerasan")]);
        var again = await browser.SubmitAsync(late, "form[action*='Sensitive']");

        // Assert
        Assert.Equal((409, 303), (late.Status, again.Status));
        Assert.Contains("tim kasus kekerasan", late.Text("textarea"), StringComparison.Ordinal);
        Assert.Contains("Siti Aminah", late.Text("#log"), StringComparison.Ordinal);
        Assert.True((await site.ReadAsync(db => db.StaffMembers.SingleAsync(s => s.Id == siti.Id))).ReadsSensitive);
    }

    private Task<List<string>> AuditAsync(Guid id) =>
        site.ReadAsync(db => db.AuditActs.Where(a => a.SubjectId == id).OrderBy(a => a.Id).Select(a => a.Verb).ToListAsync());
}
