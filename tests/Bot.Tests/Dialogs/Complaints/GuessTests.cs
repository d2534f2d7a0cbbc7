using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs.Complaints;

/// <summary>A story told first: what it seems to be about is proposed, and the resident decides.</summary>
public sealed class GuessTests
{
    /// <summary>The story at once and the village typed.</summary>
    private const string ShortPath =
        """
        > bansos saya sudah 3 bulan belum cair tanpa penjelasan
        < Apakah Anda setuju?
        > setuju
        > saya sendiri
        < Sepertinya ini tentang: Belum cair / saldo nol. Betul?
        > iya betul
        < Langkah 4 dari 6
        > Sadu
        > lewati
        > Siti Aminah, 081234567890
        > lewati
        < Periksa dulu
        > kirim
        < ✅ Laporan terkirim.
        """;

    [Theory]
    [InlineData("> kirim", "PKH")]
    [InlineData("> ubah 2\n> lansia\n< 2. Masalah:\n<! (PKH)\n> kirim", null)]
    public async Task The_programme_is_shown_with_the_category_and_goes_with_it(string end, string? stored)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(DatabaseProvider.Sqlite);

        // Act
        await chat.PlayAsync(
            $"""
            > uang pkh saya sudah tiga bulan tidak cair padahal tetangga dapat
            < Apakah Anda setuju?
            > setuju
            > saya sendiri
            < Sepertinya ini tentang
            < (PKH). Betul?
            > betul
            > Sadu
            > lewati
            > Siti Aminah 081234567890
            > lewati
            < (PKH)
            {end}
            < Laporan terkirim
            """);

        // Assert
        Assert.Equal(stored, (await chat.Database.ReadAsync(db => db.Complaints.SingleAsync())).ProgrammeCode);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_story_told_first_is_lodged_in_nine_messages(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act
        await chat.PlayAsync(ShortPath);

        // Assert
        Assert.Equal("P1", (await chat.FirstComplaintAsync()).CategoryCode);
        Assert.InRange(ShortPath.Split('\n').Count(line => line.TrimStart().StartsWith('>')), 1, 9);
    }

    [Theory, OnSqlite]
    public async Task A_wrong_guess_is_put_right_by_the_resident(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync("> bansos saya sudah 3 bulan belum cair tanpa penjelasan\n< Apakah Anda setuju?\n> setuju\n> saya sendiri\n< Betul?");

        // Act
        await chat.PlayAsync(
            """
            > [Pilih lain]
            < Langkah 2 dari 6. Keluhan tentang apa?
            <! Sepertinya
            > sekolah
            < Langkah 4 dari 6
            """);

        // Assert
        Assert.Equal(0, await chat.Database.ReadAsync(db => db.Complaints.CountAsync()));
    }

    [Theory, OnSqlite]
    public async Task Words_that_say_too_little_are_not_guessed_at(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act, Assert
        await chat.PlayAsync(
            """
            > ada yang mau saya sampaikan soal tetangga kampung sebelah
            < Apakah Anda setuju?
            > setuju
            > saya sendiri
            < Langkah 2 dari 6. Keluhan tentang apa?
            """);
    }

    [Theory, OnSqlite]
    public async Task What_the_whole_leaves_open_a_part_may_say(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act, Assert
        await chat.PlayAsync(
            """
            > Ass. maaf pak mau tanya knp PKH sy dri thn kmrn ga cair2 lagi ya, pdhl anak msh sekolah
            < Apakah Anda setuju?
            > setuju
            > saya sendiri
            < Sepertinya ini tentang: Belum cair / saldo nol. Betul?
            """);
    }

    [Theory, OnSqlite]
    public async Task Another_subject_may_be_named_instead_of_answering(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync("> bansos saya sudah 3 bulan belum cair tanpa penjelasan\n< Apakah Anda setuju?\n> setuju\n> saya sendiri\n< Betul?");

        // Act, Assert
        await chat.PlayAsync("> kesehatan\n< Lebih tepatnya yang mana?");
    }

    [Theory, OnSqlite]
    public async Task A_kind_may_be_named_instead_of_answering(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync("> bansos saya sudah 3 bulan belum cair tanpa penjelasan\n< Apakah Anda setuju?\n> setuju\n> saya sendiri\n< Betul?");

        // Act, Assert
        await chat.PlayAsync("> kartu atau pin\n< Langkah 4 dari 6");
    }
}
