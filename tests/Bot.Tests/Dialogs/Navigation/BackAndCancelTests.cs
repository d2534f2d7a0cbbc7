using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs.Navigation;

/// <summary>Ways back and ways out, at every step.</summary>
public sealed class BackAndCancelTests
{
    public static TheoryData<string, string> Backs => new()
    {
        { Paths.ToGroup, "Langkah 1 dari 6" },
        { Paths.ToStory, "Langkah 2 dari 6" },
        { Paths.ToVillage, "Sudah saya catat" },
        { Paths.ToPhotos, "Langkah 4 dari 6" },
        { Paths.ToName, "Langkah 5 dari 6" },
        { Paths.ToPhone, "Langkah 6 dari 6" },
        { Paths.ToNationalId, "Berapa nomor HP" },
        { Paths.ToReview, "Berapa nomor HP" },
    };

    [Theory, MemberData(nameof(Backs))]
    public async Task Back_leads_to_the_question_before(string path, string before)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(DatabaseProvider.Sqlite);
        await chat.PlayAsync(path);

        // Act, Assert
        await chat.PlayAsync($"> kembali\n< {before}");
    }

    [Theory, OnSqlite]
    public async Task One_can_go_all_the_way_back_and_forward_again_without_losing_answers(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReview);

        // Act
        for (var i = 0; i < 8; i++)
        {
            await chat.PlayAsync("> 0");
        }

        // Assert
        await chat.PlayAsync(
            """
            < Langkah 1 dari 6
            <! Kembali
            > saya sendiri
            < Periksa dulu
            < 3. Cerita: ijazah anak saya ditahan sekolah
            """);
    }

    [Theory, OnSqlite]
    public async Task Cancel_with_little_told_ends_at_once(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act, Assert
        await chat.PlayAsync(Paths.ToGroup);
        await chat.PlayAsync(
            """
            > batal
            < Laporan dibatalkan dan tidak disimpan.
            < Silakan pilih
            > batal
            < Tidak ada yang sedang diisi.
            """);
    }

    public static TheoryData<string> Cancels =>
        [Paths.ToVillage, Paths.ToPhotos, Paths.ToName, Paths.ToPhone, Paths.ToNationalId, Paths.ToReview];

    [Theory, MemberData(nameof(Cancels))]
    public async Task Cancel_with_three_answers_asks_first_and_then_wipes_what_was_told(string path)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(DatabaseProvider.Sqlite);
        await chat.PlayAsync(path);

        // Act
        await chat.PlayAsync(
            """
            > /batal@SlrtBot
            < Batalkan dan hapus semuanya?
            > jangan
            <! Batalkan dan hapus
            > batal
            < Batalkan dan hapus semuanya?
            > ya
            < Laporan dibatalkan dan tidak disimpan.
            """);

        // Assert
        var conversation = await chat.Database.ReadAsync(db => db.Conversations.SingleAsync());
        Assert.Null(conversation.Draft);
        Assert.Null(conversation.DraftId);
        Assert.Equal(1, await chat.Database.ReadAsync(db => db.InboundMessages.CountAsync(m => m.Text != null)));
        Assert.Equal(0, await chat.Database.ReadAsync(db => db.Complaints.CountAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Cancelling_a_second_complaint_leaves_the_words_of_the_first_alone(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        var before = await chat.Database.ReadAsync(db => db.InboundMessages.CountAsync(m => m.Text != null));

        // Act
        await chat.PlayAsync(
            """
            > lapor
            > saya
            > (photo)
            > batal
            < Laporan dibatalkan dan tidak disimpan.
            """);

        // Assert
        Assert.Equal(before + 1, await chat.Database.ReadAsync(db => db.InboundMessages.CountAsync(m => m.Text != null)));
        Assert.Equal(0, await chat.Database.ReadAsync(db => db.StoredFiles.CountAsync()));
    }

    [Theory, OnSqlite]
    public async Task Every_line_of_the_summary_can_be_changed_and_leads_back_to_it(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReview);

        // Act, Assert
        await chat.PlayAsync(
            """
            > [Ubah 1]
            < Langkah 1 dari 6
            > tetangga
            < Siapa nama orang yang dibantu?
            > Mak Icih
            < 1. Untuk: Tetangga saya (Mak Icih)
            > ubah 2
            < Langkah 2 dari 6
            > rumah
            < 2. Masalah: Rumah, listrik, air
            > 3
            < Cerita yang lama akan diganti.
            > atap rumah bocor dan dindingnya miring
            < 3. Cerita: atap rumah bocor dan dindingnya miring
            > ubah desa
            < Langkah 4 dari 6
            > Pamekaran, Soreang
            < 4. Tempat: Desa Pamekaran, Kec. Soreang
            > [Ubah 5]
            < Langkah 5 dari 6
            > (photo)
            < Fotonya sudah saya terima.
            > selesai
            < 5. Foto: 1 berkas
            > [Ubah 6]
            < Langkah 6 dari 6
            > Cecep
            < 6. Pelapor: Cecep, 0812-3456-7890
            # Looking and going back changes nothing.
            > [Ubah 4]
            > kembali
            < 4. Tempat: Desa Pamekaran, Kec. Soreang
            > kirim
            < ✅ Laporan terkirim.
            """);
    }
}
