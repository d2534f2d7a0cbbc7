using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs;

/// <summary>Answers that are none, that came before their question, or that ask back.</summary>
public sealed class HalfAnswerTests
{
    [Theory, OnSqlite]
    public async Task Who_has_said_name_number_and_village_in_the_story_is_asked_for_none_of_them(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act, Assert
        await chat.PlayAsync(
            """
            > nama sy Siti Aminah hp 081234567890 desa sadu rt 2 rw 4 bantuan pkh sy dipotong 50rb sm ketua kelompok
            < Apakah Anda setuju?
            > ok
            > sendiri
            < Dipotong / pungli
            > iya bener
            < Ini tentang siapa?
            > ketua kelompok
            < Langkah 5 dari 6
            > ga
            < 6. Pelapor: Siti Aminah, 0812-3456-7890
            """);
    }

    [Theory, OnSqlite]
    public async Task A_number_in_a_story_without_a_name_is_not_taken_for_the_writers(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act, Assert
        await chat.PlayAsync(
            """
            > ada yang minta uang 100rb buat daftar bansos nomornya 081298765432
            < Jangan beri PIN, OTP, atau uang
            > setuju
            > saya sendiri
            > pungli
            < Ini tentang siapa?
            > orang lain
            > sadu
            > ga ada
            < Langkah 6 dari 6. Siapa nama Anda?
            > iya pak
            < Itu belum terbaca sebagai nama.
            > Wati
            < Berapa nomor HP yang bisa dihubungi?
            > ga
            < 6. Pelapor: Wati, tanpa nomor HP
            """);
    }

    [Theory, OnSqlite]
    public async Task A_village_with_its_sub_district_is_taken_at_once_also_from_the_list(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToVillage);

        // Act, Assert
        await chat.PlayAsync(
            """
            > ga tau
            < Pilih kecamatannya
            > di ds. sadu kec soreang
            < Saya catat: Desa Sadu, Kec. Soreang.
            """);
    }

    [Theory, OnSqlite]
    public async Task Who_asks_where_the_office_is_gets_its_address_and_hours(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act, Assert
        await chat.PlayAsync(
            """
            > alamat kantornya dimana ya
            < Petugas bisa ditemui di kantor:
            > lapor
            > setuju
            > buka jam berapa pak?
            < Petugas bisa ditemui di kantor:
            < Langkah 1 dari 6
            """);
    }

    [Theory, OnSqlite]
    public async Task The_code_of_a_badge_is_understood_by_itself(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act, Assert
        await chat.PlayAsync("> cek petugas\n< Minta kode di kartunya\n> ptg 7k3m 9qx\n< Kode itu tidak kami kenal.");
    }

    [Theory, OnSqlite]
    public async Task Not_to_know_a_name_is_no_name(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToSubject);

        // Act, Assert
        await chat.PlayAsync(
            """
            > tetangga
            < Siapa nama orang yang dibantu?
            > ga tau namanya
            < Langkah 2 dari 6
            > pungli
            < Lebih tepatnya yang mana?
            > 1
            < Ini tentang siapa?
            > petugas desa
            < Siapa nama orang itu?
            > gak kenal
            < Langkah 3 dari 6
            """);
    }

    [Theory, OnSqlite]
    public async Task A_title_makes_a_name_of_a_word_and_a_question_back_is_answered(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act, Assert
        await chat.PlayAsync(
            """
            > assalamualaikum pak
            < langsung ceritakan masalah Anda
            > ga punya bpjs
            < Cerita Anda sudah saya catat.
            > iya gpp
            < Langkah 1 dari 6
            > kangge tiyang sepuh kula
            < Siapa nama orang yang dibantu?
            > gatau
            < Sakit / biaya berobat
            > iya
            < Sudah saya catat.
            > udh segitu aja
            < Langkah 4 dari 6
            > linggih di sadu
            < Mungkin yang Anda maksud
            > muhun
            < Saya catat: Desa Sadu, Kec. Soreang.
            > ga
            < Langkah 6 dari 6
            > ngapain tau nama sy?
            < Nama dipakai petugas
            > Pak Bali
            < nomor HP
            > males ah
            < Dengan NIK
            > buat apa nik?
            < NIK hanya dipakai untuk mencocokkan
            > ga mau ngasih
            < 6. Pelapor: Pak Bali, tanpa nomor HP
            """);
    }
}
