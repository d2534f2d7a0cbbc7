using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Talks;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs.Emergencies;

/// <summary>An alarm that nobody answers, as time goes by.</summary>
public sealed class AlarmTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task An_emergency_that_nobody_takes_never_ends_by_itself_and_alerts_again(DatabaseProvider provider)
    {
        // Arrange: an officer of the area has linked a chat, and one of another area.
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.Database.LinkedChatAsync(await chat.Database.StaffMemberAsync("Dian", Role.Coordinator, "32.04"), "dian");
        await chat.Database.LinkedChatAsync(await chat.Database.StaffMemberAsync("Rina", Role.Coordinator, TestData.OtherVillage), "rina");
        await chat.PlayAsync("> tolong pak rumah saya kebakaran\n< Polisi: 110");
        var first = await AlertsAsync(chat);

        // Act
        chat.Database.Clock.Advance(TimeSpan.FromMinutes(10));
        await chat.RunAsync("waiting-talks");
        var early = await AlertsAsync(chat);
        chat.Database.Clock.Advance(TimeSpan.FromMinutes(6));
        await chat.RunAsync("waiting-talks");
        var again = await AlertsAsync(chat);
        chat.DaysPass(4);
        await chat.RunAsync("waiting-talks");

        // Assert
        Assert.Equal((1, 1, 2), (first, early, again));
        Assert.Equal(TalkState.Requested, (await chat.Database.ReadAsync(db => db.Talks.SingleAsync())).State);
        Assert.Contains("handover.alerted_again", await chat.Database.AuditedAsync((await chat.Database.ReadAsync(db => db.Talks.SingleAsync())).ConversationId));
    }

    [Theory, OnSqlite]
    public async Task What_was_no_emergency_ends_without_a_word(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync("> tolong pak rumah saya kebakaran\n< Polisi: 110\n> [Bukan darurat]");
        var said = await chat.Database.ReadAsync(db => db.OutboundMessages.CountAsync());

        // Act
        chat.DaysPass(5);
        await chat.RunAsync("waiting-talks");

        // Assert
        Assert.Equal(TalkEnd.Missed, (await chat.Database.ReadAsync(db => db.Talks.SingleAsync())).EndedBy);
        Assert.Equal(said, await chat.Database.ReadAsync(db => db.OutboundMessages.CountAsync()));
    }

    [Theory, OnSqlite]
    public async Task That_officers_know_is_said_only_once_a_linked_chat_has_taken_it(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        var linked = await chat.Database.LinkedChatAsync(await chat.Database.StaffMemberAsync("Dian", Role.Coordinator, "32.04"), "dian");

        // Act
        await chat.PlayAsync("> tolong pak rumah saya kebakaran\n< Kami sedang memberi tahu petugas.\n<! jangan menunggu di sini");
        await chat.RunAsync("alarm-reach");
        var early = await UnaskedAsync(chat);
        await chat.Database.Gate.ExecuteAsync(
            g => g.ExecuteAsync("update outbound_message set state = 'sent' where conversation_id = @p0", linked), default);
        await chat.RunAsync("alarm-reach");
        await chat.RunAsync("alarm-reach");

        // Assert
        Assert.Empty(early);
        Assert.Equal(["Kabar Anda sudah sampai ke ponsel petugas. Kalau keadaan memburuk, tetap telepon nomor di atas."], await UnaskedAsync(chat));
        Assert.NotNull((await chat.Database.ReadAsync(db => db.Talks.SingleAsync())).ReachedAt);
    }

    [Theory, OnSqlite]
    public async Task Where_nobody_has_taken_it_after_minutes_that_is_said_once(DatabaseProvider provider)
    {
        // Arrange: Saturday night.
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.Database.LinkedChatAsync(await chat.Database.StaffMemberAsync("Dian", Role.Coordinator, "32.04"), "dian");
        chat.Database.Clock.SetUtc(new DateTime(2026, 11, 28, 15, 0, 0, DateTimeKind.Utc));
        await chat.PlayAsync("> tolong pak rumah saya kebakaran\n< Kami sedang memberi tahu petugas.");

        // Act
        chat.Database.Clock.Advance(TimeSpan.FromMinutes(4));
        await chat.RunAsync("alarm-reach");
        chat.Database.Clock.Advance(TimeSpan.FromMinutes(4));
        await chat.RunAsync("alarm-reach");

        // Assert
        Assert.Equal(
            ["Kantor sedang tutup, dan belum ada petugas yang menerima kabar Anda. Telepon salah satu nomor di atas sekarang."], await UnaskedAsync(chat));
    }

    [Theory]
    [OnSqlite(23, "Belum ada petugas yang bisa kami hubungi langsung. Telepon 113 sekarang")]
    [OnSqlite(28, "Kantor sedang tutup. Telepon 113 sekarang")]
    public async Task Where_nobody_can_be_told_that_is_said_at_once(DatabaseProvider provider, int day, string told)
    {
        // Arrange: Monday, and Saturday.
        await using var chat = await ConversationScript.BeginAsync(provider);
        chat.Database.Clock.SetUtc(new DateTime(2026, 11, day, 3, 0, 0, DateTimeKind.Utc));

        // Act
        await chat.PlayAsync($"> tolong pak rumah saya kebakaran\n< {told}\n<! memberi tahu petugas");
        chat.Database.Clock.Advance(TimeSpan.FromMinutes(10));
        await chat.RunAsync("alarm-reach");

        // Assert
        Assert.Empty(await UnaskedAsync(chat));
    }

    /// <summary>What was written to the person about who has been reached.</summary>
    private static async Task<List<string>> UnaskedAsync(ConversationScript chat)
    {
        var rows = await chat.Database.ReadAsync(db => db.OutboundMessages.Where(m => m.DedupeKey.StartsWith("handover:")).OrderBy(m => m.Id).ToListAsync());
        var cipher = chat.Database.Services.GetRequiredService<FieldCipher>();
        return [.. rows.Where(m => m.Kind == OutboundKind.Reply).Select(m => cipher.OpenBody(m.Body, m.Id).Text)];
    }

    private static async Task<int> AlertsAsync(ConversationScript chat)
    {
        var notices = await chat.NoticesAsync();
        Assert.All(notices, n => Assert.StartsWith("🚨 Darurat: seorang warga", n.Content.Text, StringComparison.Ordinal));
        return notices.Count;
    }
}
