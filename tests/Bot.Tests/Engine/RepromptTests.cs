using SlrtBot.Bot.Tests.Dialogs;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Engine;

/// <summary>What happens to an answer that is not understood.</summary>
public sealed class RepromptTests
{
    [Theory, OnSqlite]
    public async Task A_choice_is_asked_again_with_an_example_then_with_numbers_then_with_a_way_out(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToSubject);

        // Act, Assert
        await chat.PlayAsync(
            """
            > qwerty
            < Maaf, saya belum paham.
            < Keluhan ini untuk siapa?
            < Contoh: balas «saya sendiri»
            > qwerty
            < Maaf, masih belum terbaca.
            < 1. Saya sendiri
            < 5. Orang lain
            > qwerty
            < Sepertinya saya kurang membantu.
            < [Lanjutkan]
            < Hubungi petugas]
            < [Batalkan]
            # An answer to the question itself still counts.
            > orang lain
            < Siapa nama orang yang dibantu?
            """);
    }

    [Theory, OnSqlite]
    public async Task No_sentence_is_said_twice_in_a_row_however_often_nothing_is_understood(DatabaseProvider provider)
    {
        // Arrange
        string[] paths = [Paths.ToConsent, Paths.ToGroup, Paths.ToVillage, Paths.ToPhotos, Paths.ToPhone, Paths.ToNationalId, Paths.ToReview];
        foreach (var path in paths)
        {
            await using var chat = await ConversationScript.BeginAsync(provider);
            await chat.PlayAsync(path);
            var before = chat.Heard.Single().Text;

            // Act, Assert
            for (var i = 0; i < 7; i++)
            {
                await chat.PlayAsync("> 4711");
                var said = chat.Heard.Single().Text;
                Assert.NotEqual(before, said);
                before = said;
            }
        }
    }

    [Theory, OnSqlite]
    public async Task An_answer_that_is_understood_starts_the_count_anew(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToSubject);

        // Act, Assert
        await chat.PlayAsync(
            """
            > qwerty
            > qwerty
            < Maaf, masih belum terbaca.
            > saya
            > qwerty
            < Maaf, saya belum paham.
            < Langkah 2 dari 6
            """);
    }

    [Theory, OnSqlite]
    public async Task From_the_way_out_one_can_go_on_ask_for_a_person_or_cancel(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToGroup);

        // Act, Assert
        await chat.PlayAsync(
            """
            > qwerty
            > qwerty
            > qwerty
            < kurang membantu
            > [Hubungi petugas]
            < Jl. Al-Fathu, Soreang
            < Kantor sedang buka.
            < Langkah 2 dari 6
            > qwerty
            > qwerty
            > qwerty
            > [Lanjutkan]
            < Langkah 2 dari 6
            > qwerty
            > qwerty
            > qwerty
            > [Batalkan]
            < Laporan dibatalkan dan tidak disimpan.
            """);
    }

    [Theory, OnSqlite]
    public async Task In_the_menu_an_unknown_word_gets_an_example(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act, Assert
        await chat.PlayAsync(
            """
            > p
            < Halo, saya SlrtBot
            > blabla
            < Maaf, saya belum paham.
            < Contoh: «Sudah tiga bulan
            > blabla
            < 1. 📝 Sampaikan keluhan
            > makasih
            < Sama-sama.
            """);
    }
}
