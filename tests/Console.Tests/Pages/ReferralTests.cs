using Microsoft.EntityFrameworkCore;
using SlrtBot.Console.Tests.Site;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Referrals;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;

namespace SlrtBot.Console.Tests.Pages;

[Collection(ConsoleTests.Name)]
public sealed class ReferralTests(ConsoleSite site)
{
    [Fact]
    public async Task A_referral_goes_out_once_with_consent_and_the_resident_is_told()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Manager);
        var (complaint, form) = await FormAsync(browser);
        var partner = await site.PartnerAsync();

        // Act
        (string, string)[] fields = [("Partner", partner.Id.ToString()), ("Words", "Mohon pengobatan"), ("Consent", "spoken")];
        var first = await browser.SubmitAsync(form, "main form", fields: fields);
        var second = await browser.SubmitAsync(form, "main form", fields: fields);
        var page = await browser.GetAsync(first.Location!);

        // Assert
        Assert.Equal(303, first.Status);
        Assert.Equal(first.Location, second.Location);
        Assert.Contains("Mohon pengobatan", page.Body, StringComparison.Ordinal);
        var referral = Assert.Single(await site.ReadAsync(db => db.Referrals.Where(r => r.ComplaintId == complaint.Id).ToListAsync()));
        Assert.Equal(ReferralStatus.Sent, referral.Status);
        Assert.Equal(ComplaintStatus.Referred, (await ReloadAsync(complaint)).Status);
        Assert.Contains("referral.sent", await site.ReadAsync(db => db.AuditActs.Where(a => a.SubjectId == referral.Id).Select(a => a.Verb).ToListAsync()));
        Assert.Contains("Dirujuk", (await browser.GetAsync($"/complaints/{complaint.Reference}")).Text("#head"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_consent_nothing_leaves_and_nothing_typed_is_lost()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Manager);
        var (complaint, form) = await FormAsync(browser);
        var partner = await site.PartnerAsync();

        // Act
        var answer = await browser.SubmitAsync(
            form, "main form", true, ("Partner", partner.Id.ToString()), ("Words", "Mohon pengobatan"), ("Consent", ""), ("DueOn", "2020-01-01"));

        // Assert
        Assert.Equal(422, answer.Status);
        Assert.Equal(["#DueOn", "#Consent"], answer.Document.QuerySelectorAll("[data-errors] a").Select(a => a.GetAttribute("href")));
        Assert.Equal("Mohon pengobatan", answer.Text("#Words"));
        Assert.Equal(partner.Id.ToString(), answer.One("#Partner option[selected]").GetAttribute("value"));
        Assert.Equal(0, await site.ReadAsync(db => db.Referrals.CountAsync(r => r.ComplaintId == complaint.Id)));
    }

    [Fact]
    public async Task Only_partners_of_the_place_are_offered()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Manager);
        var near = await site.PartnerAsync("32.04.44");
        var far = await site.PartnerAsync("32.04.37");

        // Act
        var (_, form) = await FormAsync(browser);

        // Assert
        var offered = form.Document.QuerySelectorAll("#Partner option").Select(o => o.GetAttribute("value")).ToList();
        Assert.Contains(near.Id.ToString(), offered);
        Assert.DoesNotContain(far.Id.ToString(), offered);
    }

    [Fact]
    public async Task What_the_resident_has_withdrawn_is_said_where_the_partner_still_works_on_it()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Manager);
        var (complaint, page) = await SentAsync(browser);
        await site.ChangeAsync(async db =>
        {
            var row = await db.Complaints.SingleAsync(c => c.Id == complaint.Id);
            db.Entry(row).Property(c => c.Status).CurrentValue = ComplaintStatus.Withdrawn;
            db.Entry(row).Property(c => c.StatusType).CurrentValue = StatusType.Settled;
        });

        // Act
        var referral = await browser.GetAsync(page.Path);
        var sheet = await browser.GetAsync($"/complaints/{complaint.Reference}");

        // Assert
        Assert.Contains("Warga sudah mencabut laporannya", referral.Text("#withdrawn"), StringComparison.Ordinal);
        Assert.Contains("Warga sudah mencabut laporannya", sheet.Text("#moves"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_record_what_the_partner_answers_and_the_complaint_moves_along()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Manager);
        var (complaint, page) = await SentAsync(browser);

        // Act
        var accepted = await browser.SubmitAsync(page, "form:has([value=accept])");
        page = await browser.GetAsync(accepted.Location!);
        var empty = await browser.SubmitAsync(page, "form:has([value=answer])", fields: [("Answer", " ")]);
        var answered = await browser.SubmitAsync(page, "form:has([value=answer])", fields: [("Answer", "Sudah diobati")]);
        var after = await browser.GetAsync(answered.Location!);
        var stale = await browser.SubmitAsync(page, "form:has([value=decline])", fields: [("Reason", "not_found"), ("Answer", "punya saya")]);

        // Assert
        Assert.Equal((303, 422, 303, 409), (accepted.Status, empty.Status, answered.Status, stale.Status));
        Assert.Equal("#move_answer_answer", empty.One("[data-errors] a").GetAttribute("href"));
        Assert.Contains("Sudah diobati", after.Body, StringComparison.Ordinal);
        Assert.Contains("punya saya", stale.Text("#conflict"), StringComparison.Ordinal);
        Assert.Equal(ComplaintStatus.Answered, (await ReloadAsync(complaint)).Status);
    }

    [Fact]
    public async Task The_letter_bears_what_the_partner_needs_and_its_opening_is_audited()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Manager);
        var (complaint, page) = await SentAsync(browser);

        // Act
        var letter = await browser.GetAsync(page.Path + "/letter");

        // Assert
        Assert.Contains("Dinas Kesehatan", letter.Text(".letter"), StringComparison.Ordinal);
        Assert.Contains("Siti Contoh", letter.Text(".letter"), StringComparison.Ordinal);
        Assert.Contains(complaint.Reference, letter.Text(".letter"), StringComparison.Ordinal);
        var referral = await site.ReadAsync(db => db.Referrals.SingleAsync(r => r.ComplaintId == complaint.Id));
        Assert.Matches("^PTG-[0-9A-Z]{4}-[0-9A-Z]{3}$", letter.Text("#badge"));
        Assert.Contains("referral.letter_opened", await site.ReadAsync(db => db.AuditActs.Where(a => a.SubjectId == referral.Id).Select(a => a.Verb).ToListAsync()));
    }

    [Fact]
    public async Task A_referral_elsewhere_is_not_found()
    {
        // Arrange
        var (_, page) = await SentAsync(await site.SignedInAsync(Role.Manager));
        var elsewhere = await site.SignedInAsync(Role.Supervisor, "32.04.37");

        // Act, Assert
        Assert.Equal(404, (await elsewhere.GetAsync(page.Path)).Status);
        Assert.Equal(404, (await elsewhere.GetAsync(page.Path + "/letter")).Status);
        Assert.DoesNotContain(page.Path, (await elsewhere.GetAsync("/referrals?view=all")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_complaint_that_cannot_be_referred_now_says_so()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Manager);
        var complaint = await site.LodgeAsync();

        // Act, Assert
        Assert.Equal(409, (await browser.GetAsync($"/complaints/{complaint.Reference}/refer")).Status);
    }

    private async Task<(Complaint Complaint, Answer Form)> FormAsync(Browser browser)
    {
        var complaint = await site.LodgeAsync("N1", TestData.Village);
        _ = await browser.SubmitAsync(await browser.GetAsync($"/complaints/{complaint.Reference}"), "form:has([value=review])");
        await TestData.AnalyseAsync(site.Units, complaint, site.Clock.UtcNow);
        return (complaint, await browser.GetAsync($"/complaints/{complaint.Reference}/refer"));
    }

    private async Task<(Complaint Complaint, Answer Page)> SentAsync(Browser browser)
    {
        var partner = await site.PartnerAsync();
        var (complaint, form) = await FormAsync(browser);
        var sent = await browser.SubmitAsync(
            form, "main form", fields: [("Partner", partner.Id.ToString()), ("Words", "Mohon pengobatan"), ("Consent", "chat")]);
        return (complaint, await browser.GetAsync(sent.Location!));
    }

    private Task<Complaint> ReloadAsync(Complaint complaint) => site.ReadAsync(db => db.Complaints.SingleAsync(c => c.Id == complaint.Id));
}
