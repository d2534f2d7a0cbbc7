using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Persistence.Migrations;
using SlrtBot.Core.Sealing;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Persistence;

public sealed class ReceiptMigrationTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Of_rows_of_before_only_the_filing_chats_first_answer_becomes_the_receipt(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var filing = await database.ConversationAsync(address: "1");
        var joined = await database.ConversationAsync(address: "2");
        var complaint = await database.LodgeAsync(TestData.Story(filing.Id));
        OutboundMessage[] rows =
        [
            Row(filing, OutboundKind.Reply, null), Row(filing, OutboundKind.Notice, complaint.Id), Row(filing, OutboundKind.Reply, complaint.Id),
            Row(filing, OutboundKind.Reply, complaint.Id), Row(joined, OutboundKind.Reply, complaint.Id),
        ];
        await database.AddAsync([.. rows]);

        // Act
        await database.Gate.ExecuteAsync(g => g.ExecuteAsync(M0043ParkedRows.MarkReceipts), default);

        // Assert
        var receipt = await database.ReadAsync(db => db.OutboundMessages.SingleAsync(m => m.IsReceipt));
        Assert.Equal(rows[2].Id, receipt.Id);
    }

    private static OutboundMessage Row(Conversation conversation, OutboundKind kind, Guid? complaintId)
    {
        var id = SequentialId.Next(DateTime.UnixEpoch);
        return new OutboundMessage
        {
            Id = id,
            ConversationId = conversation.Id,
            ComplaintId = complaintId,
            Channel = conversation.Channel,
            Kind = kind,
            DedupeKey = $"{id:N}",
            Body = new Sealed([1]),
            State = OutboundState.Sent,
            CreatedAt = DateTime.UnixEpoch,
        };
    }
}
