using Microsoft.EntityFrameworkCore;
using SlrtBot.Console.Tests.Site;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.DataRequests;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Referrals;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Talks;
using SlrtBot.TestKit;

namespace SlrtBot.Console.Tests.Pages;

/// <summary>
/// Whoever is shown what a resident said is written down, however it came to be shown: every page with personal words, opened
/// and after every kind of refusal, by somebody who has not opened anything before.
/// </summary>
[Collection(ConsoleTests.Name)]
public sealed class ViewedTests(ConsoleSite site)
{
    private const string Name = "Entin Rahayu";

    /// <summary>How a page can be shown, and the answer's status.</summary>
    private static readonly Dictionary<string, Way> OfComplaint = new()
    {
        ["the work page"] = new(200, ""),
        ["a step on an older version"] = new(409, "/move", ("Verb", "review"), ("Version", "99"), ("Seen", "received")),
        ["a step without its message"] = new(422, "/move", ("Verb", "ask_resident"), ("Version", "1"), ("Seen", "received")),
        ["a step that is not taken from here"] = new(409, "/move", ("Verb", "approve_visit"), ("Version", "1"), ("Seen", "received")),
        ["an empty note"] = new(422, "/note", ("Text", " ")),
        ["an empty message"] = new(422, "/write", ("Text", " ")),
        ["taking what a colleague holds"] = new(409, "/assign", ("Take", "true")),
        ["a kind that is none"] = new(422, "/classify", ("Kind", "zzz")),
        ["a kind on an older version"] = new(409, "/classify", ("Kind", "question"), ("Version", "99")),
        ["a consent without its way"] = new(422, "/consent", ("Way", "")),
        ["the form of the slip"] = new(200, "/slip"),
        ["a slip without a relation"] = new(422, "/slip", ("Relation", "")),
        ["the form of a referral"] = new(200, "/refer"),
        ["a referral without its partner"] = new(422, "/refer", ("Words", ""), ("Version", "1")),
    };

    public static TheoryData<string, bool> WaysToAComplaint()
    {
        var data = new TheoryData<string, bool>();
        foreach (var way in OfComplaint.Keys)
        {
            data.Add(way, false);
            data.Add(way, true);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(WaysToAComplaint))]
    public async Task Whoever_is_shown_a_complaint_has_viewed_it(string way, bool fragment)
    {
        // Arrange
        var (status, path, form) = OfComplaint[way];
        var complaint = await site.LodgeAsync(name: Name);
        var colleague = await site.StaffAsync(Role.Manager);
        await site.ChangeAsync(async db =>
        {
            var row = await db.Complaints.SingleAsync(c => c.Id == complaint.Id);
            row.AssignedTo = colleague.Id;
            db.Entry(row).Property(c => c.Status).CurrentValue = path == "/refer" ? ComplaintStatus.InReview : row.Status;
        });
        if (path == "/refer")
        {
            await TestData.AnalyseAsync(site.Units, complaint, site.Clock.UtcNow);
        }

        var reader = await site.StaffAsync(Role.Manager);
        var browser = await site.SignedInAsync(reader);
        var address = $"/complaints/{complaint.Reference}{path}";

        // Act
        var answer = form.Length == 0
            ? await browser.GetAsync(address, fragment)
            : await browser.PostAsync(address, fragment, [("csrf", await TokenAsync(browser)), ("Key", NewKey()), .. form]);
        var seen = await ViewsAsync(reader, complaint.Id);
        _ = await browser.GetAsync($"/complaints/{complaint.Reference}");

        // Assert
        Assert.Equal(status, answer.Status);
        Assert.Contains(complaint.Reference, answer.Body, StringComparison.Ordinal);
        Assert.Equal(["complaint.viewed"], seen);
        Assert.Equal(["complaint.viewed"], await ViewsAsync(reader, complaint.Id));
    }

    [Theory]
    [InlineData("", null, 200)]
    [InlineData("/answer", "accept", 409)]
    [InlineData("/answer", "decline", 422)]
    [InlineData("/letter", null, 200)]
    public async Task Whoever_is_shown_a_referral_has_viewed_its_complaint(string path, string? verb, int status)
    {
        // Arrange
        var (complaint, referral) = await ReferredAsync();
        var reader = await site.StaffAsync(Role.Manager);
        var browser = await site.SignedInAsync(reader);
        var version = verb == "accept" ? 99 : referral.Version;

        // Act
        var answer = verb is null
            ? await browser.GetAsync($"/referrals/{referral.Number}{path}")
            : await browser.PostAsync(
                $"/referrals/{referral.Number}{path}", false, ("csrf", await TokenAsync(browser)), ("Verb", verb), ("Version", $"{version}"));

        // Assert
        Assert.Equal(status, answer.Status);
        Assert.Contains("Mohon pengobatan", answer.Body, StringComparison.Ordinal);
        Assert.Equal(["complaint.viewed"], await ViewsAsync(reader, complaint.Id));
    }

    [Theory]
    [InlineData(null, 200)]
    [InlineData("Reply", 409)]
    [InlineData("ResetPin", 422)]
    public async Task Whoever_is_shown_a_chat_has_viewed_it(string? handler, int status)
    {
        // Arrange
        var conversation = await site.ConversationAsync();
        _ = await site.Units.RunAsync<RequestOfficer, Talk>(
            (act, cancel) => act.DoAsync(conversation, Provenance.Resident(conversation.Id, "telegram", site.Clock.UtcNow), cancel), default);
        var reader = await site.StaffAsync(Role.Coordinator);
        var browser = await site.SignedInAsync(reader);

        // Act
        var answer = handler is null
            ? await browser.GetAsync($"/conversations/{conversation.Id}")
            : await browser.PostAsync($"/conversations/{conversation.Id}?handler={handler}", false, ("csrf", await TokenAsync(browser)), ("Key", NewKey()), ("Text", "Halo"));

        // Assert
        Assert.Equal(status, answer.Status);
        Assert.Equal(["conversation.viewed"], await ViewsAsync(reader, conversation.Id));
    }

    [Theory]
    [InlineData(false, 200)]
    [InlineData(true, 422)]
    public async Task Whoever_is_shown_a_request_about_data_has_viewed_it(bool refused, int status)
    {
        // Arrange
        var conversation = await site.ConversationAsync();
        var request = (await site.Units.RunAsync<OpenRequest, DataRequest>(
            (act, cancel) => act.DoAsync(
                conversation, new(DataRequestKind.Correct, "nama saya salah tulis"), Provenance.Resident(conversation.Id, "telegram", site.Clock.UtcNow), cancel),
            default)).Value;
        var reader = await site.StaffAsync(Role.Manager);
        var browser = await site.SignedInAsync(reader);

        // Act
        var answer = refused
            ? await browser.PostAsync($"/requests/{request.Id}", false, ("csrf", await TokenAsync(browser)), ("Grant", "false"), ("Version", "0"))
            : await browser.GetAsync($"/requests/{request.Id}");

        // Assert
        Assert.Equal(status, answer.Status);
        Assert.Contains("nama saya salah tulis", answer.Body, StringComparison.Ordinal);
        Assert.Equal(["rights.viewed"], await ViewsAsync(reader, request.Id));
    }

    /// <summary>As a form carries it, so that what is sent twice is done once.</summary>
    private string NewKey() => $"{SequentialId.Next(site.Clock.UtcNow)}";

    private static async Task<string> TokenAsync(Browser browser) =>
        (await browser.GetAsync("/account")).One("input[name=csrf]").GetAttribute("value")!;

    private async Task<(Complaint Complaint, Referral Referral)> ReferredAsync()
    {
        var complaint = await site.LodgeAsync("N1", TestData.Village, name: Name);
        var partner = await site.PartnerAsync();
        var manager = TestData.Staff(Role.Manager);
        var sender = await site.StaffAsync(Role.Manager);
        manager = manager with { StaffId = sender.Id };
        await site.ChangeAsync(async db =>
            db.Entry(await db.Complaints.SingleAsync(c => c.Id == complaint.Id)).Property(c => c.Status).CurrentValue = ComplaintStatus.InReview);
        await TestData.AnalyseAsync(site.Units, complaint, site.Clock.UtcNow);
        var version = await site.ReadAsync(db => db.Complaints.Where(c => c.Id == complaint.Id).Select(c => c.Version).SingleAsync());
        var input = new ReferComplaintInput(
            SequentialId.Next(site.Clock.UtcNow), complaint.Id, version, partner.Id, null, "Mohon pengobatan",
            site.Today.AddDays(7), "chat");
        var referral = await site.Units.RunAsync<ReferComplaint, Referral>(
            (act, cancel) => act.DoAsync(input, manager, Provenance.Staff(sender.Id, site.Clock.UtcNow), cancel), default);
        return (complaint, referral.Value);
    }

    private Task<List<string>> ViewsAsync(StaffMember reader, Guid subject) => site.ReadAsync(db => db.AuditActs
        .Where(a => a.SubjectId == subject && a.ActorId == reader.Id && a.Verb.EndsWith(".viewed")).OrderBy(a => a.Id).Select(a => a.Verb).ToListAsync());

    private sealed record Way(int Status, string Path, params (string Name, string Value)[] Form);
}
