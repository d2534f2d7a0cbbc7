using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SlrtBot.Console.Tests.Site;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Tests.Security;

/// <summary>The form that a page opens over itself when its session has ended, and what that page gets afterwards (docs/checks.md, A-17).</summary>
[Collection(ConsoleTests.Name)]
public sealed class SignInAgainTests(ConsoleSite site)
{
    private const string Words = "Ibu Enok minta dikunjungi hari Senin pagi.";
    private const string Place = "div#again-form";
    private static int _addresses;

    [Fact]
    public async Task The_form_stands_alone_and_leads_to_who_is_signed_in_now()
    {
        // Arrange
        var staff = await site.StaffAsync(Role.Analyst);
        var browser = site.Browser();
        var form = await AskAsync(browser);

        // Act
        var entered = await EnterAsync(browser, form, staff.UserName, ConsoleSite.Password);
        var session = await browser.GetAsync(entered.Location!, fragment: true, target: Place);

        // Assert
        Assert.Equal(200, form.Status);
        Assert.Empty(form.Texts("main, h1, title"));
        Assert.Empty(AssertHtml.Inline(form.Document));
        Assert.Equal((303, "/session"), (entered.Status, entered.Location));
        Assert.Equal(staff.Id.ToString("N"), session.One("[data-again]").GetAttribute("data-user"));
        Assert.Empty(session.Texts("title"));
        Assert.Equal(["staff.signed_in"], await AuditAsync(staff));
    }

    [Fact]
    public async Task What_met_the_end_of_a_session_is_taken_with_the_new_token_and_only_then()
    {
        // Arrange
        var staff = await site.StaffAsync(Role.Analyst);
        var browser = await site.SignedInAsync(staff);
        var complaint = await site.LodgeAsync();
        var page = await browser.GetAsync($"/complaints/{complaint.Reference}");
        const string note = "form[action*='/note']";
        site.Clock.Advance(TimeSpan.FromMinutes(31));

        // Act
        var ended = await browser.SubmitAsync(page, note, fragment: true, ("Text", Words));
        var notesThen = await NotesAsync(complaint.Id);
        var entered = await EnterAsync(browser, await AskAsync(browser), staff.UserName, ConsoleSite.Password);
        var token = (await browser.GetAsync(entered.Location!, fragment: true)).One("[data-again]").GetAttribute("data-token")!;
        var sent = await browser.SubmitAsync(page, note, fragment: true, ("Text", Words), ("csrf", token));

        // Assert
        Assert.Equal((401, 0), (ended.Status, notesThen));
        Assert.Empty(ended.Body);
        Assert.Equal((303, 1), (sent.Status, await NotesAsync(complaint.Id)));
        Assert.Contains((await browser.GetAsync($"/complaints/{complaint.Reference}")).Texts(".words"), w => w.Contains(Words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wrong_password_is_said_in_place_and_told_to_the_audit()
    {
        // Arrange
        var staff = await site.StaffAsync(Role.Analyst);
        var browser = site.Browser();

        // Act
        var wrong = await EnterAsync(browser, await AskAsync(browser), staff.UserName, "salah salah salah");
        var right = await EnterAsync(browser, wrong, staff.UserName, ConsoleSite.Password);

        // Assert
        Assert.Equal(422, wrong.Status);
        Assert.Contains("Nama pengguna atau kata sandi salah.", wrong.Text("[role=alert]"), StringComparison.Ordinal);
        Assert.Equal(staff.UserName, wrong.One<IHtmlInputElement>("#again_user").Value);
        Assert.Empty(wrong.One<IHtmlInputElement>("#again_password").Value);
        Assert.Equal(303, right.Status);
        Assert.Equal(["staff.sign_in_refused", "staff.signed_in"], await AuditAsync(staff));
    }

    [Fact]
    public async Task Too_many_tries_wait_here_as_they_do_on_the_page()
    {
        // Arrange
        var staff = await site.StaffAsync(Role.Analyst);
        var browser = site.Browser($"203.0.114.{Interlocked.Increment(ref _addresses)}");
        var form = await AskAsync(browser);

        // Act
        var statuses = new List<int>();
        for (var i = 0; i <= SignInPace.FreeTries; i++)
        {
            statuses.Add((await EnterAsync(browser, form, staff.UserName, "salah salah salah")).Status);
        }

        var right = await EnterAsync(browser, form, staff.UserName, ConsoleSite.Password);

        // Assert
        Assert.Equal([422, 422, 422, 422, 429], statuses);
        Assert.Equal((429, "30"), (right.Status, right.Header("Retry-After")));
        Assert.Contains("Coba lagi dalam 1 menit", right.Text("[role=alert]"), StringComparison.Ordinal);
        Assert.NotNull(right.One("form[data-again]"));
    }

    [Fact]
    public async Task Somebody_else_is_named_as_somebody_else_and_the_first_ones_form_is_not_taken()
    {
        // Arrange
        var first = await site.StaffAsync(Role.Analyst);
        var second = await site.StaffAsync(Role.Analyst);
        var browser = await site.SignedInAsync(first);
        var complaint = await site.LodgeAsync();
        var page = await browser.GetAsync($"/complaints/{complaint.Reference}");
        site.Clock.Advance(TimeSpan.FromMinutes(31));

        // Act
        var entered = await EnterAsync(browser, await AskAsync(browser), second.UserName, ConsoleSite.Password);
        var session = await browser.GetAsync(entered.Location!, fragment: true);
        var sent = await browser.SubmitAsync(page, "form[action*='/note']", fragment: true, ("Text", Words));

        // Assert
        Assert.Equal(second.Id.ToString("N"), session.One("[data-again]").GetAttribute("data-user"));
        Assert.NotEqual(page.One("body").GetAttribute("data-user"), session.One("[data-again]").GetAttribute("data-user"));
        Assert.Equal((400, 0), (sent.Status, await NotesAsync(complaint.Id)));
    }

    [Fact]
    public async Task Who_was_deactivated_meanwhile_is_out_and_does_not_come_in_again()
    {
        // Arrange
        var staff = await site.StaffAsync(Role.Analyst);
        var browser = await site.SignedInAsync(staff);
        await site.ChangeAsync(async db => (await db.StaffMembers.SingleAsync(s => s.Id == staff.Id)).IsActive = false);

        // Act
        var ended = await browser.GetAsync("/queue", fragment: true);
        var entered = await EnterAsync(browser, await AskAsync(browser), staff.UserName, ConsoleSite.Password);

        // Assert
        Assert.Equal(401, ended.Status);
        Assert.Equal(422, entered.Status);
        Assert.Contains("Nama pengguna atau kata sandi salah.", entered.Text("[role=alert]"), StringComparison.Ordinal);
        Assert.Equal(401, (await browser.GetAsync("/session", fragment: true)).Status);
        Assert.Equal(["staff.signed_in", "staff.sign_in_refused"], await AuditAsync(staff));
    }

    [Fact]
    public async Task Who_is_signed_in_already_gets_a_token_instead_of_the_form()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Analyst);

        // Act
        var answer = await AskAsync(browser);

        // Assert
        Assert.Equal((302, "/session"), (answer.Status, answer.Location));
    }

    [Fact]
    public async Task Without_the_page_that_it_was_made_for_the_form_is_refused()
    {
        // Arrange
        var staff = await site.StaffAsync(Role.Analyst);
        var browser = site.Browser();
        var form = await AskAsync(browser);

        // Act
        var answer = await browser.SubmitAsync(form, "form", fields: [("UserName", staff.UserName), ("Password", ConsoleSite.Password), ("csrf", "made-up")]);

        // Assert
        Assert.Equal(400, answer.Status);
        Assert.Empty(await AuditAsync(staff));
    }

    private static Task<Answer> AskAsync(Browser browser) => browser.GetAsync("/sign-in", fragment: true, target: Place);

    private static async Task<Answer> EnterAsync(Browser browser, Answer form, string userName, string password)
    {
        var values = form.One<IHtmlFormElement>("form").Elements.OfType<IHtmlInputElement>().Where(i => i.Name is not null).ToDictionary(i => i.Name!, i => i.Value);
        values["UserName"] = userName;
        values["Password"] = password;
        return await browser.PostAsync("/sign-in", fragment: true, Place, [.. values.Select(v => (v.Key, v.Value))]);
    }

    private Task<int> NotesAsync(Guid complaint) => site.ReadAsync(db => db.ComplaintNotes.CountAsync(n => n.ComplaintId == complaint));

    private Task<List<string>> AuditAsync(StaffMember staff) => site.ReadAsync(db =>
        db.AuditActs.Where(a => a.SubjectId == staff.Id).OrderBy(a => a.Id).Select(a => a.Verb).ToListAsync());
}
