using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Persistence;
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

    private static async Task<int> AlertsAsync(ConversationScript chat)
    {
        var notices = await chat.NoticesAsync();
        Assert.All(notices, n => Assert.StartsWith("🚨 Darurat: seorang warga", n.Content.Text, StringComparison.Ordinal));
        return notices.Count;
    }
}
