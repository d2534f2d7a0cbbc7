using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using SlrtBot.TestKit.FakeTelegram;
using Xunit;

namespace SlrtBot.Bot.Tests.Telegram;

/// <summary>What Telegram says of a message beside its words: that it answers another, that it was changed.</summary>
public sealed class TelegramAdditionTests
{
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task A_reply_to_the_receipt_and_its_correction_reach_the_complaint(DatabaseProvider provider)
    {
        // Arrange
        await using var host = await TelegramHost.ResidentAsync(provider);
        var siti = host.Telegram.Phone();
        await LodgeAsync(host, siti);
        var receipt = siti.Heard.Last(m => m.Text.Contains("Laporan terkirim", StringComparison.Ordinal));
        await siti.SaysAsync("menu");
        await siti.HearsAsync(m => m.Text.Contains("Silakan pilih", StringComparison.Ordinal));

        // Act
        await siti.SendsAsync(
            new JsonObject
            {
                ["text"] = "dapurnya juga bocor",
                ["reply_to_message"] = new JsonObject
                {
                    ["message_id"] = receipt.Id, ["date"] = 1_790_000_000, ["chat"] = new JsonObject { ["id"] = siti.Id, ["type"] = "private" },
                },
            },
            "dapurnya juga bocor");
        await host.PauseAsync();
        await siti.HearsAsync(m => m.Text.Contains("Sudah saya tambahkan ke laporan", StringComparison.Ordinal));
        await siti.EditsAsync(siti.Chat.Last(m => !m.FromBot).Id, "dapur dan kamarnya juga bocor");
        await host.IsAtRestAsync();

        // Assert
        var complaint = await host.ReadAsync(db => db.Complaints.SingleAsync());
        await using var scope = host.Services.CreateAsyncScope();
        var heard = await scope.ServiceProvider.GetRequiredService<ResidentWords>().OpenAsync(
            scope.ServiceProvider.GetRequiredService<SlrtDbContext>().InboundMessages.Where(m => m.ComplaintId == complaint.Id), 9, CancellationToken.None);
        Assert.Contains(heard, h => h is { Text: "dapurnya juga bocor", Before: null });
        Assert.Contains(heard, h => h is { Text: "dapur dan kamarnya juga bocor", Before: "dapurnya juga bocor" });
        Assert.Equal(ComplaintStatus.Received, complaint.Status);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Another_picture_in_a_changed_message_is_fetched_and_kept_beside_the_first(DatabaseProvider provider)
    {
        // Arrange
        await using var host = await TelegramHost.ResidentAsync(provider);
        var siti = host.Telegram.Phone();
        await LodgeAsync(host, siti);
        await siti.SendsPhotoAsync();
        await siti.HearsAsync(m => m.Text.Contains("Sudah saya tambahkan ke laporan", StringComparison.Ordinal));
        var photo = siti.Chat.Last(m => !m.FromBot);

        // Act
        await siti.EditsPhotoAsync(photo, null, "atap dapur");
        await siti.EditsPhotoAsync(photo, SamplePictures.PngOfSize(40, 30), "atap dapur");
        await host.IsAtRestAsync();

        // Assert
        var complaint = await host.ReadAsync(db => db.Complaints.SingleAsync());
        Assert.Equal(2, await host.ReadAsync(db => db.StoredFiles.CountAsync(f => f.ComplaintId == complaint.Id)));
        Assert.Equal(2, await host.ReadAsync(db => db.StoredFiles.CountAsync()));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task A_correction_that_comes_before_its_message_wins(DatabaseProvider provider)
    {
        // Arrange
        await using var host = await TelegramHost.ResidentAsync(provider);
        var siti = host.Telegram.Phone();
        await siti.SaysAsync("lapor");
        await siti.HearsAsync(m => m.Text.Contains("setuju?", StringComparison.Ordinal));
        var overtaken = siti.Chat.Last(m => !m.FromBot).Id + 1000;

        // Act
        await siti.EditsAsync(overtaken, "setuju");
        await host.IsAtRestAsync();
        await host.Telegram.Updates.PushAsync(new JsonObject { ["message"] = Message(siti, overtaken, "tidak") });
        await siti.HearsAsync(m => m.Text.Contains("Langkah 1", StringComparison.Ordinal));
        await host.Telegram.Updates.PushAsync(new JsonObject { ["message"] = Message(siti, overtaken + 1, "ibu saya") });

        // Assert
        await siti.HearsAsync(m => m.Text.Contains("Siapa nama", StringComparison.Ordinal));
    }

    private static JsonObject Message(FakePhone phone, long id, string text) => new()
    {
        ["message_id"] = id, ["date"] = 1_790_000_000, ["text"] = text,
        ["from"] = new JsonObject { ["id"] = phone.Id, ["first_name"] = "Siti" },
        ["chat"] = new JsonObject { ["id"] = phone.Id, ["type"] = "private" },
    };

    private static async Task LodgeAsync(TelegramHost host, FakePhone siti)
    {
        foreach (var (says, hears) in new[]
        {
            ("lapor", "setuju?"), ("setuju", "Langkah 1"), ("saya", "Langkah 2"), ("rumah", "Langkah 3"), ("atap rumah kami bocor", ""),
            ("selesai", "Langkah 4"), ("Sadu", "Langkah 5"), ("lewati", "Langkah 6"), ("rahasiakan", "Periksa dulu"), ("kirim", "Laporan terkirim"),
        })
        {
            await siti.SaysAsync(says);
            await (hears.Length == 0 ? host.IsAtRestAsync() : siti.HearsAsync(m => m.Text.Contains(hears, StringComparison.Ordinal)));
        }
    }
}
