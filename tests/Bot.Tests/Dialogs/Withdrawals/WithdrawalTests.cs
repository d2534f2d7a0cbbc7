using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Referrals;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs.Withdrawals;

/// <summary>"Cabut laporan", and its undoing.</summary>
public sealed class WithdrawalTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_report_is_withdrawn_with_one_press_and_goes_on_with_another(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        await chat.MovesAsync("review", "send_to_field");
        var reference = await chat.FirstReferenceAsync();

        // Act
        await chat.PlayAsync(
            $"""
            > cabut laporan
            < Kalau laporan {reference} (Sekolah) dicabut, petugas berhenti mengerjakannya. Dalam 7 hari masih bisa Anda batalkan.
            < [Sudah dibantu] [Sudah tidak perlu] [Saya takut] [Alasan lain] [Cabut tanpa alasan] [Jangan dicabut]
            > [Sudah dibantu]
            < Laporan {reference} sudah dicabut dan petugas berhenti mengerjakannya.
            < paling lambat Senin, 30 November 2026.
            """);
        var withdrawn = await chat.FirstComplaintAsync();
        chat.DaysPass(6);
        await chat.PlayAsync(
            $"""
            > [Batalkan pencabutan]
            < Pencabutan dibatalkan. Laporan {reference} dilanjutkan.
            < Kunjungan ke rumah
            > riwayat
            < Anda lanjutkan lagi
            """);

        // Assert: promised for 30 November; the five days that were left are left again, from Monday on
        Assert.Equal((ComplaintStatus.Withdrawn, new DateOnly(2026, 11, 30)), (withdrawn.Status, withdrawn.PromiseOn));
        var complaint = await chat.FirstComplaintAsync();
        Assert.Equal((ComplaintStatus.FieldVerification, new DateOnly(2026, 12, 7), null), (complaint.Status, complaint.PromiseOn, complaint.SettledAt));
        var moves = await chat.Database.ReadAsync(db => db.ComplaintMoves.OrderBy(m => m.Id).ToListAsync());
        Assert.Equal(["withdraw", "undo_withdrawal"], moves.TakeLast(2).Select(m => m.Verb));
        Assert.Equal(("helped", ActorKind.Resident), (moves[^2].Reason, moves[^2].ActorKind));
        Assert.Equal(5, (await chat.Database.AuditedAsync(complaint.Id)).Count(v => v is "complaint.moved" or "complaint.lodged"));
    }

    [Theory, OnSqlite]
    public async Task After_seven_days_it_cannot_be_undone(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        await chat.PlayAsync("> tarik laporan\n> ya\n< sudah dicabut");
        chat.DaysPass(8);

        // Act, Assert
        await chat.PlayAsync(
            """
            > [Batalkan pencabutan]
            < sudah terlalu lama untuk dibatalkan. Anda bisa membuat laporan baru.
            > batalkan pencabutan
            < Tidak ada laporan yang pencabutannya masih bisa dibatalkan.
            """);
        Assert.Equal(ComplaintStatus.Withdrawn, (await chat.FirstComplaintAsync()).Status);
    }

    [Theory, OnSqlite]
    public async Task Whoever_is_afraid_is_offered_an_officer(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        var reference = await chat.LodgeAsync();

        // Act
        await chat.PlayAsync(
            $"""
            > cabut {reference}
            < Kalau laporan {reference}
            > takut
            < Anda tidak sendirian.
            < [🧑 Hubungi petugas] [↩️ Batalkan pencabutan]
            > [Hubungi petugas]
            < petugas sudah diberi tahu
            """);

        // Assert
        Assert.Equal(1, await chat.Database.ReadAsync(db => db.Talks.CountAsync()));
        Assert.Equal("afraid", await chat.Database.ReadAsync(db => db.ComplaintMoves.Where(m => m.Verb == "withdraw").Select(m => m.Reason).SingleAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_referral_goes_on_and_what_the_partner_did_is_followed_when_it_is_undone(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        await chat.MovesAsync("review");
        await chat.ReferAsync("PKBM", new DateOnly(2026, 12, 3));

        // Act
        await chat.PlayAsync("> cabut laporan\n< memberi tahu lembaga yang membantu\n> tanpa alasan\n< sudah dicabut");
        var running = await chat.Database.ReadAsync(db => db.Referrals.SingleAsync());
        await chat.PartnerAnswersAsync();
        var withdrawn = await chat.FirstComplaintAsync();
        await chat.PlayAsync("> batalkan pencabutan\n< Pencabutan dibatalkan.");

        // Assert
        Assert.Equal(ReferralStatus.Sent, running.Status);
        Assert.Equal(ComplaintStatus.Withdrawn, withdrawn.Status);
        Assert.Equal(ComplaintStatus.Answered, (await chat.FirstComplaintAsync()).Status);
        Assert.Contains(await chat.NoticesAsync(), n => n.Content.Text.Contains("Bantuan dikirim minggu ini.", StringComparison.Ordinal));
    }

    [Theory, OnSqlite]
    public async Task Cabut_alone_is_asked_and_the_consent_is_another_thing(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        var reference = await chat.LodgeAsync();

        // Act, Assert
        await chat.PlayAsync(
            $"""
            > cabut
            < Apa yang ingin Anda cabut?
            < [🗑 Cabut laporan] [Izin menyimpan data] [Tidak jadi]
            > laporan
            < Kalau laporan {reference}
            > jangan
            < Baik, laporan {reference} tetap diteruskan.
            > cabut
            > [Tidak jadi]
            < Baik, tidak ada yang dicabut.
            > cabut
            > izin
            < Izin Anda sudah dicabut
            """);
        Assert.Equal(ComplaintStatus.Received, (await chat.FirstComplaintAsync()).Status);
    }

    [Theory, OnSqlite]
    public async Task Several_are_chosen_from_and_what_is_over_is_said_to_be(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        await chat.PlayAsync(Paths.AboutTheHouse);
        var references = await chat.ReferencesAsync();
        await chat.PlayAsync(
            $"""
            > cabut laporan
            < Laporan mana yang mau dicabut?
            > [Rumah · {references[1][5..]}]
            < Kalau laporan {references[1]} (Rumah) dicabut
            > ya cabut
            < Laporan {references[1]} sudah dicabut
            > [Cabut tanpa alasan]
            < Tombol itu sudah tidak berlaku
            """);
        await chat.MovesAsync("review", "serve_directly");

        // Act, Assert
        await chat.PlayAsync(
            $"""
            > cabut {references[0]}
            < Laporan {references[0]} sudah ditutup, jadi tidak perlu dicabut.
            > cabut {references[1]}
            < Laporan {references[1]} sudah dicabut.
            > {references[1]}
            < [↩️ Batalkan pencabutan]
            """);
    }

    [Theory, OnSqlite]
    public async Task In_the_middle_of_a_form_the_form_is_meant_and_a_number_is_asked_about_without_losing_it(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        var reference = await chat.LodgeAsync();

        // Act, Assert
        await chat.PlayAsync(
            $"""
            > lapor
            > saya
            > cabut {reference}
            < Kalau laporan {reference}
            > [Sudah tidak perlu]
            < Laporan {reference} sudah dicabut
            < Langkah 2 dari 6
            > cabut laporan
            < Laporan dibatalkan dan tidak disimpan.
            """);
    }

    [Theory, OnSqlite]
    public async Task Nobody_withdraws_a_report_of_another_chat(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        var reference = await chat.LodgeAsync();
        chat.ComesFrom("chat2");

        // Act
        await chat.PressTokenAsync($"!withdraw_for.nothing.{reference}");
        await chat.PressTokenAsync($"!undo_withdrawal.{reference}");

        // Assert
        Assert.Equal(ComplaintStatus.Received, (await chat.FirstComplaintAsync()).Status);
    }

    [Theory, OnSqlite]
    public async Task It_is_understood_in_english_too(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        var reference = await chat.LodgeAsync();

        // Act, Assert
        await chat.PlayAsync(
            $"""
            > bahasa inggris
            > withdraw
            < What do you want to withdraw?
            > report
            < If report {reference} (School) is withdrawn, officers stop working on it.
            > I was helped
            < Report {reference} is withdrawn
            > undo withdrawal
            < The withdrawal is undone. Report {reference} goes on.
            """);
    }
}
