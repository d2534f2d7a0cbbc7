using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Files;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using SlrtBot.TestKit.FakeTelegram;
using Xunit;

namespace SlrtBot.Bot.Tests.Telegram;

/// <summary>A resident with Telegram, from the QR code to the number: every message over HTTP.</summary>
public sealed class TelegramResidentTests
{
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task A_resident_presses_shares_and_sends_and_gets_a_number(DatabaseProvider provider)
    {
        // Arrange
        await using var host = await TelegramHost.ResidentAsync(provider);
        var siti = host.Telegram.Phone();

        // Act
        await siti.StartsAsync("d_3204372002");
        await HearsAsync(siti, "Sadu");
        await PressesAsync(siti, "Sampaikan keluhan", "Apakah Anda setuju?");
        await PressesAsync(siti, "Setuju, lanjut", "Langkah 1 dari 6");
        await PressesAsync(siti, "Saya sendiri", "Langkah 2 dari 6");
        await PressesAsync(siti, "Bantuan uang & pangan", "Lebih tepatnya");
        await PressesAsync(siti, "Belum cair / saldo nol", "Langkah 3 dari 6");
        await siti.SaysAsync("Sudah tiga bulan beras tidak datang");
        await host.PauseAsync();
        await PressesAsync(siti, "Selesai bercerita", "Langkah 4 dari 6");
        await siti.SaysAsync("desa Sadu");
        await HearsAsync(siti, "Langkah 5 dari 6");
        await siti.SendsAlbumAsync(3);
        await host.PauseAsync();
        await HearsAsync(siti, "3 foto kami terima.");
        await PressesAsync(siti, "Selesai", "Langkah 6 dari 6");
        var asked = siti.Keyboard.Select(key => key.Asks).ToList();
        await siti.SharesContactAsync();
        await HearsAsync(siti, "NIK");
        await siti.SaysAsync("lewati");
        await HearsAsync(siti, "Periksa dulu");
        await PressesAsync(siti, "Kirim laporan", "Laporan terkirim");

        // Assert
        var complaint = await host.ReadAsync(db => db.Complaints.SingleAsync());
        Assert.Equal(("P1", "32.04.37.2002", ComplaintStatus.Received), (complaint.CategoryCode, complaint.VillageCode, complaint.Status));
        Assert.Contains("contact", asked);
        Assert.Empty(siti.Keyboard);
        Assert.Contains(siti.Heard, m => m.Text.Contains(complaint.Reference, StringComparison.Ordinal) && m.Raw["entities"] is not null);
        Assert.Equal(3, await host.ReadAsync(db => db.StoredFiles.CountAsync(f => f.ComplaintId == complaint.Id && f.Kind == FileKind.Photo)));
        Assert.DoesNotContain(siti.Heard, m => m.Raw.ContainsKey("parse_mode"));
    }

    [Theory]
    [OnSqlite]
    public async Task Whoever_blocks_the_bot_is_unreachable_until_they_unblock_it(DatabaseProvider provider)
    {
        // Arrange
        await using var host = await TelegramHost.ResidentAsync(provider);
        var siti = host.Telegram.Phone();
        await siti.StartsAsync();
        await siti.HearsAsync();

        // Act
        await siti.BlocksAsync();
        await host.IsAtRestAsync();
        var blocked = await host.ReadAsync(db => db.Conversations.AsNoTracking().SingleAsync());
        await siti.UnblocksAsync();
        await host.IsAtRestAsync();
        var unblocked = await host.ReadAsync(db => db.Conversations.AsNoTracking().SingleAsync());

        // Assert
        Assert.Equal((false, true), (blocked.Reachable, unblocked.Reachable));
    }

    [Theory]
    [OnSqlite]
    public async Task A_message_with_a_NIK_is_taken_out_of_the_chat(DatabaseProvider provider)
    {
        // Arrange
        await using var host = await TelegramHost.ResidentAsync(provider);
        var siti = host.Telegram.Phone();

        // Act
        await siti.SaysAsync("anak saya sakit pak, nik saya 3204375203749999");

        // Assert
        var removed = await host.Telegram.Ledger.WaitAsync(siti.Id, chat => chat.FirstOrDefault(m => m.IsDeleted), TimeSpan.FromSeconds(15));
        Assert.Contains("3204375203749999", removed.Text, StringComparison.Ordinal);
    }

    private static Task<SeenMessage> HearsAsync(FakePhone phone, string words) =>
        phone.HearsAsync(m => m.Text.Contains(words, StringComparison.Ordinal));

    private static async Task PressesAsync(FakePhone phone, string label, string hears)
    {
        await phone.HearsAsync(m => m.Buttons.Any(b => b.Label.EndsWith(label, StringComparison.Ordinal)));
        await phone.PressesAsync(label);
        await HearsAsync(phone, hears);
    }
}
