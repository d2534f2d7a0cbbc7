using SlrtBot.Bot.Engine;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Phrases;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs;

/// <summary>Whoever answers in Sundanese or Javanese is understood, and answered in plain Indonesian.</summary>
public sealed class LocalWordsTests
{
    [Theory, OnSqlite]
    public async Task A_resident_who_answers_in_Sundanese_comes_to_the_end(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act, Assert
        await chat.PlayAsync(
            """
            > sampurasun
            < Halo, saya SlrtBot
            > abdi hoyong lapor
            < Apakah Anda setuju?
            > muhun, satuju
            < Langkah 1 dari 6
            > hiji
            < Langkah 2 dari 6
            > sakola
            < Langkah 3 dari 6
            > ijazah budak abdi ditahan ku sakola
            < Sudah saya catat.
            > parantos
            < Langkah 4 dari 6
            > Sadu
            < Langkah 5 dari 6
            > teu aya
            < Langkah 6 dari 6
            > rahasiakeun
            < Periksa dulu
            > kintunkeun
            < ✅ Laporan terkirim.
            > hatur nuhun pisan
            < Sama-sama.
            """);
    }

    [Theory, OnSqlite]
    public async Task A_resident_who_answers_in_Javanese_comes_to_the_end(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act, Assert
        await chat.PlayAsync(
            """
            > kulo nuwun
            < Halo, saya SlrtBot
            > arep lapor
            < Apakah Anda setuju?
            > nggih
            < Langkah 1 dari 6
            > loro
            < nama orang yang dibantu
            > Mbok Sinah
            < Langkah 2 dari 6
            > sekolahan
            < Langkah 3 dari 6
            > ijazahe anakku ditahan sekolahan
            < Sudah saya catat.
            > wis
            < Langkah 4 dari 6
            > Sadu
            < Langkah 5 dari 6
            > ora ono
            < Langkah 6 dari 6
            > ora sido
            < Batalkan dan hapus
            > inggih
            < Silakan pilih
            > matur nuwun sanget
            < Sama-sama.
            """);
    }

    [Theory]
    [OnSqlite("wangsul", "Langkah 2 dari 6")]
    [OnSqlite("mundur deui", "Langkah 2 dari 6")]
    [OnSqlite("mbalik", "Langkah 2 dari 6")]
    [OnSqlite("teu janten", "Laporan dibatalkan")]
    [OnSqlite("mboten sios", "Laporan dibatalkan")]
    [OnSqlite("kumaha carana", "Tulis «kembali» untuk mundur")]
    [OnSqlite("piye carane", "Tulis «kembali» untuk mundur")]
    [OnSqlite("patugas", "petugas sudah diberi tahu")]
    public async Task Words_that_hold_everywhere_hold_in_both_languages(DatabaseProvider provider, string typed, string heard)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToGroup);
        await chat.PlayAsync("> kesehatan\n< Lebih tepatnya");

        // Act, Assert
        await chat.PlayAsync($"> {typed}\n< {heard}");
    }

    [Fact]
    public void Numbers_to_twenty_are_known_as_words_in_three_languages()
    {
        // Arrange
        var matcher = new ChoiceMatcher(PhraseBook.Load(typeof(BotServices).Assembly));
        var open = new OpenPrompt("x", [.. Enumerable.Range(1, 20).Select(n => new OpenChoice($"key{n}", $"Pilihan {(char)('a' + n)}", $"t{n}", n))], TakesWords: false, HasKeyboard: false);
        string[] spoken =
        [
            "satu hiji siji", "dua dua loro", "tiga tilu telu", "empat opat papat", "lima lima lima", "enam genep enem", "tujuh tujuh pitu", "delapan dalapan wolu",
            "sembilan salapan sanga", "sepuluh sapuluh sadasa", "sebelas sabelas sewelas", "duabelas dua_belas rolas", "tigabelas tilu_belas telulas",
            "empatbelas opat_belas patbelas", "limabelas lima_belas limolas", "enambelas genep_belas nembelas", "tujuhbelas tujuh_belas pitulas",
            "delapan_belas dalapan_belas wolulas", "sembilan_belas salapan_belas sangalas", "duapuluh dua_puluh rong_puluh",
        ];

        // Act, Assert
        Assert.All(spoken.Select((words, i) => (Words: words, Number: i + 1)), row =>
            Assert.All(row.Words.Split(' '), word => Assert.Equal(row.Number, matcher.Exactly(open, word.Replace('_', ' '))?.Number)));
    }
}
