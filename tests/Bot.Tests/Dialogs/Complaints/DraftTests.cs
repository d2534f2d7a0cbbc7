using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs.Complaints;

/// <summary>A complaint that was begun waits for its writer, is reminded of once, and is not kept for ever.</summary>
public sealed class DraftTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task After_a_day_the_writer_is_reminded_once_and_can_go_on(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToVillage);
        await chat.RestartAsync();
        chat.DaysPass(1);

        // Act
        await chat.RunAsync("drafts");
        await chat.RunAsync("drafts");
        chat.DaysPass(1);
        await chat.RunAsync("drafts");

        // Assert
        var notice = Assert.Single(await chat.NoticesAsync());
        Assert.Equal("Laporan Anda belum dikirim. Mau dilanjutkan?", notice.Content.Text);
        await chat.PressTokenAsync(notice.Content.Choices[0].Token);
        await chat.PlayAsync("< Langkah 4 dari 6");
    }

    [Theory, OnSqlite]
    public async Task After_a_week_it_is_deleted_and_that_is_said(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToVillage);
        chat.DaysPass(7);

        // Act
        await chat.RunAsync("drafts");

        // Assert
        Assert.Contains("sudah kami hapus", Assert.Single(await chat.NoticesAsync()).Content.Text, StringComparison.Ordinal);
        var conversation = await chat.Database.ReadAsync(db => db.Conversations.SingleAsync());
        Assert.Equal((null, null, null), (conversation.Draft, conversation.Dialog, conversation.DraftDueAt));
        Assert.All(await chat.Database.ReadAsync(db => db.InboundMessages.ToListAsync()), m => Assert.Null(m.Text));
    }

    [Theory, OnSqlite]
    public async Task At_night_nobody_is_reminded(DatabaseProvider provider)
    {
        // Arrange: nine in the morning, and thirteen hours more than a day later it is ten at night.
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToVillage);
        chat.Database.Clock.Advance(TimeSpan.FromHours(37));

        // Act
        await chat.RunAsync("drafts");
        var atNight = await chat.NoticesAsync();
        chat.Database.Clock.Advance(TimeSpan.FromHours(10));
        await chat.RunAsync("drafts");

        // Assert
        Assert.Empty(atNight);
        Assert.Single(await chat.NoticesAsync());
    }

    [Theory, OnSqlite]
    public async Task Whoever_goes_on_by_themselves_is_not_reminded(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToVillage);
        chat.Database.Clock.Advance(TimeSpan.FromHours(23));
        await chat.PlayAsync("> Sadu\n< Langkah 5 dari 6");
        chat.Database.Clock.Advance(TimeSpan.FromHours(2));

        // Act
        await chat.RunAsync("drafts");

        // Assert
        Assert.Empty(await chat.NoticesAsync());
    }

    [Theory, OnSqlite]
    public async Task Whoever_goes_on_after_the_reminder_and_rests_again_is_not_reminded_twice_of_one_draft(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToVillage);
        chat.DaysPass(1);
        await chat.RunAsync("drafts");
        await chat.PlayAsync("> Sadu\n< Langkah 5 dari 6");
        chat.DaysPass(1);

        // Act
        await chat.RunAsync("drafts");
        var (notices, run) = (await chat.NoticesAsync(), await chat.Database.ReadAsync(db => db.JobRuns.SingleAsync(r => r.Job == "drafts")));
        chat.DaysPass(6);
        await chat.RunAsync("drafts");

        // Assert
        Assert.Single(notices);
        Assert.Null(run.ErrorCode);
        Assert.Contains("sudah kami hapus", (await chat.NoticesAsync())[^1].Content.Text, StringComparison.Ordinal);
    }

    [Theory, OnSqlite]
    public async Task A_complaint_that_was_sent_is_no_draft(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);

        // Act
        var conversation = await chat.Database.ReadAsync(db => db.Conversations.SingleAsync());

        // Assert
        Assert.Null(conversation.DraftDueAt);
    }

    [Theory, OnSqlite]
    public async Task The_button_of_an_old_draft_does_not_delete_a_new_one(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToVillage);
        chat.DaysPass(1);
        await chat.RunAsync("drafts");
        var delete = (await chat.NoticesAsync())[0].Content.Choices[1].Token;
        await chat.PlayAsync("> batal\n> ya batalkan\n> lapor\n< Langkah 1 dari 6");

        // Act
        await chat.PressTokenAsync(delete);

        // Assert
        await chat.PlayAsync("< Langkah 1 dari 6");
        Assert.NotNull((await chat.Database.ReadAsync(db => db.Conversations.SingleAsync())).DraftId);
    }
}
