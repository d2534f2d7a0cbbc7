using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs.Complaints;

/// <summary>A complaint about an official, told with the certainty that this official will not read it.</summary>
public sealed class OfficialTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_resident_says_about_whom_and_hears_who_will_not_see_it(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act
        await chat.PlayAsync(Paths.ToGroup);
        await chat.PlayAsync(
            """
            > 7
            > petugas
            < Ini tentang siapa? Petugas yang Anda laporkan tidak akan melihat laporan ini.
            > petugas desa
            < Petugas desa dan rekan sekantornya tidak bisa melihat laporan ini.
            < Siapa nama orang itu? Boleh dilewati.
            > Pak Dedi
            < Langkah 3 dari 6
            > saya dibentak waktu menanyakan bantuan
            > selesai
            > Sadu
            > lewati
            > rahasiakan
            > kirim
            < ✅ Laporan terkirim.
            > cek
            < Sekarang di meja: Supervisor kecamatan, Kec. Soreang.
            """);

        // Assert
        var complaint = await chat.FirstComplaintAsync();
        Assert.Equal((Concern.VillageOffice, true), (complaint.Concerns!.Value, complaint.IsSensitive));
        Assert.Equal("Pak Dedi", chat.Database.Services.GetRequiredService<FieldCipher>()
            .Open(complaint.OfficialName!, new("complaint"), complaint.Id, "official_name"));
    }

    [Theory]
    [OnSqlite("2", "Yang menangani: pimpinan di kabupaten.", "district_supervisor")]
    [OnSqlite("petugas kabupaten", "Yang menangani: pimpinan di kabupaten.", "regency_office")]
    [OnSqlite("pimpinan", "Yang menangani: pengelola sistem di kabupaten.", "manager")]
    [OnSqlite("[Orang lain]", "Langkah 3 dari 6", "")]
    public async Task Every_level_has_its_promise_and_others_need_none(DatabaseProvider provider, string answer, string told, string concern)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToGroup);

        // Act
        await chat.PlayAsync($"> 7\n> dipotong\n< Ini tentang siapa?\n> {answer}\n< {told}");
        if (concern.Length > 0)
        {
            await chat.PlayAsync("> lewati\n< Langkah 3 dari 6");
        }

        await chat.PlayAsync("> bantuan kami dipotong dua ratus ribu\n> selesai\n> Sadu\n> lewati\n> rahasiakan\n> kirim\n< ✅ Laporan terkirim.");

        // Assert
        Assert.Equal(concern, (await chat.FirstComplaintAsync()).Concerns is { } stored ? Codes.Of(stored) : "");
        Assert.Equal(1, await chat.Database.ReadAsync(db => db.Complaints.CountAsync(c => c.IsSensitive)));
    }

    [Theory, OnSqlite]
    public async Task In_english_the_promise_is_english(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToGroup);

        // Act, Assert
        await chat.PlayAsync(
            """
            > bahasa inggris
            > 7
            > petugas
            < Whom is this about? The officer you report will not see this report.
            > [Head of SLRT]
            < It is handled by the administrator.
            < What is that person's name?
            """);
    }
}
