using SlrtBot.Core.Persistence;
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
}
