using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Talks;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs.Officers;

/// <summary>The chat in an officer's hands, and back.</summary>
public sealed class OfficerTests
{
    private static readonly StaffScope Dian = TestData.Staff(Role.Coordinator) with { Name = "Dian" };

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_asks_for_an_officer_is_told_when_to_expect_one_and_staff_see_it(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act
        chat.Database.Clock.SetUtc(new DateTime(2026, 11, 30, 3, 0, 0, DateTimeKind.Utc));
        await chat.PlayAsync("> petugas\n< Petugas biasanya menjawab dalam 30 menit.\n< Jl. Al-Fathu, Soreang\n> petugas");

        // Assert
        var waiting = Assert.Single(await RunningAsync(chat));
        Assert.Equal(TalkState.Requested, waiting.State);
        Assert.Contains("handover.requested", await chat.Database.AuditedAsync(waiting.ConversationId));
    }

    [Theory, OnSqlite]
    public async Task Out_of_hours_the_complaint_may_be_left_at_once(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act, Assert
        chat.Database.Clock.SetUtc(new DateTime(2026, 11, 29, 3, 0, 0, DateTimeKind.Utc));
        await chat.PlayAsync("> petugas\n< Anda bisa menyampaikan keluhan sekarang\n< Kantor buka lagi Senin, 30 November 2026\n< Sampaikan keluhan");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task While_an_officer_speaks_the_bot_is_silent_but_for_emergencies(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        await chat.PlayAsync("> petugas");
        await TakeAsync(chat);

        // Act, Assert
        await chat.PlayAsync("> Beras saya belum datang juga\n< Sekarang Anda berbicara dengan Dian, Koordinator Puskesos\n<! Silakan pilih");
        await chat.PlayAsync("> menu\n< -\n> (photo)\n< -\n> suami saya memukul saya\n< 129\n<! Silakan pilih");
        var thread = await chat.Database.ReadAsync(db => db.InboundMessages.CountAsync(m => m.ComplaintId != null));
        Assert.True(thread >= 4);
    }

    [Theory, OnSqlite]
    public async Task The_person_gives_the_chat_back_and_the_question_at_hand_returns(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync("> lapor\n> setuju\n> petugas");
        await TakeAsync(chat);

        // Act, Assert
        await chat.PlayAsync("> kembali ke bot\n< Saya, bot, kembali membantu.\n< Langkah 1 dari 6");
        Assert.Empty(await RunningAsync(chat));
        await chat.PlayAsync("> bot\n<! kembali membantu\n< Langkah 1 dari 6");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task After_an_hour_of_silence_the_bot_is_back_and_says_so(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync("> petugas");
        var talk = await TakeAsync(chat);
        var job = chat.Database.Services.GetRequiredService<EndIdleTalksJob>();

        // Act
        chat.Database.Clock.Advance(TimeSpan.FromMinutes(59));
        var early = await job.RunAsync(CancellationToken.None);
        chat.Database.Clock.Advance(TimeSpan.FromMinutes(2));
        var due = await job.RunAsync(CancellationToken.None);
        var twice = await job.RunAsync(CancellationToken.None);

        // Assert
        Assert.Equal((0, 1, 0), (early.Handled, due.Handled, twice.Handled));
        Assert.Contains("Saya, bot, kembali membantu.", (await chat.Database.SaidAsync(talk.ConversationId))[^1], StringComparison.Ordinal);
        await chat.PlayAsync("> menu\n< Silakan pilih");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_talk_that_nobody_takes_ends_when_the_office_closes_on_the_next_working_day(DatabaseProvider provider)
    {
        // Arrange: a Friday afternoon.
        await using var chat = await ConversationScript.BeginAsync(provider);
        chat.Database.Clock.SetUtc(new DateTime(2026, 11, 27, 7, 0, 0, DateTimeKind.Utc));
        await chat.PlayAsync("> petugas\n< sudah diberi tahu");
        var waiting = (await RunningAsync(chat)).Single();

        // Act: Sunday, Monday morning, Monday evening.
        var ended = new List<bool>();
        foreach (var at in new[] { new DateTime(2026, 11, 29, 5, 0, 0), new DateTime(2026, 11, 30, 3, 0, 0), new DateTime(2026, 11, 30, 9, 30, 0) })
        {
            chat.Database.Clock.SetUtc(DateTime.SpecifyKind(at, DateTimeKind.Utc));
            await chat.RunAsync("waiting-talks");
            ended.Add((await RunningAsync(chat)).Count == 0);
        }

        // Assert
        Assert.Equal([false, false, true], ended);
        Assert.Contains("belum ada petugas yang sempat menjawab", (await chat.Database.SaidAsync(waiting.ConversationId))[^1], StringComparison.Ordinal);
        Assert.Equal(TalkEnd.Missed, (await chat.Database.ReadAsync(db => db.Talks.SingleAsync())).EndedBy);
        await chat.PlayAsync("> petugas\n< sudah diberi tahu");
        Assert.Single(await RunningAsync(chat));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_officers_at_once_are_one(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync("> petugas");
        var rina = TestData.Staff(Role.Coordinator) with { Name = "Rina" };
        var conversation = (await RunningAsync(chat)).Single().ConversationId;

        // Act
        var both = await Task.WhenAll(TryTakeAsync(chat, conversation, Dian), TryTakeAsync(chat, conversation, rina));

        // Assert
        Assert.Single(both, o => o.Succeeded);
        Assert.Equal("taken_by_other", both.Single(o => !o.Succeeded).Refusals[0].Code);
    }

    [Theory, OnSqlite]
    public async Task A_chat_of_another_area_is_nobodys_to_take(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync("> petugas");
        var conversation = (await RunningAsync(chat)).Single().ConversationId;

        // Act
        var outcome = await TryTakeAsync(chat, conversation, TestData.Staff(Role.Facilitator, TestData.OtherVillage));

        // Assert
        Assert.Equal(RefusalKind.NotFound, outcome.Refusals[0].Kind);
    }

    private static async Task<Talk> TakeAsync(ConversationScript chat) =>
        (await TryTakeAsync(chat, (await RunningAsync(chat)).Single().ConversationId, Dian)).Value;

    private static Task<Outcome<Talk>> TryTakeAsync(ConversationScript chat, Guid conversationId, StaffScope staff) =>
        chat.Database.Units.RunAsync<TakeOver, Talk>(
            (act, cancel) => act.DoAsync(conversationId, staff, Provenance.Staff(staff.StaffId, chat.Database.Clock.UtcNow), cancel), CancellationToken.None);

    private static Task<List<Talk>> RunningAsync(ConversationScript chat) =>
        chat.Database.ReadAsync(db => db.Talks.Where(h => h.State != TalkState.Ended).ToListAsync());
}
