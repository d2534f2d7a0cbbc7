using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
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
