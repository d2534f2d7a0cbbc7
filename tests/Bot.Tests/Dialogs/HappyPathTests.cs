using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs;

/// <summary>From the first word to a number and a promise.</summary>
public sealed class HappyPathTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_resident_who_takes_every_step_gets_a_number_and_a_date(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act
        await chat.PlayAsync(
            """
            > /start
            < Halo, saya SlrtBot, asisten otomatis (bot)
            < Gratis
            > [Sampaikan keluhan]
            < Apakah Anda setuju?
            > [Setuju, lanjut]
            < Langkah 1 dari 6. Keluhan ini untuk siapa?
            > [Saya sendiri]
            < Langkah 2 dari 6
            > [Bantuan uang & pangan]
            < Lebih tepatnya
            > [Belum cair / saldo nol]
            < Langkah 3 dari 6
            > Sudah tiga bulan beras tidak datang
            < Sudah saya catat.
            > padahal tetangga dapat
            < Sudah saya catat.
            > [Selesai bercerita]
            < Langkah 4 dari 6
            > kp cibeureum rt3 rw5 desa Sadu
            < Saya catat: Desa Sadu, Kec. Soreang.
            < Langkah 5 dari 6
            > [Lewati]
            < Langkah 6 dari 6
            > Siti Aminah 0812 3456 7890
            < NIK
            > 3204 3752 0374 9999
            < Periksa dulu sebelum dikirim.
            < 1. Untuk: Saya sendiri
            < 2. Masalah: Belum cair / saldo nol
            < 3. Cerita: Sudah tiga bulan beras tidak datang padahal tetangga dapat
            < 4. Tempat: Desa Sadu, Kec. Soreang
            < 5. Foto: tidak ada
            < 6. Pelapor: Siti Aminah, 0812-3456-7890, NIK ••••••••••••9999
            > [Kirim laporan]
            < ✅ Laporan terkirim.
            < Petugas menjawab paling lambat Senin, 30 November 2026
            < Tidak ada lagi yang perlu Anda lakukan
            """);

        // Assert
        var complaint = await chat.Database.ReadAsync(db => db.Complaints.SingleAsync());
        var cipher = chat.Database.Services.GetRequiredService<FieldCipher>();
        Assert.Equal(["P1", "32.04.37.2002", "received"], [complaint.CategoryCode, complaint.VillageCode, Codes.Of(complaint.Status)]);
        Assert.Equal("Sudah tiga bulan beras tidak datang\npadahal tetangga dapat", cipher.Open(complaint.Story, "complaint", complaint.Id, "story"));
        Assert.Equal("Siti Aminah", cipher.Open(complaint.ReporterName!, "complaint", complaint.Id, "reporter_name"));
        Assert.Equal("+6281234567890", cipher.Open(complaint.Phone!, "complaint", complaint.Id, "phone"));
        Assert.Equal("3204375203749999", cipher.Open(complaint.NationalId!, "complaint", complaint.Id, "national_id"));
        Assert.Equal("kp cibeureum rt3 rw5 desa Sadu", cipher.Open(complaint.Address!, "complaint", complaint.Id, "address"));
        Assert.Contains(complaint.Reference, chat.Heard.Single().Text, StringComparison.Ordinal);
        Assert.Equal([complaint.Reference], chat.Heard.Single().Monospace);
        Assert.Equal(1, await chat.Database.ReadAsync(db => db.AuditActs.CountAsync(a => a.Verb == "complaint.lodged")));
    }
}
