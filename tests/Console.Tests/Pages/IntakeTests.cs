using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Console.Tests.Site;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Intake;
using SlrtBot.Core.Complaints.Lodging;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;

namespace SlrtBot.Console.Tests.Pages;

[Collection(ConsoleTests.Name)]
public sealed class IntakeTests(ConsoleSite site)
{
    private const string Village = "32.04.06.2007";

    [Fact]
    public async Task A_woman_at_the_counter_leaves_with_a_number_a_promise_and_a_slip_that_links_her_phone()
    {
        // Arrange
        var staff = await site.StaffAsync(Role.Frontoffice, Village);
        var browser = await site.SignedInAsync(staff);

        // Act
        var form = await browser.GetAsync("/intake");
        var saved = await SaveAsync(browser, form, ("Form.Name", "Entin Sumarni"), ("Form.Phone", "0812 3456 7001"), ("Form.NationalId", "3204374506780012"));
        var receipt = await browser.GetAsync(saved.Location!);
        var slip = await browser.SubmitAsync(receipt, "main form[action$='/slip']");

        // Assert: what is seen
        Assert.Equal(303, saved.Status);
        var complaint = await OfStaffAsync(staff);
        Assert.Equal($"/intake/{complaint.Reference}", saved.Location);
        Assert.Contains(complaint.Reference, receipt.Text("#receipt"), StringComparison.Ordinal);
        Assert.DoesNotContain("Entin", receipt.Body, StringComparison.Ordinal);
        Assert.Equal(200, slip.Status);
        Assert.NotEmpty(slip.Text("#slip-code"));
        Assert.Equal("/intake", slip.One("main a[href='/intake']").GetAttribute("href"));

        // Stored
        Assert.Equal(("desk", "P1", Village, Subject.Self), (complaint.Channel, complaint.CategoryCode, complaint.VillageCode, complaint.Subject));
        Assert.Equal((ComplaintStatus.Received, StatusType.Open, null), (complaint.Status, complaint.StatusType, complaint.ConversationId));
        var cipher = site.Services.GetRequiredService<FieldCipher>();
        Assert.Equal("+6281234567001", cipher.OpenOptional(complaint.Phone, Complaint.Table, complaint.Id, "phone"));
        Assert.Equal("3204374506780012", cipher.OpenOptional(complaint.NationalId, Complaint.Table, complaint.Id, "national_id"));
        var intake = await site.ReadAsync(db => db.ComplaintIntakes.SingleAsync(i => i.ComplaintId == complaint.Id));
        Assert.Equal((ConsentGiver.Self, staff.Id), (intake.Consent, intake.StaffId));
        Assert.True(await site.ReadAsync(db => db.ComplaintWords.AnyAsync(w => w.ComplaintId == complaint.Id)));
        Assert.Contains(complaint.Reference, (await browser.GetAsync("/queue?view=new")).Body, StringComparison.Ordinal);

        // Audited
        var act = await site.ReadAsync(db => db.AuditActs.SingleAsync(a => a.SubjectId == complaint.Id && a.Verb == "complaint.lodged"));
        Assert.Equal((ActorKind.Staff, staff.Id, "console"), (act.ActorKind, act.ActorId, act.Door));
        Assert.Contains("slip.made", await site.ReadAsync(db => db.AuditActs.Where(a => a.SubjectId == complaint.Id).Select(a => a.Verb).ToListAsync()));
    }

    [Fact]
    public async Task Pressing_twice_makes_one_complaint()
    {
        // Arrange
        var staff = await site.StaffAsync(Role.Frontoffice, Village);
        var browser = await site.SignedInAsync(staff);
        var form = await browser.GetAsync("/intake");

        // Act
        var first = await SaveAsync(browser, form);
        var second = await SaveAsync(browser, form, ("Form.Story", "Lain"));

        // Assert
        Assert.Equal(first.Location, second.Location);
        Assert.Equal(1, await site.ReadAsync(db => db.Complaints.CountAsync(c => c.AssistedBy == staff.Id)));
    }

    [Fact]
    public async Task A_refusal_keeps_all_that_was_typed_and_says_what_to_do()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Frontoffice, Village);

        // Act
        var answer = await SaveAsync(
            browser, await browser.GetAsync("/intake"), ("Form.Name", "Entin"), ("Form.Phone", "12"), ("Form.NationalId", "123"), ("Form.Consent", ""),
            ("Form.Story", "Beras tidak datang <b>lagi</b>"), ("Form.Channel", "letter"), ("Form.Urgency", "urgent"));

        // Assert
        Assert.Equal(422, answer.Status);
        Assert.Equal(
            ["#Form_Consent", "#Form_NationalId", "#Form_PaperOn", "#Form_Phone"],
            answer.Document.QuerySelectorAll("[data-errors] a").Select(a => a.GetAttribute("href")).Order());
        Assert.Equal(
            ("Entin", "12", "123", "Beras tidak datang <b>lagi</b>", "letter", "urgent", "P1"),
            (Value(answer, "Name"), Value(answer, "Phone"), Value(answer, "NationalId"), answer.One("#Form_Story").TextContent.Trim(),
                Value(answer, "Channel"), Value(answer, "Urgency"), Value(answer, "Category")));
    }

    [Fact]
    public async Task A_letter_bears_its_own_day_and_the_promise_runs_from_today()
    {
        // Arrange
        var staff = await site.StaffAsync(Role.Frontoffice, Village);
        var browser = await site.SignedInAsync(staff);
        var day = site.Today.AddDays(-40);

        // Act
        var saved = await SaveAsync(browser, await browser.GetAsync("/intake"), ("Form.Channel", "letter"), ("Form.PaperOn", $"{day:yyyy-MM-dd}"));

        // Assert
        Assert.Equal(303, saved.Status);
        var complaint = await OfStaffAsync(staff);
        Assert.Equal(day, (await site.ReadAsync(db => db.ComplaintIntakes.SingleAsync(i => i.ComplaintId == complaint.Id))).PaperOn);
        Assert.True(complaint.PromiseOn > site.Today);
        Assert.Contains($"{day.Year}", (await browser.GetAsync($"/complaints/{complaint.Reference}")).Text("dl.facts"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_person_brought_before_stands_beside_and_an_open_one_takes_what_is_new()
    {
        // Arrange
        var staff = await site.StaffAsync(Role.Frontoffice, Village);
        var browser = await site.SignedInAsync(staff);
        var before = await LodgeAsync("Wiwin Tarsiah", "+6281234567002", Village);
        var elsewhere = await LodgeAsync("Wiwin Tarsiah", "+6281234567002", TestData.OtherVillage);
        var form = await browser.GetAsync("/intake");

        // Act
        var beside = await browser.SubmitAsync(form, "#intake", true, ("Form.Phone", "081234567002"), ("Form.Story", "Berasnya masih belum datang"));
        var looked = await browser.PostAsync("/intake?handler=Beside", true, [.. Fields(form, ("Form.Phone", "081234567002"))]);
        var byName = await browser.PostAsync("/intake?handler=Beside", true, [.. Fields(form, ("Form.Name", "Wiwien Tarsiah"))]);
        var added = await browser.PostAsync("/intake?handler=Add", false, [.. Fields(form, ("Form.Story", "Berasnya masih belum datang"), ("to", before.Reference))]);
        var hidden = await browser.PostAsync("/intake?handler=Add", false, [.. Fields(form, ("Form.Story", "Halo"), ("to", elsewhere.Reference))]);

        // Assert
        Assert.Equal(422, beside.Status);
        Assert.All([looked, byName, beside], a => Assert.Contains(before.Reference, a.Text("#before"), StringComparison.Ordinal));
        Assert.All([looked, byName, beside], a => Assert.DoesNotContain(elsewhere.Reference, a.Body, StringComparison.Ordinal));
        Assert.Equal((303, $"/complaints/{before.Reference}"), (added.Status, added.Location));
        Assert.Equal(404, hidden.Status);
        Assert.Contains("Berasnya masih belum datang", (await browser.GetAsync(added.Location!)).Body, StringComparison.Ordinal);
        Assert.Equal(0, await site.ReadAsync(db => db.Complaints.CountAsync(c => c.AssistedBy == staff.Id)));
        var searches = await site.ReadAsync(db => db.AuditActs.Where(a => a.ActorId == staff.Id && a.Verb == "complaint.searched").Select(a => a.Data).ToListAsync());
        Assert.Contains("""{"kind":"phone","count":1,"page":1,"place":"intake"}""", searches);
    }

    [Fact]
    public async Task What_was_closed_meanwhile_takes_nothing_more_and_says_so()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Manager);
        var complaint = await LodgeAsync("Wiwin", "+6281234567003", Village);
        await site.ChangeAsync(async db => db.Entry(await db.Complaints.SingleAsync(c => c.Id == complaint.Id)).Property(c => c.StatusType).CurrentValue = StatusType.Settled);
        var form = await browser.GetAsync("/intake");

        // Act
        var answer = await browser.PostAsync("/intake?handler=Add", false, [.. Fields(form, ("Form.Story", "Masih belum datang"), ("to", complaint.Reference))]);

        // Assert
        Assert.Equal(409, answer.Status);
        Assert.NotEmpty(answer.Text("[data-errors]"));
        Assert.Equal("Masih belum datang", answer.One("#Form_Story").TextContent.Trim());
    }

    [Fact]
    public async Task Nobody_registers_for_themselves()
    {
        // Arrange: a colleague who complained from the chat that is linked to her account.
        var staff = await site.StaffAsync(Role.Frontoffice, Village);
        var conversation = await site.ConversationAsync();
        await site.AddAsync(new Core.Conversations.StaffChat { Id = SequentialId.Next(site.Clock.UtcNow), StaffId = staff.Id, ConversationId = conversation.Id, LinkedAt = site.Clock.UtcNow });
        await LodgeAsync("Rina", "+6281234567004", Village, conversation.Id);
        var browser = await site.SignedInAsync(staff);
        var form = await browser.GetAsync("/intake");

        // Act
        var name = await SaveAsync(browser, form, ("Form.Name", staff.Name.ToUpperInvariant()));
        var phone = await SaveAsync(browser, form, ("Form.Name", "Rina"), ("Form.Phone", "0812-3456-7004"));
        var colleague = await site.SignedInAsync(Role.Frontoffice, Village);
        var byColleague = await SaveAsync(colleague, await colleague.GetAsync("/intake"), ("Form.Name", "Rina"), ("Form.Phone", "0812-3456-7004"));

        // Assert
        Assert.Equal((422, "#Form_Name"), (name.Status, name.One("[data-errors] a").GetAttribute("href")));
        Assert.Equal((422, "#Form_Phone"), (phone.Status, phone.One("[data-errors] a").GetAttribute("href")));
        Assert.Equal(303, byColleague.Status);
    }

    [Fact]
    public async Task Without_a_name_nothing_personal_is_kept()
    {
        // Arrange
        var staff = await site.StaffAsync(Role.Frontoffice, Village);
        var browser = await site.SignedInAsync(staff);

        // Act
        var saved = await SaveAsync(browser, await browser.GetAsync("/intake"), ("Form.IsAnonymous", "true"), ("Form.Phone", "081234567005"), ("Form.NationalId", "3204374506780012"), ("Form.Consent", ""));

        // Assert
        Assert.Equal(303, saved.Status);
        var complaint = await OfStaffAsync(staff);
        Assert.True(complaint.IsAnonymous);
        Assert.All([complaint.ReporterName, complaint.Phone, complaint.NationalId], Assert.Null);
        Assert.All([complaint.PhoneIndex, complaint.NationalIdIndex, complaint.NationalIdTail], Assert.Null);
        Assert.Null((await site.ReadAsync(db => db.ComplaintIntakes.SingleAsync(i => i.ComplaintId == complaint.Id))).Consent);
    }

    [Fact]
    public async Task An_odd_NIK_is_asked_about_once()
    {
        // Arrange: a birth date that no calendar has.
        var browser = await site.SignedInAsync(Role.Frontoffice, Village);
        var form = await browser.GetAsync("/intake");

        // Act
        var asked = await SaveAsync(browser, form, ("Form.NationalId", "3204379999780012"));
        var again = await browser.SubmitAsync(asked, "#intake");

        // Assert
        Assert.Equal(422, asked.Status);
        Assert.Equal(303, again.Status);
    }

    [Fact]
    public async Task What_is_confidential_has_a_receipt_and_no_page_for_who_registered_it()
    {
        // Arrange
        var staff = await site.StaffAsync(Role.Frontoffice, Village);
        var browser = await site.SignedInAsync(staff);

        // Act
        var saved = await SaveAsync(browser, await browser.GetAsync("/intake"), ("Form.Category", "P5"), ("Form.Concerns", "village_office"), ("Form.OfficialName", "Pak Dadang"));
        var receipt = await browser.GetAsync(saved.Location!);
        var complaint = await OfStaffAsync(staff);
        var colleague = await (await site.SignedInAsync(Role.Manager)).GetAsync(saved.Location!);
        var opened = await browser.GetAsync($"/complaints/{complaint.Reference}");
        site.Clock.Advance(TimeSpan.FromHours(25));
        var dayAfter = await (await site.SignedInAsync(staff)).GetAsync(saved.Location!);

        // Assert
        Assert.Equal((200, Concern.VillageOffice), (receipt.Status, complaint.Concerns));
        Assert.Contains(complaint.Reference, receipt.Text("#receipt"), StringComparison.Ordinal);
        Assert.Null(receipt.Document.QuerySelector($"a[href='/complaints/{complaint.Reference}']"));
        Assert.Equal([404, 404, 404], [opened.Status, colleague.Status, dayAfter.Status]);
    }

    [Fact]
    public async Task A_name_of_several_villages_is_asked_about_and_one_of_elsewhere_is_refused()
    {
        // Arrange
        var areas = site.Services.GetRequiredService<Core.Areas.AreaCatalogue>();
        var twin = areas.Districts("32.04").SelectMany(d => areas.Villages(d.Code)).First(areas.IsRepeated);
        var browser = await site.SignedInAsync(Role.Manager);
        var village = await site.SignedInAsync(Role.Facilitator, Village);

        // Act
        var asked = await SaveAsync(browser, await browser.GetAsync("/intake"), ("Form.Place", twin.Name));
        var chosen = await browser.SubmitAsync(asked, "#intake", fields: [("Village", twin.Code)]);
        var elsewhere = await SaveAsync(village, await village.GetAsync("/intake"), ("Form.Place", areas.Path(TestData.Village)));

        // Assert
        Assert.Equal(422, asked.Status);
        Assert.True(asked.Document.QuerySelectorAll("#near input").Length > 1);
        Assert.Equal(303, chosen.Status);
        Assert.Equal((422, "#Form_Place"), (elsewhere.Status, elsewhere.One("[data-errors] a").GetAttribute("href")));
    }

    private static (string Name, string Value)[] Fields(Answer form, params (string Name, string Value)[] fields) =>
        [("csrf", form.One("#intake input[name=csrf]").GetAttribute("value")!), ("DraftId", form.One("input[name=DraftId]").GetAttribute("value")!), .. fields];

    private static string? Value(Answer answer, string field) => answer.One($"#Form_{field}") is AngleSharp.Html.Dom.IHtmlSelectElement select
        ? select.Value
        : answer.One($"#Form_{field}").GetAttribute("value");

    private static Task<Answer> SaveAsync(Browser browser, Answer form, params (string Name, string Value)[] fields)
    {
        (string Name, string Value)[] usual =
            [("Form.Name", "Entin"), ("Form.Story", "Beras tidak datang tiga bulan"), ("Form.Category", "P1"), ("Form.Consent", "self"), ("Form.Place", Village)];
        return browser.SubmitAsync(form, "#intake", false, [.. usual.Where(u => fields.All(f => f.Name != u.Name)), .. fields]);
    }

    private async Task<Complaint> LodgeAsync(string name, string phone, string village, Guid? chat = null)
    {
        var conversation = chat ?? (await site.ConversationAsync()).Id;
        var input = TestData.Story(conversation, "P1", village) with { ReporterName = name, Phone = phone, DraftId = SequentialId.Next(site.Clock.UtcNow) };
        return (await site.Units.RunAsync<LodgeComplaint, Complaint>(
            (act, cancel) => act.DoAsync(input, Provenance.Resident(conversation, "telegram", site.Clock.UtcNow), cancel), default)).Value;
    }

    private Task<Complaint> OfStaffAsync(StaffMember staff) => site.ReadAsync(db => db.Complaints.SingleAsync(c => c.AssistedBy == staff.Id));
}
