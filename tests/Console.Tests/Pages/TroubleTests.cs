using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Console.Tests.Site;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;

namespace SlrtBot.Console.Tests.Pages;

/// <summary>Messages that need a person: listed, decided about, and nobody's words shown unasked.</summary>
[Collection(ConsoleTests.Name)]
public sealed class TroubleTests(ConsoleSite site)
{
    private const string Words = "anak saya sakit keras";

    [Fact]
    public async Task A_parked_message_is_listed_by_its_facts_and_its_words_are_shown_on_demand_and_audited()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Manager);
        var message = await ParkAsync();

        // Act
        var system = await browser.GetAsync("/system");
        var page = await browser.GetAsync($"/system/messages/{message.Id}");
        var shown = await browser.SubmitAsync(page, "form[action*='Reveal']");

        // Assert
        Assert.Contains("JsonException", system.Text($"#parked-{message.Id:N}"), StringComparison.Ordinal);
        Assert.All([system, page], p => Assert.DoesNotContain(Words, p.Body, StringComparison.Ordinal));
        Assert.Equal(Words, shown.Text("#words-title + p"));
        Assert.All([system, page, shown], AssertHtml.IsSound);
        Assert.Equal(["message.revealed"], await AuditAsync(message.Id));
    }

    [Fact]
    public async Task Words_stay_closed_to_an_administrator_and_for_another_regencys_chat()
    {
        // Arrange
        var message = await ParkAsync();
        var administrator = await site.SignedInAsync(Role.Administrator);
        var elsewhere = await site.SignedInAsync(Role.Manager, "32.05");

        // Act
        var page = await administrator.GetAsync($"/system/messages/{message.Id}");
        var token = page.One("input[name=csrf]").GetAttribute("value")!;
        var forced = await administrator.PostAsync($"/system/messages/{message.Id}?handler=Reveal", false, ("csrf", token));
        var there = (await elsewhere.GetAsync("/account")).One("input[name=csrf]").GetAttribute("value")!;
        var outside = await elsewhere.PostAsync($"/system/messages/{message.Id}?handler=Reveal", false, ("csrf", there));

        // Assert
        Assert.Null(page.Document.QuerySelector("form[action*='Reveal']"));
        Assert.Equal((403, 404), (forced.Status, outside.Status));
        Assert.DoesNotContain(Words, forced.Body + outside.Body, StringComparison.Ordinal);
        Assert.Empty(await AuditAsync(message.Id, "message.revealed"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_parked_message_gets_its_turn_again(bool fragment)
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Administrator);
        var message = await ParkAsync();
        var page = await browser.GetAsync($"/system/messages/{message.Id}");

        // Act
        var answer = await browser.SubmitAsync(page, "form[action*='Retry']", fragment);
        var twice = await browser.SubmitAsync(page, "form[action*='Retry']", fragment);

        // Assert
        Assert.Equal((303, 303), (answer.Status, twice.Status));
        Assert.NotEqual(InboundState.Parked, (await ReadAsync(message.Id)).State);
        Assert.Contains("message.tried_again", await AuditAsync(message.Id));
    }

    [Fact]
    public async Task A_message_is_set_aside_only_with_a_note()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Manager);
        var message = await ParkAsync();
        var page = await browser.GetAsync($"/system/messages/{message.Id}");

        // Act
        var without = await browser.SubmitAsync(page, "form[action*='SetAside']");
        var with = await browser.SubmitAsync(page, "form[action*='SetAside']", fields: [("Note", "Pesan uji coba dari kantor")]);

        // Assert
        Assert.Equal((422, 303), (without.Status, with.Status));
        Assert.NotEmpty(without.Text("#Note_error"));
        var row = await ReadAsync(message.Id);
        Assert.Equal(InboundState.SetAside, row.State);
        Assert.Equal("Pesan uji coba dari kantor", site.Services.GetRequiredService<FieldCipher>().Open(row.Note!, new("inbound_message"), row.Id, "note"));
        Assert.DoesNotContain($"parked-{message.Id:N}", (await browser.GetAsync("/system")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_failed_is_sent_again_or_left_and_what_the_chat_page_will_fetch_is_no_trouble()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Manager);
        var (failed, unknown, waiting) = (
            await SendAsync("telegram", OutboundState.Failed), await SendAsync("telegram", OutboundState.Unknown), await SendAsync("webchat", OutboundState.Due));

        // Act
        var system = await browser.GetAsync("/system");
        var again = await browser.SubmitAsync(system, $"#send-{failed:N} form[action*='Send']");
        var left = await browser.SubmitAsync(system, $"#send-{unknown:N} form[action*='Leave']");

        // Assert
        Assert.Equal((303, 303), (again.Status, left.Status));
        Assert.DoesNotContain($"send-{waiting:N}", system.Body, StringComparison.Ordinal);
        Assert.Equal(OutboundState.Due, await StateAsync(failed));
        Assert.Equal(OutboundState.Cancelled, await StateAsync(unknown));
        Assert.Equal(["message.sent_again"], await AuditAsync(failed));
        Assert.Equal(["message.left"], await AuditAsync(unknown));
    }

    [Fact]
    public async Task An_overseer_sees_the_list_and_decides_nothing()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Overseer);
        var message = await ParkAsync();

        // Act
        var system = await browser.GetAsync("/system");

        // Assert
        Assert.Empty(system.Document.QuerySelectorAll("#parked a, #sends form"));
        Assert.Equal(403, (await browser.GetAsync($"/system/messages/{message.Id}")).Status);
    }

    [Fact]
    public async Task Words_of_a_chat_that_complains_about_the_manager_stay_closed_to_the_manager()
    {
        // Arrange
        var (message, conversation) = await ParkedAsync();
        await site.LodgeAboutManagerAsync(conversation);
        var manager = await site.SignedInAsync(Role.Manager, readsSensitive: true);

        // Act
        var page = await manager.GetAsync($"/system/messages/{message.Id}");
        var token = (await manager.GetAsync("/account")).One("input[name=csrf]").GetAttribute("value")!;
        var shown = await manager.PostAsync($"/system/messages/{message.Id}?handler=Reveal", false, ("csrf", token));

        // Assert
        Assert.Equal((200, 403), (page.Status, shown.Status));
        Assert.DoesNotContain(Words, shown.Body, StringComparison.Ordinal);
        Assert.Empty(await AuditAsync(message.Id));
    }

    [Fact]
    public async Task Messages_of_another_regency_are_neither_listed_nor_tended_and_those_of_no_known_place_belong_here()
    {
        // Arrange
        var (message, _) = await ParkedAsync();
        var (placeless, _) = await ParkedAsync(village: null);
        var (failed, nowhere) = (await SendAsync("telegram", OutboundState.Failed, TestData.Village), await SendAsync("telegram", OutboundState.Failed));
        var elsewhere = await site.SignedInAsync(Role.Administrator, "32.05");
        var here = await site.SignedInAsync(Role.Administrator);
        var token = (await elsewhere.GetAsync("/account")).One("input[name=csrf]").GetAttribute("value")!;

        // Act
        var far = await elsewhere.GetAsync("/system");
        var near = await here.GetAsync("/system");
        var answers = new List<int>();
        foreach (var (id, handler) in new[]
        {
            (message.Id, "Retry"), (message.Id, "SetAside"), (placeless.Id, "Retry"), (placeless.Id, "SetAside"),
            (failed, "Send"), (failed, "Leave"), (nowhere, "Send"), (nowhere, "Leave"),
        })
        {
            answers.Add((await elsewhere.PostAsync($"/system/messages/{id}?handler={handler}", false, ("csrf", token), ("Note", "x"))).Status);
        }

        // Assert
        Assert.All(answers, status => Assert.Equal(404, status));
        Assert.Equal(404, (await elsewhere.GetAsync($"/system/messages/{message.Id}")).Status);
        string[] rows = [$"parked-{message.Id:N}", $"parked-{placeless.Id:N}", $"send-{failed:N}", $"send-{nowhere:N}"];
        Assert.All(rows, row => Assert.DoesNotContain(row, far.Body, StringComparison.Ordinal));
        Assert.All(rows, row => Assert.Contains(row, near.Body, StringComparison.Ordinal));
        Assert.Equal(InboundState.Parked, (await ReadAsync(message.Id)).State);
        Assert.Equal(OutboundState.Failed, await StateAsync(failed));
    }

    private async Task<InboundMessage> ParkAsync() => (await ParkedAsync()).Message;

    private async Task<(InboundMessage Message, Conversation Conversation)> ParkedAsync(string? village = "32.04.44.2001")
    {
        var conversation = await site.ConversationAsync();
        await site.ChangeAsync(async db => (await db.Conversations.SingleAsync(c => c.Id == conversation.Id)).VillageCode = village);
        var id = SequentialId.Next(site.Clock.UtcNow);
        var payload = Encoding.UTF8.GetBytes($$"""{"update_id":1,"message":{"text":"{{Words}}","chat":{"id":5} } }""");
        var message = new InboundMessage
        {
            Id = id,
            Channel = "telegram",
            UpdateKey = $"test:{id:N}",
            AddressIndex = conversation.AddressIndex,
            Payload = site.Services.GetRequiredService<FieldCipher>().SealBytes(payload, new("inbound_message"), id, "payload"),
            ReceivedAt = site.Clock.UtcNow,
            State = InboundState.Parked,
            Tries = 5,
            ErrorCode = "JsonException",
        };
        await site.AddAsync(message);
        return (message, conversation);
    }

    private async Task<Guid> SendAsync(string channel, OutboundState state, string? village = null)
    {
        var conversation = await site.ConversationAsync();
        await site.ChangeAsync(async db => (await db.Conversations.SingleAsync(c => c.Id == conversation.Id)).VillageCode = village);
        var id = SequentialId.Next(site.Clock.UtcNow);
        await site.AddAsync(new OutboundMessage
        {
            Id = id,
            ConversationId = conversation.Id,
            Channel = channel,
            Kind = OutboundKind.Reply,
            DedupeKey = $"test:{id:N}",
            Body = site.Services.GetRequiredService<FieldCipher>().Seal("""{"Text":"Halo"}""", new("outbound_message"), id, "body"),
            State = state,
            CreatedAt = site.Clock.UtcNow,
            // Not for the dispatcher of this test's program.
            NotBefore = site.Clock.UtcNow.AddDays(1),
        });
        return id;
    }

    private Task<InboundMessage> ReadAsync(Guid id) => site.ReadAsync(db => db.InboundMessages.SingleAsync(m => m.Id == id));

    private Task<OutboundState> StateAsync(Guid id) => site.ReadAsync(db => db.OutboundMessages.Where(m => m.Id == id).Select(m => m.State).SingleAsync());

    private Task<List<string>> AuditAsync(Guid subject, string? verb = null) => site.ReadAsync(db =>
        db.AuditActs.Where(a => a.SubjectId == subject && a.Verb != "access.denied" && (verb == null || a.Verb == verb)).OrderBy(a => a.Id).Select(a => a.Verb).ToListAsync());
}
