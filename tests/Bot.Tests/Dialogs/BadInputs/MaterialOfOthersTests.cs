using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Files;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs.BadInputs;

/// <summary>Contacts, words and buttons of other people.</summary>
public sealed class MaterialOfOthersTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_contact_of_a_neighbour_becomes_nobody_s_name_and_is_called_only_with_a_yes(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToName);

        // Act, Assert
        await chat.PlayAsync(
            """
            > (other contact 081298765432)
            < Itu kontak orang lain. Nanti saya tanyakan
            < Siapa nama Anda?
            > Mak Icih
            < Boleh petugas menelepon 0812-9876-5432
            > boleh
            < 6. Pelapor: Mak Icih, 0812-9876-5432
            """);
    }

    [Theory, OnSqlite]
    public async Task Without_that_yes_another_number_is_asked_for(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToPhone);

        // Act, Assert
        await chat.PlayAsync(
            """
            > (other contact 081298765432)
            < Itu kontak orang lain.
            < Boleh petugas menelepon 0812-9876-5432
            > jangan
            < Berapa nomor HP yang bisa dihubungi?
            > (other contact 081298765432)
            > 081234567890
            < 6. Pelapor: Siti Aminah, 0812-3456-7890
            """);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task News_that_goes_from_chat_to_chat_is_no_complaint(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        var hoax = BadInput.All.Single(i => i.Name == "hoax passed on");

        // Act
        await chat.SendAsync(hoax.ToActivity());

        // Assert
        await chat.PlayAsync("< Itu pesan terusan\n< Silakan pilih");
        Assert.Null((await chat.Database.ReadAsync(db => db.Conversations.SingleAsync())).Draft);
    }

    [Theory, OnSqlite]
    public async Task What_was_passed_on_is_read_by_staff_below_the_story(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToStory);

        // Act
        await chat.SendAsync(BadInput.All.Single(i => i.Name == "hoax passed on").ToActivity());
        await chat.PlayAsync(
            """
            < Pesan terusan itu saya simpan
            < Langkah 3 dari 6
            > tetangga saya sudah ditipu oleh pesan seperti ini
            > selesai
            > Sadu
            > lewati
            > Siti 081234567890
            > kirim
            < ✅ Laporan terkirim.
            """);

        // Assert
        var complaint = await chat.FirstComplaintAsync();
        var story = chat.Database.Services.GetRequiredService<FieldCipher>().Open(complaint.Story, new("complaint"), complaint.Id, "story");
        Assert.StartsWith("tetangga saya sudah ditipu oleh pesan seperti ini\n(Pesan terusan) Bansos 600rb", story, StringComparison.Ordinal);
    }

    [Theory, OnSqlite]
    public async Task A_button_of_another_chat_is_an_old_one_here(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToSubject);
        var token = chat.TokenOf("Keluarga saya");
        chat.ComesFrom("chat2");
        await chat.PlayAsync(Paths.ToSubject);

        // Act
        await chat.PressTokenAsync(token);
        await chat.PressTokenAsync(token);

        // Assert
        await chat.PlayAsync("< Tombol itu sudah tidak berlaku.\n< Langkah 1 dari 6");
    }

    [Theory, OnSqlite]
    public async Task A_video_is_not_fetched_and_its_words_are_heard(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToSubject);

        // Act
        await chat.SendAsync(BadInput.Translate("message", """{"video":{"file_id":"v","file_unique_id":"u","duration":9},"caption":"untuk tetangga saya"}"""));

        // Assert
        await chat.PlayAsync("< Video belum bisa saya terima.\n< Siapa nama orang yang dibantu?");
        Assert.Equal(FileState.Refused, (await chat.Database.ReadAsync(db => db.StoredFiles.SingleAsync())).State);
    }

    [Theory, OnSqlite]
    public async Task A_sticker_is_no_answer_to_what_staff_have_asked(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        await chat.MovesAsync("review", "ask_resident");

        // Act, Assert
        await chat.PlayAsync("> (sticker)\n< Stikernya lucu\n<! Terima kasih. Jawaban Anda");
        Assert.Equal(Core.Complaints.ComplaintStatus.NeedsInformation, (await chat.FirstComplaintAsync()).Status);
    }

    [Theory]
    [OnSqlite("tolong kirim juga kabarnya ke kantor desa kami", "Sudah saya tambahkan")]
    [OnSqlite("kirim", "✅ Laporan terkirim.")]
    public async Task After_sending_the_word_alone_means_sending(DatabaseProvider provider, string typed, string heard)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);

        // Act, Assert
        await chat.PlayAsync($"> {typed}\n< {heard}");
    }

    [Theory]
    [OnSqlite("saya mau kirim foto dulu", "Laporan belum terkirim")]
    [OnSqlite("tolong kirim ya bu", "✅ Laporan terkirim.")]
    public async Task At_the_summary_nothing_is_sent_that_was_to_wait(DatabaseProvider provider, string typed, string heard)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReview);

        // Act, Assert
        await chat.PlayAsync($"> {typed}\n< {heard}");
    }
}
