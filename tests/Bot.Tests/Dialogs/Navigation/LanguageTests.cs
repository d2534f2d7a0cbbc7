using SlrtBot.Core.Persistence;
using SlrtBot.Core.Phrases;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs.Navigation;

/// <summary>Sundanese and Javanese: there, not reviewed, and therefore off until an office switches them on.</summary>
public sealed class LanguageTests
{
    private static readonly (string, string) SwitchedOn = ("Languages:Answers", "su, jv");

    [Theory, OnSqlite]
    public async Task Unless_an_office_switches_them_on_they_are_neither_offered_nor_spoken(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act, Assert
        await chat.PlayAsync(
            """
            > /bahasa
            < [Bahasa Indonesia] [English]
            <! Basa
            > bahasa sunda
            < Dalam bahasa itu saya belum bisa menjawab
            < Silakan pilih
            > lapor
            < Apakah Anda setuju?
            > muhun
            < Langkah 1 dari 6
            """);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_resident_reads_Sundanese_from_the_first_question_to_the_number(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider, SwitchedOn);

        // Act, Assert
        await chat.PlayAsync(
            """
            > /bahasa
            < [Bahasa Indonesia] [English] [Basa Sunda] [Basa Jawa]
            > [Basa Sunda]
            < Saé, abdi ngangge basa Sunda.
            > [Nepikeun keluhan]
            < Naha Bapa/Ibu satuju?
            > [Satuju, lajeng]
            < Léngkah 1 ti 6. Keluhan ieu kanggo saha?
            > abdi nyalira
            < Léngkah 2 ti 6
            > sakola
            < Léngkah 3 ti 6
            > ijazah budak abdi ditahan ku sakola
            < Tos dicatet.
            > [Réngsé nyarios]
            < Léngkah 4 ti 6
            > Sadu
            < Dicatet: Desa Sadu
            < Léngkah 5 ti 6
            > teu aya
            < Léngkah 6 ti 6
            > Siti Aminah, 0812 3456 7890
            < Pariksa heula saméméh dikintun.
            < 2. Masalah: Biaya sakola / ijazah
            > kintun
            < ✅ Laporan tos dikintun.
            < Senén, 30 Nopémber 2026
            """);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_resident_reads_Javanese_from_the_first_question_to_the_number(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider, SwitchedOn);

        // Act, Assert
        await chat.PlayAsync(
            """
            > basa jawa
            < Inggih, kula ngginakaken basa Jawi.
            > [Ngaturaken keluhan]
            < Menapa Panjenengan sarujuk?
            > [Sarujuk, lajeng]
            < Langkah 1 saking 6. Keluhan punika kangge sinten?
            > kula piyambak
            < Langkah 2 saking 6
            > sekolahan
            < Langkah 3 saking 6
            > ijazahe anakku ditahan sekolahan
            < Sampun kula cathet.
            > [Sampun cekap]
            < Langkah 4 saking 6
            > Sadu
            < Kula cathet: Desa Sadu
            < Langkah 5 saking 6
            > mboten wonten
            < Langkah 6 saking 6
            > Siti Aminah, 0812 3456 7890
            < Priksanana rumiyin saderengipun dipunkintun.
            > kintun
            < ✅ Laporan sampun kakintun.
            < Senen, 30 November 2026
            """);
    }

    [Theory, OnSqlite]
    public async Task A_resident_reads_English_from_the_first_question_to_the_number(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act, Assert
        await chat.PlayAsync(
            """
            > /bahasa
            > [English]
            > [Report a problem]
            > yes
            < Step 1 of 6
            > myself
            < Step 2 of 6
            > school
            < Step 3 of 6
            > the school keeps my son's certificate
            < I have noted it.
            > [That is all]
            < Step 4 of 6
            > Sadu
            < Step 5 of 6
            > skip
            < Step 6 of 6
            > Siti Aminah, 0812 3456 7890
            < 6. Reporter: Siti Aminah, 0812-3456-7890
            > send
            < SLRT-
            < Monday, 30 November 2026
            """);
    }

    [Theory, OnSqlite]
    public async Task A_language_that_is_switched_off_again_leaves_its_chats_in_Indonesian(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider, SwitchedOn);
        await chat.PlayAsync("> basa sunda\n> lapor\n< Naha Bapa/Ibu satuju?");

        // Act
        var quiet = chat.Database.Services.GetService(typeof(PhraseBook)) as PhraseBook;
        var indonesian = quiet!.Speaking(["id", "en"]).Get("su", "ask.subject");

        // Assert
        Assert.Equal(quiet.Get("id", "ask.subject"), indonesian);
    }

    [Theory, OnSqlite]
    public async Task A_report_is_withdrawn_and_gone_on_with_in_Sundanese(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider, SwitchedOn);
        var reference = await chat.LodgeAsync();

        // Act, Assert
        await chat.PlayAsync(
            $"""
            > bahasa sunda
            > cabut laporan
            < Upami laporan {reference} (Sakola) dicabut, patugas liren nangananana. Dina 7 dinten masih tiasa dibatalkeun.
            < [Tos dibantos] [Tos teu peryogi] [Abdi sieun] [Alesan sanes] [Cabut tanpa alesan] [Ulah dicabut]
            > Tos dibantos
            < Laporan {reference} tos dicabut
            > [Teu janten nyabut]
            < Nyabutna dibatalkeun. Laporan {reference} diteraskeun.
            < Katampi
            > riwayat
            < Bapa/Ibu neraskeun deui
            > kunci
            < Upami HP ieu dianggo babarengan, obrolan tiasa dikonci.
            """);
    }

    [Theory, OnSqlite]
    public async Task A_report_is_added_to_and_raised_in_Javanese(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider, SwitchedOn);
        var reference = await chat.LodgeAsync();

        // Act, Assert
        await chat.PlayAsync(
            $"""
            > basa jawa
            > tambah
            < Mangga kintun tambahan kangge laporan {reference}
            > payonipun sampun ambruk
            < Menawi taksih wonten, kintun malih.
            > [✅ Rampung]
            < Tambahan kangge laporan {reference} sampun jangkep: 1 seratan, 0 berkas.
            > sudah lewat
            < Laporan {reference} dereng kliwat janji.
            > kenapa saya tidak dapat bantuan
            < Wonten sawetawis sebab ingkang asring kedadosan.
            """);
    }
}
