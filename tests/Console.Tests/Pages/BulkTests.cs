using Microsoft.EntityFrameworkCore;
using SlrtBot.Console.Tests.Site;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;

namespace SlrtBot.Console.Tests.Pages;

/// <summary>One step for several complaints that were ticked in the queue.</summary>
[Collection(ConsoleTests.Name)]
public sealed class BulkTests(ConsoleSite site)
{
    private async Task<Complaint> ReviewedAsync() => await site.ReviewAsync(await site.LodgeAsync("N3", Village));

    private const string Village = "32.04.05.2005";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Several_are_taken_at_once_each_with_its_own_line_in_the_audit(bool fragment)
    {
        // Arrange
        var staff = await site.StaffAsync(Role.Analyst);
        var browser = await site.SignedInAsync(staff);
        var complaints = new[] { await site.LodgeAsync("N3", Village), await site.LodgeAsync("N3", Village) };

        // Act
        var answer = await SendAsync(browser, fragment, complaints, ("Do", "assign"), ("To", staff.Id.ToString()));

        // Assert
        Assert.Equal(200, answer.Status);
        Assert.Contains("2 berhasil", answer.Text("[role=status].done"), StringComparison.Ordinal);
        foreach (var complaint in complaints)
        {
            Assert.Equal(staff.Id, (await ReadAsync(complaint)).AssignedTo);
            Assert.Contains("complaint.taken", await AuditAsync(complaint));
        }
    }

    [Fact]
    public async Task One_that_a_colleague_changed_meanwhile_is_named_and_holds_up_no_other()
    {
        // Arrange
        var dian = await site.StaffAsync(Role.Analyst);
        var browser = await site.SignedInAsync(Role.Analyst);
        var (changed, other) = (await ReviewedAsync(), await ReviewedAsync());
        var queue = await browser.GetAsync($"/queue?view=all&category=N3&village={Village}");
        var colleague = await site.SignedInAsync(dian);
        _ = await colleague.SubmitAsync(await colleague.GetAsync($"/complaints/{changed.Reference}"), "form:has([value=send_to_field])");

        // Act
        var answer = await SendAsync(browser, queue, [changed, other], ("Do", "move:send_to_field"));

        // Assert
        Assert.Contains("1 berhasil, 1 tidak diubah", answer.Text("main [role=status]"), StringComparison.Ordinal);
        Assert.Contains(dian.Name, answer.Text("#results tbody tr:first-child"), StringComparison.Ordinal);
        Assert.Equal($"/complaints/{changed.Reference}", answer.One("#results tbody tr:first-child a").GetAttribute("href"));
        Assert.Equal(ComplaintStatus.FieldVerification, (await ReadAsync(other)).Status);
        Assert.Equal(3, await site.ReadAsync(db => db.ComplaintMoves.CountAsync(m => m.ComplaintId == changed.Id)));
    }

    [Fact]
    public async Task The_choice_offers_colleagues_and_steps_that_hold_for_all()
    {
        // Arrange
        var here = await site.StaffAsync(Role.Facilitator, Village);
        var elsewhere = await site.StaffAsync(Role.Facilitator, TestData.OtherVillage);
        var province = await site.StaffAsync(Role.Province, "32");
        var browser = await site.SignedInAsync(Role.Manager);
        var complaints = new[] { await ReviewedAsync(), await ReviewedAsync() };

        // Act
        var choice = await SendAsync(browser, false, complaints, ("Do", "choose"));
        var given = await browser.SubmitAsync(choice, "main form", fields: [("Do", "assign"), ("To", here.Id.ToString()), .. Chosen(complaints)]);

        // Assert
        var offered = choice.Document.QuerySelectorAll("#to option").Select(o => o.GetAttribute("value")).ToList();
        Assert.Contains(here.Id.ToString(), offered);
        Assert.DoesNotContain(elsewhere.Id.ToString(), offered);
        Assert.DoesNotContain(province.Id.ToString(), offered);
        Assert.Equal(["move:send_to_field"], choice.Document.QuerySelectorAll("button[value^='move:']").Select(b => b.GetAttribute("value")!));
        AssertHtml.IsSound(choice);
        AssertHtml.IsSound(given);
        Assert.Contains("2 berhasil", given.Text("main [role=status]"), StringComparison.Ordinal);
        Assert.All(complaints, c => Assert.Equal(here.Id, ReadAsync(c).GetAwaiter().GetResult().AssignedTo));
        Assert.Contains("complaint.given", await AuditAsync(complaints[0]));
    }

    [Fact]
    public async Task What_lies_elsewhere_or_is_held_by_a_colleague_is_refused_by_itself()
    {
        // Arrange
        var staff = await site.StaffAsync(Role.Facilitator, Village);
        var browser = await site.SignedInAsync(staff);
        var holder = await site.StaffAsync(Role.Frontoffice);
        var (held, elsewhere, free) = (await site.LodgeAsync("N3", Village), await site.LodgeAsync("N3", TestData.OtherVillage), await site.LodgeAsync("N3", Village));
        await HoldAsync(held, holder);

        // Act
        var answer = await SendAsync(
            browser, false, [await ReadAsync(held), elsewhere, free], ("Do", "assign"), ("To", staff.Id.ToString()));

        // Assert
        Assert.Contains("1 berhasil, 2 tidak diubah", answer.Text("main [role=status]"), StringComparison.Ordinal);
        Assert.DoesNotContain(elsewhere.Reference, answer.Body, StringComparison.Ordinal);
        Assert.Equal(holder.Id, (await ReadAsync(held)).AssignedTo);
        Assert.Null((await ReadAsync(elsewhere)).AssignedTo);
        Assert.Equal(staff.Id, (await ReadAsync(free)).AssignedTo);
    }

    [Fact]
    public async Task Who_decides_may_take_work_out_of_a_colleagues_hands()
    {
        // Arrange
        var manager = await site.StaffAsync(Role.Manager);
        var holder = await site.StaffAsync(Role.Frontoffice);
        var held = await site.LodgeAsync("N3", Village);
        await HoldAsync(held, holder);

        // Act
        var answer = await SendAsync(
            await site.SignedInAsync(manager), false, [await ReadAsync(held)], ("Do", "assign"), ("To", manager.Id.ToString()));

        // Assert
        Assert.Contains("1 berhasil", answer.Text("main [role=status]"), StringComparison.Ordinal);
        Assert.Equal(manager.Id, (await ReadAsync(held)).AssignedTo);
    }

    [Fact]
    public async Task The_way_back_leads_to_the_queue_and_never_out_of_the_console()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Analyst);

        // Act
        var nothing = await SendAsync(browser, false, [], ("Do", "choose"), ("Back", "//jahat.example.com/queue"));

        // Assert
        Assert.Equal(200, nothing.Status);
        Assert.All(nothing.Document.QuerySelectorAll("main a"), a => Assert.Equal("/queue", a.GetAttribute("href")));
    }

    private static IEnumerable<(string Name, string Value)> Chosen(IEnumerable<Complaint> complaints) =>
        complaints.Select(c => ("Chosen", $"{c.Id:N}_{c.Version}"));

    private static async Task<Answer> SendAsync(
        Browser browser, bool fragment, IReadOnlyList<Complaint> complaints, params (string Name, string Value)[] fields)
    {
        var token = (await browser.GetAsync("/account")).One("input[name=csrf]").GetAttribute("value")!;
        return await browser.PostAsync("/queue/bulk", fragment, [("csrf", token), .. Chosen(complaints), .. fields]);
    }

    // As the page has it: the boxes of the list belong to the form of the bar.
    private static Task<Answer> SendAsync(Browser browser, Answer queue, IReadOnlyList<Complaint> complaints, params (string Name, string Value)[] fields)
    {
        var boxes = complaints.Select(c => ("Chosen", queue.One($"#pick-{c.Id:N}").GetAttribute("value")!));
        Assert.All(complaints, c => Assert.Equal("bulk", queue.One($"#pick-{c.Id:N}").GetAttribute("form")));
        return browser.SubmitAsync(queue, "#bulk", fields: [.. boxes, .. fields]);
    }

    private Task HoldAsync(Complaint complaint, StaffMember holder) =>
        site.ChangeAsync(async db => (await db.Complaints.SingleAsync(c => c.Id == complaint.Id)).AssignedTo = holder.Id);

    private Task<Complaint> ReadAsync(Complaint complaint) => site.ReadAsync(db => db.Complaints.SingleAsync(c => c.Id == complaint.Id));

    private Task<List<string>> AuditAsync(Complaint complaint) => site.ReadAsync(db =>
        db.AuditActs.Where(a => a.SubjectId == complaint.Id).OrderBy(a => a.Id).Select(a => a.Verb).ToListAsync());
}
