using Microsoft.EntityFrameworkCore;
using SlrtBot.Console.Tests.Site;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Talks;
using SlrtBot.TestKit;

namespace SlrtBot.Console.Tests.Pages;

/// <summary>Chats in officers' hands, as the console shows them.</summary>
[Collection(ConsoleTests.Name)]
public sealed class ConversationTests(ConsoleSite site)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_officer_takes_a_chat_writes_in_it_and_gives_it_back(bool fragment)
    {
        // Arrange
        var staff = await site.StaffAsync(Role.Coordinator);
        var browser = await site.SignedInAsync(staff);
        var id = await RequestAsync();

        // Act
        var list = await browser.GetAsync("/conversations");
        var waiting = await browser.GetAsync($"/conversations/{id}");
        var taken = await browser.SubmitAsync(waiting, "form[action*='Take']", fragment);
        var mine = await browser.GetAsync($"/conversations/{id}", fragment);
        var reply = await browser.SubmitAsync(mine, "form[action*='Reply']", fragment, ("Text", "Selamat siang, ada yang bisa dibantu?"));
        var again = await browser.SubmitAsync(mine, "form[action*='Reply']", fragment, ("Text", "Selamat siang, ada yang bisa dibantu?"));
        var back = await browser.SubmitAsync(mine, "form[action*='GiveBack']", fragment);
        var after = await browser.GetAsync($"/conversations/{id}");

        // Assert
        Assert.NotNull(list.Document.QuerySelector($"#talks-waiting #talk-{id:N}"));
        Assert.Equal((303, 303, 303, 303), (taken.Status, reply.Status, again.Status, back.Status));
        Assert.Null(waiting.Document.QuerySelector("form[action*='Reply']"));
        AssertHtml.IsSound(waiting);
        AssertHtml.IsSound(after);
        var thread = after.Text("#thread");
        Assert.Contains($"Sekarang Anda berbicara dengan {staff.Name}", thread, StringComparison.Ordinal);
        Assert.Contains("Petugas selesai. Saya, bot, kembali membantu.", thread, StringComparison.Ordinal);
        var sent = await site.ReadAsync(db => db.OutboundMessages.Where(m => m.ConversationId == id && m.Kind == OutboundKind.Staff).ToListAsync());
        Assert.Equal(staff.Id, Assert.Single(sent).StaffId);
        Assert.Equal(
            ["handover.requested", "conversation.viewed", "handover.taken", "handover.replied", "handover.ended"],
            await site.ReadAsync(db => db.AuditActs.Where(a => a.SubjectId == id).OrderBy(a => a.Id).Select(a => a.Verb).ToListAsync()));
    }

    [Fact]
    public async Task Who_comes_second_hears_who_was_first_and_keeps_the_words()
    {
        // Arrange
        var first = await site.StaffAsync(Role.Frontoffice);
        var second = await site.SignedInAsync(Role.Frontoffice);
        var quick = await site.SignedInAsync(first);
        var id = await RequestAsync();
        var seen = await second.GetAsync($"/conversations/{id}");
        _ = await quick.SubmitAsync(await quick.GetAsync($"/conversations/{id}"), "form[action*='Take']");

        // Act
        var late = await second.SubmitAsync(seen, "form[action*='Take']");

        // Assert
        Assert.Equal(409, late.Status);
        Assert.Contains(first.Name, late.Text("#head"), StringComparison.Ordinal);
        Assert.Null(late.Document.QuerySelector("form[action*='Reply']"));
    }

    [Fact]
    public async Task An_empty_reply_is_refused_at_its_field()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Frontoffice);
        var id = await RequestAsync();
        _ = await browser.SubmitAsync(await browser.GetAsync($"/conversations/{id}"), "form[action*='Take']");

        // Act
        var answer = await browser.SubmitAsync(await browser.GetAsync($"/conversations/{id}"), "form[action*='Reply']", fields: [("Text", " ")]);

        // Assert
        Assert.Equal(422, answer.Status);
        Assert.NotEmpty(answer.Text("#Text_error"));
    }

    [Fact]
    public async Task Chats_of_other_areas_and_of_sensitive_complaints_stay_closed()
    {
        // Arrange
        var ours = (await site.LodgeAsync(village: TestData.Village)).ConversationId!.Value;
        var sensitive = (await site.LodgeAsync("P2")).ConversationId!.Value;
        var elsewhere = await site.SignedInAsync(Role.Facilitator, TestData.OtherVillage);
        var here = await site.SignedInAsync(Role.Facilitator, TestData.Village);
        var trusted = await site.SignedInAsync(Role.Manager, readsSensitive: true);

        // Act, Assert
        Assert.Equal(404, (await elsewhere.GetAsync($"/conversations/{ours}")).Status);
        Assert.Equal(200, (await here.GetAsync($"/conversations/{ours}")).Status);
        Assert.Equal(404, (await here.GetAsync($"/conversations/{sensitive}")).Status);
        Assert.Equal(200, (await trusted.GetAsync($"/conversations/{sensitive}")).Status);
        Assert.Equal(404, (await elsewhere.GetAsync($"/conversations/{Guid.Empty}")).Status);
    }

    [Fact]
    public async Task An_emergency_stands_on_top_of_those_who_wait_longer_and_says_whether_it_is_safe()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Coordinator);
        var early = await RequestAsync();
        var alarmed = await site.ConversationAsync();
        await AlarmAsync<RaiseAlarm, Talk>(alarmed, (act, by, cancel) => act.DoAsync(alarmed, new Cry("tolong kebakaran"), by, cancel));
        await AlarmAsync<AnswerAlarm, Done>(alarmed, (act, by, cancel) => act.DoAsync(alarmed, Danger.Unsafe, by, cancel));

        // Act
        var list = await browser.GetAsync("/conversations");
        var one = await browser.GetAsync($"/conversations/{alarmed.Id}");
        await AlarmAsync<AnswerAlarm, Done>(alarmed, (act, by, cancel) => act.DoAsync(alarmed, Danger.FalseAlarm, by, cancel));
        var after = await browser.GetAsync("/conversations");

        // Assert
        var rows = list.Document.QuerySelectorAll("[data-row]").Select(r => r.Id).ToList();
        Assert.NotNull(list.Document.QuerySelector($"#talks-unreached #talk-{alarmed.Id:N}"));
        Assert.True(rows.IndexOf($"talk-{alarmed.Id:N}") < rows.IndexOf($"talk-{early:N}"));
        Assert.Contains("Darurat", list.Text($"#talk-{alarmed.Id:N} .badge-s.bad"), StringComparison.Ordinal);
        Assert.Contains("tidak aman", one.Text("#danger"), StringComparison.Ordinal);
        Assert.Contains("bukan darurat", after.Text($"#talk-{alarmed.Id:N}"), StringComparison.Ordinal);
        Assert.Null(after.Document.QuerySelector($"#talk-{alarmed.Id:N} .bad"));
        Assert.All([list, one, after], AssertHtml.IsSound);
    }

    [Fact]
    public async Task Where_it_is_and_who_is_there_stand_on_the_card_and_under_the_village()
    {
        // Arrange: the chat of nobody known, in no village.
        var alarmed = await site.ConversationAsync();
        var desk = await site.SignedInAsync(Role.Coordinator);
        var village = await site.SignedInAsync(Role.Facilitator, TestData.Village);
        await AlarmAsync<RaiseAlarm, Talk>(alarmed, (act, by, cancel) => act.DoAsync(alarmed, new Cry("tolong bapak saya pingsan", DangerKind.Illness), by, cancel));
        var before = await village.GetAsync("/conversations");

        // Act
        await AlarmAsync<NoteWhereabouts, Talk>(alarmed, (act, by, cancel) => act.DoAsync(
            alarmed, new Whereabouts("kp babakan rt 3", "-7.025,107.519", TestData.Village, "ibu", "0812-3456-7890"), by, cancel));
        var home = await desk.GetAsync("/");
        var one = await desk.GetAsync($"/conversations/{alarmed.Id}");
        var after = await village.GetAsync("/conversations");

        // Assert
        Assert.Null(before.Document.QuerySelector($"#talk-{alarmed.Id:N}"));
        Assert.NotNull(after.Document.QuerySelector($"#talk-{alarmed.Id:N}"));
        Assert.NotNull(home.Document.QuerySelector("#tile-unreached.bad"));
        var card = one.Text("#alarm");
        Assert.All(
            ["Sakit, luka, melahirkan", "kp babakan rt 3", "-7.025,107.519", "ibu", "0812-3456-7890", "tolong bapak saya pingsan", "kepentingan vital"],
            part => Assert.Contains(part, card, StringComparison.Ordinal));
        Assert.All([home, one, after], AssertHtml.IsSound);
    }

    [Fact]
    public async Task A_sensitive_emergency_is_for_those_alone_who_may_read_such()
    {
        // Arrange
        var ordinary = await site.SignedInAsync(Role.Coordinator);
        var trusted = await site.SignedInAsync(Role.Coordinator, readsSensitive: true);
        var asked = await RequestAsync();
        var conversation = await site.ReadAsync(async db => (await db.Conversations.FindAsync(asked))!);
        await AlarmAsync<RaiseAlarm, Talk>(conversation, (act, by, cancel) => act.DoAsync(conversation, new Cry("saya dipukul suami", DangerKind.Violence, IsSensitive: true), by, cancel));

        // Act, Assert
        Assert.Null((await ordinary.GetAsync("/conversations")).Document.QuerySelector($"#talk-{asked:N}"));
        Assert.Equal(404, (await ordinary.GetAsync($"/conversations/{asked}")).Status);
        Assert.NotNull((await trusted.GetAsync("/conversations")).Document.QuerySelector($"#talk-{asked:N}"));
    }

    [Fact]
    public async Task A_talk_that_nobody_took_is_listed_for_a_week_and_leads_to_the_chat()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Coordinator);
        var id = await RequestAsync();
        await site.Units.RunAsync<EndTalk, bool>(
            (act, cancel) => act.DoAsync(id, TalkEnd.Missed, null, Provenance.Job("waiting-talks", site.Clock.UtcNow), cancel), CancellationToken.None);
        await site.ChangeAsync(async db => (await db.Talks.SingleAsync(h => h.ConversationId == id)).EndedAt = site.Clock.UtcNow.AddDays(-5));

        // Act
        var list = await browser.GetAsync("/conversations");
        var one = await browser.GetAsync($"/conversations/{id}");

        // Assert
        Assert.NotNull(list.Document.QuerySelector($"#talks-missed #talk-{id:N}"));
        Assert.Equal(200, one.Status);
        AssertHtml.IsSound(list);
    }

    private Task<Outcome<T>> AlarmAsync<TAct, T>(Conversation conversation, Func<TAct, Provenance, CancellationToken, Task<Outcome<T>>> act)
        where TAct : notnull =>
        site.Units.RunAsync<TAct, T>(
            (found, cancel) => act(found, Provenance.Resident(conversation.Id, "telegram", site.Clock.UtcNow), cancel), CancellationToken.None);

    private async Task<Guid> RequestAsync()
    {
        var conversation = await site.ConversationAsync();
        _ = await site.Units.RunAsync<RequestOfficer, Talk>(
            (act, cancel) => act.DoAsync(conversation, Provenance.Resident(conversation.Id, "telegram", site.Clock.UtcNow), cancel), CancellationToken.None);
        return conversation.Id;
    }
}
