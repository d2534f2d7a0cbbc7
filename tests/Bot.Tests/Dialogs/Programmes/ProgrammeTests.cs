using Microsoft.EntityFrameworkCore;
using SlrtBot.Bot.Dialogs.Programmes;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Phrases;
using SlrtBot.Core.Programmes;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs.Programmes;

/// <summary>What is told about programmes, and why somebody receives nothing.</summary>
public sealed class ProgrammeTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_asks_for_information_finds_a_programme_and_may_complain(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await BeginAsync(provider);

        // Act, Assert
        await chat.PlayAsync(
            """
            > /info
            < Program apa yang ingin Anda ketahui?
            > [Kesehatan]
            < Pilih programnya.
            > [Aktifkan KIS lagi]
            < Reaktivasi PBI Jaminan Kesehatan. KIS dari pemerintah yang dinonaktifkan
            < Untuk: Orang tidak mampu
            < Bawa: KTP, KK, kartu KIS
            < Urus di: Dinas Sosial
            < Gratis. Memenuhi syarat belum tentu menerima; yang menetapkan Dinas Sosial.
            <! belum dicocokkan
            > [Sampaikan keluhan]
            < Apakah Anda setuju?
            """);
    }

    [Theory, OnSqlite]
    public async Task A_question_about_aid_in_general_is_answered_with_the_programmes(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await BeginAsync(provider);

        // Act, Assert
        await chat.PlayAsync(
            """
            > cara daftar bansos gmn
            < Program apa yang ingin Anda ketahui?
            > pkh
            < Program Keluarga Harapan.
            """);
    }

    [Theory]
    [InlineData("syarat kis apa", "Penerima Bantuan Iuran")]
    [InlineData("syarat pkh apa saja ya min", "Program Keluarga Harapan")]
    [InlineData("info rutilahu", "Perbaikan rumah tidak layak huni")]
    [InlineData("cara mengaktifkan kis yang mati gimana", "Reaktivasi PBI")]
    [InlineData("program kip kuliah", "Kartu Indonesia Pintar Kuliah")]
    [InlineData("sarat pkh naon wae", "Program Keluarga Harapan")]
    public async Task A_question_about_a_programme_is_answered_with_its_page(string question, string name)
    {
        // Arrange
        await using var chat = await BeginAsync(DatabaseProvider.Sqlite);

        // Act, Assert
        await chat.PlayAsync($"> {question}\n< {name}\n< Bawa:\n< Gratis.");
    }

    [Theory]
    [InlineData("kapan cair ya bu")]
    [InlineData("pkh kapan turun")]
    [InlineData("bpnt tgl brp")]
    [InlineData("info kapan pkh cair")]
    [InlineData("iraha bansos medal")]
    [InlineData("bansos kapan metune yo, kapan caire")]
    public async Task Who_asks_for_the_day_of_payment_is_told_that_none_is_known_and_where_to_look(string question)
    {
        // Arrange
        await using var chat = await BeginAsync(DatabaseProvider.Sqlite);

        // Act, Assert
        await chat.PlayAsync(
            $"""
            > {question}
            < Tanggal cair tidak tetap dan tidak kami ketahui
            < cekbansos.kemensos.go.id
            <! 1–11
            > [Sampaikan keluhan]
            < Apakah Anda setuju?
            """);
    }

    [Theory, OnSqlite]
    public async Task Who_asks_for_it_in_English_reads_it_in_English(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await BeginAsync(provider);

        // Act, Assert
        await chat.PlayAsync("> when will the pkh be paid\n< There is no fixed date of payment and we do not know it");
    }

    [Theory]
    [InlineData("pkh saya kapan cair, sudah tiga bulan belum masuk juga")]
    [InlineData("usulan pkh kapan dibuka")]
    public async Task What_is_late_and_what_is_proposed_is_no_question_for_that_day(string words)
    {
        // Arrange
        await using var chat = await BeginAsync(DatabaseProvider.Sqlite);

        // Act, Assert
        await chat.PlayAsync($"> {words}\n<! tidak kami ketahui");
    }

    [Theory, OnSqlite]
    public async Task Who_asks_why_gets_reasons_with_office_and_papers_and_no_promise(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await BeginAsync(provider);

        // Act, Assert
        await chat.PlayAsync(
            """
            > kenapa saya tidak dapat
            < Mana yang paling mirip
            > 4
            < Disdukcapil
            < KTP dan KK
            < Gratis.
            <! akan menerima
            > kenapa saya ga dapat
            < Mana yang paling mirip
            > Dulu dapat, lalu putus
            < operator desa atau pendamping
            > [Sampaikan keluhan]
            < Apakah Anda setuju?
            """);
    }

    [Theory, OnSqlite]
    public async Task In_the_middle_of_a_complaint_information_leads_back_to_it(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await BeginAsync(provider);
        await chat.PlayAsync(Paths.ToVillage);

        // Act, Assert
        await chat.PlayAsync(
            """
            > info pkh
            < Program Keluarga Harapan
            > [Lanjutkan]
            < Langkah 4 dari 6
            """);
    }

    [Theory]
    [InlineData("program pkh saya dicabut padahal anak masih sekolah dasar")]
    [InlineData("knp sy ga prnh dapet pkh ya min? anak sy 3 sekolah smua")]
    public async Task What_is_a_complaint_stays_one(string story)
    {
        // Arrange
        await using var chat = await BeginAsync(DatabaseProvider.Sqlite);

        // Act, Assert
        await chat.PlayAsync($"> {story}\n< Apakah Anda setuju?");
    }

    [Fact]
    public async Task Every_page_fits_on_a_small_phone_and_every_label_on_a_button()
    {
        // Arrange
        await using var chat = await BeginAsync(DatabaseProvider.Sqlite);
        var book = PhraseBook.Load(typeof(PhraseBook).Assembly, typeof(BotServices).Assembly);

        // Act
        var told = await chat.Database.ReadAsync(db => db.Programmes.ToListAsync());

        // Assert
        Assert.Equal(31, told.Count);
        Assert.All(told, programme =>
        {
            var text = $"{ProgrammePages.Text(book, "id", programme)}\n\n{book.Get("id", "ask.info.next")}";
            Assert.True(text.Length <= 500, $"{programme.Code}: {text.Length}");
            Assert.InRange(programme.ShortName!.Length, 2, 24);
            Assert.True(programme.CheckedOn is null || programme.Source is not null, programme.Code);
        });
        Assert.All(Enum.GetValues<ProgrammeTopic>(), topic => Assert.InRange(told.Count(p => p.Topic == topic), 1, 8));
    }

    private static async Task<ConversationScript> BeginAsync(DatabaseProvider provider)
    {
        var chat = await ConversationScript.BeginAsync(provider);
        await chat.Database.Units.RunAsync<AddProgrammes, int>(
            (act, stop) => act.DoAsync(Provenance.Job("programmes", chat.Database.Clock.UtcNow), stop), CancellationToken.None);
        return chat;
    }
}
