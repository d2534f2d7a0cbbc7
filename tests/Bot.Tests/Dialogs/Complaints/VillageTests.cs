using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs.Complaints;

/// <summary>Finding the village, however it is written.</summary>
public sealed class VillageTests
{
    [Theory, OnSqlite]
    public async Task A_village_that_the_story_names_is_confirmed_rather_than_asked_for(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToStory);

        // Act, Assert
        await chat.PlayAsync(
            """
            > ijazah anak saya ditahan, saya warga desa Sukamukti Katapang
            > selesai
            < Desa Sukamukti, Kec. Katapang
            > ya
            < Langkah 5 dari 6
            """);
    }

    [Theory, OnSqlite]
    public async Task Villages_that_share_a_name_are_told_apart_by_their_sub_district(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToVillage);

        // Act, Assert
        await chat.PlayAsync(
            """
            > rt3 rw5 kp cibeureum ds cibodas
            < Ada beberapa desa bernama Cibodas. Di kecamatan mana?
            < [Kec. Kutawaringin]
            < [Kec. Pasirjambu]
            < [Kec. Solokanjeruk]
            > pasir jambu
            < Saya catat: Desa Cibodas, Kec. Pasirjambu.
            """);
    }

    [Theory, OnSqlite]
    public async Task A_name_that_a_village_shares_with_its_sub_district_is_not_taken_for_either(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToVillage);

        // Act, Assert
        await chat.PlayAsync(
            """
            > soreang
            < Pilih desa atau kelurahannya
            < [Sadu]
            < [Soreang]
            > desa soreang
            < Saya catat: Desa Soreang, Kec. Soreang.
            """);
    }

    [Theory, OnSqlite]
    public async Task A_slip_of_the_finger_is_asked_about_and_not_guessed(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToVillage);

        // Act, Assert
        await chat.PlayAsync(
            """
            > cankuwang
            < Mungkin yang Anda maksud salah satu dari ini.
            < [Cangkuang, Cangkuang]
            < [Cangkuang, Rancaekek]
            > 2
            < Saya catat: Desa Cangkuang, Kec. Rancaekek.
            """);
    }

    [Theory, OnSqlite]
    public async Task By_sub_district_the_village_is_found_page_by_page(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToVillage);

        // Act, Assert
        await chat.PlayAsync(
            """
            > [Pilih kecamatan]
            < Pilih kecamatannya
            < [Arjasari]
            <! [Rancaekek]
            > [Berikutnya »]
            > [Berikutnya »]
            > [Berikutnya »]
            < [Soreang]
            > [Berikutnya »]
            < [Arjasari]
            # A name of another page may be typed, and a button of an earlier page pressed.
            > rancaekek
            < Pilih desa atau kelurahannya
            < [Bojongloa]
            > [Berikutnya »]
            <! [Bojongloa]
            > [Bojongloa]
            < Saya catat: Desa Bojongloa, Kec. Rancaekek.
            """);
    }

    [Theory, OnSqlite]
    public async Task A_sub_district_that_is_typed_offers_its_villages(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToVillage);

        // Act, Assert
        await chat.PlayAsync(
            """
            > kec. rancabali
            < Pilih desa atau kelurahannya
            < [Alamendah]
            > alamenda
            < Saya catat: Desa Alamendah, Kec. Rancabali.
            """);
    }

    [Theory, OnSqlite]
    public async Task A_place_that_does_not_exist_is_asked_again(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToVillage);

        // Act, Assert
        await chat.PlayAsync(
            """
            > zzzzzz
            < Nama desa itu belum saya temukan.
            < Contoh: «Kp. Cibeureum
            > (location)
            < Lokasinya sudah saya simpan.
            < Langkah 4 dari 6
            """);
    }

    [Theory, OnSqlite]
    public async Task A_scanned_code_presets_the_village_which_is_then_only_confirmed(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act
        await chat.PlayAsync(
            """
            > /start d_3204372002
            < Anda memindai kode Desa Sadu, Kec. Soreang.
            < Halo, saya SlrtBot
            > lapor
            > setuju
            > saya
            > sekolah
            > ijazah anak saya ditahan
            > selesai
            < Apakah kejadiannya di Desa Sadu, Kec. Soreang?
            > muhun
            < Langkah 5 dari 6
            > lewati
            > rahasiakan
            > kirim
            < ✅ Laporan terkirim.
            # The next complaint of this chat proposes the same village, and may refuse it.
            > lapor
            > saya
            > rumah
            > atap rumah kami bocor
            > selesai
            < Apakah kejadiannya di Desa Sadu
            > bukan
            < Di desa atau kelurahan mana?
            > Alamendah
            > lewati
            > rahasiakan
            > kirim
            < ✅ Laporan terkirim.
            """);

        // Assert
        var villages = await chat.Database.ReadAsync(db => db.Complaints.OrderBy(c => c.Id).Select(c => c.VillageCode).ToListAsync());
        Assert.Equal(["32.04.37.2002", "32.04.40.2005"], villages);
    }

    [Theory, OnSqlite]
    public async Task A_complaint_without_a_village_lies_with_the_office_of_what_is_known(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act
        await chat.PlayAsync($"{Paths.ToVillage}\n> gatau\n> soreang\n> kecamatan saja\n> lewati\n> rahasiakan\n> kirim\n< ✅ Laporan terkirim.");
        await chat.PlayAsync(Paths.AboutTheHouse.Replace("> ya\n", "> ga tau\n> ga tau\n"));

        // Assert
        var places = await chat.Database.ReadAsync(db => db.Complaints.OrderBy(c => c.Id).Select(c => new { c.RegencyCode, c.DistrictCode, c.VillageCode }).ToListAsync());
        Assert.Equal(
            [("32.04", "32.04.37", "32.04.37"), ("32.04", "32.04", "32.04")],
            places.Select(p => (p.RegencyCode, p.DistrictCode, p.VillageCode)));
    }

    [Theory, OnSqlite]
    public async Task A_code_of_nowhere_is_only_a_greeting(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act, Assert
        await chat.PlayAsync("> /start d_9999999999\n< Halo, saya SlrtBot\n<! memindai");
        await chat.PlayAsync("> /start anything-else\n< Halo, saya SlrtBot");
    }
}
