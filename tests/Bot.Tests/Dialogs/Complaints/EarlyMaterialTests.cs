using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Files;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs.Complaints;

/// <summary>Photos, voices, pins and contacts, at their step and at any other.</summary>
public sealed class EarlyMaterialTests
{
    [Theory, OnSqlite]
    public async Task A_resident_who_sends_a_photo_first_is_asked_for_words(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act
        await chat.PlayAsync(
            """
            > (photo)
            < Halo, saya SlrtBot
            < Fotonya sudah saya terima.
            < Apakah Anda setuju?
            > setuju
            > saya
            > sekolah
            < Langkah 3 dari 6
            > ijazah anak saya ditahan
            > selesai
            > Sadu
            < Langkah 6 dari 6
            <! Langkah 5 dari 6
            > Siti 081234567890
            < 5. Foto: 1 berkas
            > kirim
            """);

        // Assert
        var file = await chat.Database.ReadAsync(db => db.StoredFiles.SingleAsync());
        Assert.Equal((await chat.Database.ReadAsync(db => db.Complaints.SingleAsync())).Id, file.ComplaintId);
        Assert.Equal(FileState.Pending, file.State);
    }

    [Theory]
    [OnSqlite("setuju", "Berkasnya sudah saya terima.", "Fotonya")]
    [OnSqlite("english", "I have received the file.", "photo.")]
    public async Task A_letter_that_comes_early_is_no_photo(DatabaseProvider provider, string says, string hears, string never)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync($"> lapor\n> {says}");

        // Act, Assert
        await chat.PlayAsync($"> (document)\n< {hears}\n<! {never}");
    }

    [Theory, OnSqlite]
    public async Task An_album_is_answered_once_and_every_photo_of_it_is_kept(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToPhotos);

        // Act
        await chat.PlayAsync(
            """
            > (album a)
            < 1 foto kami terima.
            > (album a)
            < -
            > (album a)
            < -
            > selesai
            < Langkah 6 dari 6
            > Siti 081234567890
            < 5. Foto: 3 berkas
            """);

        // Assert
        Assert.Equal(3, await chat.Database.ReadAsync(db => db.StoredFiles.CountAsync(f => f.DraftId != null)));
    }

    [Theory]
    [OnSqlite("", "2 berkas kami terima.", "5. Surat: 2 berkas")]
    [OnSqlite("> english\n", "We received 2 files.", "5. Papers: 2 files")]
    [OnSqlite("> bahasa sunda\n", "2 berkas tos katampi.", "5. Serat: 2 berkas")]
    [OnSqlite("> basa jawa\n", "2 berkas sampun katampi.", "5. Serat: 2 berkas")]
    public async Task An_album_of_letters_is_no_album_of_photos(DatabaseProvider provider, string language, string hears, string line)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider, ("Languages:Answers", "su, jv"));
        await chat.PlayAsync(Paths.ToPhotos);
        if (language.Length > 0)
        {
            await chat.PlayAsync(language);
        }

        // Act, Assert
        await chat.PlayAsync($"> (documents a)\n> (documents a)\n< {hears}\n<! oto kami\n<! photo.\n> selesai\n> Siti 081234567890\n< {line}\n<! oto: 2");
    }

    [Theory]
    [OnSqlite("(document)", "Berkasnya sudah saya terima.", "5. Surat: 1 berkas")]
    [OnSqlite("(photo)", "Fotonya sudah saya terima.", "5. Foto: 1 berkas")]
    [OnSqlite("(photo)\n> (document)", "Berkasnya sudah saya terima.", "5. Foto/surat: 2 berkas")]
    [OnSqlite("(document)\n> (photo)", "Fotonya sudah saya terima.", "5. Foto/surat: 2 berkas")]
    public async Task What_came_is_called_what_it_is_where_it_is_asked_for_and_in_the_summary(DatabaseProvider provider, string sends, string hears, string line)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToPhotos);

        // Act, Assert
        await chat.PlayAsync($"> {sends}\n< {hears}\n> selesai\n> Siti 081234567890\n< {line}");
    }

    [Theory, OnSqlite]
    public async Task A_mixture_is_files(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToPhotos);

        // Act, Assert
        await chat.PlayAsync("> (album a)\n> (documents a)\n< 2 berkas kami terima.\n<! foto kami\n> selesai\n> Siti 081234567890\n< 5. Foto/surat: 2 berkas");
    }

    [Theory, OnSqlite]
    public async Task A_sixth_letter_is_not_called_a_photo(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToPhotos);

        // Act, Assert
        await chat.PlayAsync("> (document)\n> (document)\n> (document)\n> (document)\n> (document)\n> (document)\n< Sudah ada 5 berkas\n<! 5 foto");
    }

    [Theory, OnSqlite]
    public async Task The_fifth_photo_is_the_last(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToPhotos);

        // Act
        await chat.PlayAsync(
            """
            > (photo)
            > (photo)
            > (photo)
            > (photo)
            > (photo)
            < Langkah 6 dari 6
            > (photo)
            < Sudah ada 5 foto
            < Langkah 6 dari 6
            """);

        // Assert
        Assert.Equal(5, await chat.Database.ReadAsync(db => db.StoredFiles.CountAsync(f => f.State == FileState.Pending)));
        Assert.Equal(1, await chat.Database.ReadAsync(db => db.StoredFiles.CountAsync(f => f.State == FileState.Refused)));
    }

    [Theory, OnSqlite]
    public async Task A_voice_message_is_a_story(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToStory);

        // Act, Assert
        await chat.PlayAsync(
            """
            > (voice)
            < Sudah saya catat.
            > udah itu aja
            < Langkah 4 dari 6
            > Sadu
            > lewati
            > Siti 081234567890
            < 3. Cerita: pesan suara
            > kirim
            < ✅ Laporan terkirim.
            """);
        Assert.Equal(FileKind.Voice, (await chat.Database.ReadAsync(db => db.StoredFiles.SingleAsync(f => f.ComplaintId != null))).Kind);
    }

    [Theory, OnSqlite]
    public async Task What_comes_at_the_wrong_step_is_kept_where_it_is_useful(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToSubject);

        // Act
        await chat.PlayAsync(
            """
            > (location)
            < Lokasinya sudah saya simpan.
            < Langkah 1 dari 6
            > (own contact 081234567890)
            < Nomor Anda sudah saya simpan.
            < Langkah 1 dari 6
            > (sticker)
            < Stikernya lucu
            < Langkah 1 dari 6
            > (poll)
            < tidak bisa saya baca
            > (other contact 081298765432)
            < Kontak orang lain tidak saya simpan.
            > saya
            > sekolah
            > (photo: ijazah anak saya ditahan sekolah)
            < Fotonya sudah saya terima.
            < Sudah saya catat.
            > selesai
            > Sadu
            < Langkah 6 dari 6
            > Siti
            < 6. Pelapor: Siti, 0812-3456-7890
            < 5. Foto: 1 berkas
            > kirim
            """);

        // Assert
        Assert.NotNull((await chat.Database.ReadAsync(db => db.Complaints.SingleAsync())).Location);
    }

    [Theory, OnSqlite]
    public async Task A_story_told_at_another_question_is_not_asked_for_again(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToSubject);

        // Act, Assert
        await chat.PlayAsync(
            """
            > udah tiga bulan kami tidak dapat beras dari desa
            < Cerita Anda sudah saya catat.
            < Langkah 1 dari 6
            > saya
            > sekolah
            < Langkah 4 dari 6
            """);
    }
}
