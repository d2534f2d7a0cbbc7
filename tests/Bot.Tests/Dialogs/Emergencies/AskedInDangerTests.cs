using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs.Emergencies;

/// <summary>What people in danger ask is answered; what is none of that is not answered by the same sentence again and again.</summary>
public sealed class AskedInDangerTests
{
    private const string Flooded = "> tolong air udah masuk rumah tinggi banget\n< 113\n> sadu\n> sama nenek, 081234567890\n< aman untuk melanjutkan di sini?";

    [Theory]
    [OnSqlite("113 ga diangkat angkat", "Coba juga 119, 110")]
    [OnSqlite("nobody answers", "Coba juga 119, 110")]
    [OnSqlite("belum aman air naik terus udah selutut", "Naik ke tempat paling tinggi")]
    [OnSqlite("udah di atap rumah tetangga sm nenek", "Naik ke tempat paling tinggi")]
    [OnSqlite("caina naek terus", "Naik ke tempat paling tinggi")]
    [OnSqlite("banyune munggah terus", "Naik ke tempat paling tinggi")]
    [OnSqlite("nenek sy lumpuh masih di dlm", "Bilang itu ke 113 sekarang: siapa yang masih di dalam")]
    [OnSqlite("tim penyelamat kapan dateng", "obrolan ini tidak mengirim tim penolong")]
    [OnSqlite("tolong cepetan", "obrolan ini tidak mengirim tim penolong")]
    [OnSqlite("naik apa saya ke rs", "Telepon 119: ambulans gratis")]
    [OnSqlite("ga ada kendaraan", "ambulans desa")]
    [OnSqlite("udah di igd, katanya harus bayar dulu 500rb", "UU 17/2023 pasal 174")]
    [OnSqlite("katanya hrs bayar dulu 500rb", "Minta bertemu petugas BPJS")]
    [OnSqlite("they want a deposit", "law 17/2023, article 174")]
    [OnSqlite("cara hapus chat ini gmn suami saya suka buka hp saya", "boleh Anda hapus dari HP")]
    [OnSqlite("kalo dia baca chat ini gmn", "boleh Anda hapus dari HP")]
    public async Task It_is_answered_by_what_helps(DatabaseProvider provider, string says, string hears)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Flooded);

        // Act, Assert
        await chat.PlayAsync($"> {says}\n< {hears}\n<! diteruskan ke petugas\n<! aman untuk melanjutkan");
    }

    [Theory, OnSqlite]
    public async Task No_sentence_is_said_twice_in_a_row_and_whether_it_is_safe_is_asked_now_and_then(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Flooded);

        // Act, Assert: nobody is known to have been reached, so that nobody is said to have it.
        await chat.PlayAsync(
            """
            > nenek pake baju merah
            < Tulisan Anda tersimpan untuk petugas, tetapi belum tentu sudah dibaca.
            < telepon 113
            <! aman untuk melanjutkan
            > rumahnya cat ijo
            < Saya catat.
            <! belum tentu sudah dibaca
            <! aman untuk melanjutkan
            > ada pohon mangga
            < belum tentu sudah dibaca
            < aman untuk melanjutkan di sini?
            > [Ya, lanjut]
            < Cerita Anda sudah saya catat.
            """);
    }

    [Theory]
    [OnSqlite("suami saya mukul lagi saya takut pulang", "jgn telp saya pak dia lg tidur")]
    [OnSqlite("suami saya mukul lagi saya takut pulang", "ulah nelepon nya pa")]
    [OnSqlite("suami saya mukul lagi saya takut pulang, jangan telepon ya dia di sini", "di rumah")]
    public async Task Whoever_may_not_be_called_is_asked_for_no_number_now_or_later(DatabaseProvider provider, string first, string then)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act
        await chat.PlayAsync($"> {first}\n< 129\n> {then}\n<! nomor yang bisa kami telepon\n> sadu\n<! nomor yang bisa kami telepon\n> sendiri\n<! Nomor berapa");

        // Assert
        Assert.Equal("JANGAN DITELEPON", (await chat.AlarmCardAsync()).Phone);
        await chat.PlayAsync("> lanjut\n> setuju\n> saya\n> betul\n> Sadu\n> lewati\n> Rina\n< Periksa dulu");
    }

    [Theory, OnSqlite]
    public async Task Not_to_call_at_some_hour_is_no_wish_not_to_be_called(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act
        await chat.PlayAsync("> suami saya mukul lagi saya takut pulang\n< 129\n> sadu\n> jangan telp siang saya kerja ya bu, 081234567890\n< Siapa yang bersama Anda sekarang?");

        // Assert
        Assert.Equal("0812-3456-7890", (await chat.AlarmCardAsync()).Phone);
    }
}
