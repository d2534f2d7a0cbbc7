using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs.Status;

/// <summary>The message with the number stays true, and news answer it.</summary>
public sealed class TrackingCardTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Every_move_edits_the_receipt_and_is_told_in_answer_to_it(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        var receipt = await chat.Database.ReadAsync(db => db.OutboundMessages.OrderByDescending(m => m.Id).FirstAsync());

        // Act
        await chat.MovesAsync("review");

        // Assert
        var rows = await chat.Database.ReadAsync(db => db.OutboundMessages.Where(m => m.AboutId == receipt.Id).OrderBy(m => m.Id).ToListAsync());
        Assert.Equal([OutboundKind.Edit, OutboundKind.Notice], rows.Select(r => r.Kind));
        var card = chat.Database.Services.GetRequiredService<FieldCipher>().OpenBody(rows[0].Body, rows[0].Id);
        Assert.Contains((await chat.FirstComplaintAsync()).Reference, card.Text, StringComparison.Ordinal);
        Assert.Contains("Status:", card.Text, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_a_joined_chat_was_answered_is_no_receipt_and_holds_up_no_move(DatabaseProvider provider)
    {
        // Arrange: the first answer that a joined chat gets about the complaint thanks for an addition.
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        var receipt = await chat.Database.ReadAsync(db => db.OutboundMessages.OrderByDescending(m => m.Id).FirstAsync());
        await chat.JoinAsync(Relation.Self);
        await chat.PlayAsync("> tambah\n> berasnya belum ada\n< Sudah saya tambahkan");
        await chat.PlayAsync("> tambah\n> masih belum ada\n< Sudah saya tambahkan");

        // Act
        await chat.MovesAsync("review");
        chat.ComesFrom("chat1");
        await chat.PlayAsync("> cabut laporan\n> tanpa alasan\n< sudah dicabut");

        // Assert
        var edits = await chat.Database.ReadAsync(db => db.OutboundMessages.Where(m => m.Kind == OutboundKind.Edit).ToListAsync());
        Assert.Equal([receipt.Id, receipt.Id], edits.Select(e => e.AboutId!.Value));
        Assert.All(edits, e => Assert.EndsWith($":{receipt.ConversationId:N}", e.DedupeKey, StringComparison.Ordinal));
        var told = await chat.Database.ReadAsync(db => db.OutboundMessages.Where(m => m.DedupeKey.StartsWith("move:")).ToListAsync());
        Assert.Equal(2, told.Select(m => m.ConversationId).Distinct().Count());
    }

    [Theory, OnSqlite]
    public async Task An_answer_that_came_before_the_receipt_is_not_taken_for_it(DatabaseProvider provider)
    {
        // Arrange: a row about the complaint that is older than its receipt.
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        var receipt = await chat.Database.ReadAsync(db => db.OutboundMessages.OrderByDescending(m => m.Id).FirstAsync());
        await chat.Database.Gate.ExecuteAsync(g => g.ExecuteAsync("update outbound_message set complaint_id = @p0", receipt.ComplaintId), default);

        // Act
        await chat.MovesAsync("review");

        // Assert
        var edit = await chat.Database.ReadAsync(db => db.OutboundMessages.SingleAsync(m => m.Kind == OutboundKind.Edit));
        Assert.Equal(receipt.Id, edit.AboutId);
    }

    [Theory, OnSqlite]
    public async Task The_cards_button_tells_the_status_whenever_it_is_pressed(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);

        // Act
        await chat.PressTokenAsync("!status");

        // Assert
        Assert.Contains((await chat.FirstComplaintAsync()).Reference, Assert.Single(chat.Heard).Text, StringComparison.Ordinal);
    }
}
