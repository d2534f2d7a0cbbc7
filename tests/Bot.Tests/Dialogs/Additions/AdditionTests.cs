using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs.Additions;

/// <summary>Words, pictures, voices and papers for a complaint that is under way.</summary>
public sealed class AdditionTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Everything_sent_until_done_belongs_to_the_complaint(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        var reference = await chat.LodgeAsync();

        // Act
        await chat.PlayAsync(
            $"""
            > tambah
            < Silakan kirim tambahan untuk laporan {reference}: tulisan, foto, pesan suara, atau berkas.
            > gurunya bilang harus bayar dulu
            > dua juta katanya
            < Sudah saya tambahkan ke laporan {reference}.
            < Kalau masih ada, kirim lagi.
            """);
        await chat.RestartAsync();
        await chat.PlayAsync(
            $"""
            > (album a)
            < Sudah saya tambahkan
            > (album a)
            < -
            > (voice)
            > (location)
            > (sticker)
            < Stikernya lucu
            > selesai
            < Tambahan untuk laporan {reference} sudah lengkap: 3 tulisan, 3 berkas. Petugas akan membacanya.
            < Silakan pilih
            """);

        // Assert
        var complaint = await chat.FirstComplaintAsync();
        Assert.Equal(3, await chat.Database.ReadAsync(db => db.StoredFiles.CountAsync(f => f.ComplaintId == complaint.Id)));
        var thread = await chat.ThreadAsync(reference);
        Assert.Contains("gurunya bilang harus bayar dulu", thread);
        Assert.Contains("dua juta katanya", thread);
        Assert.Contains("📍 -7.025, 107.519", thread);
        Assert.Equal(ComplaintStatus.Received, complaint.Status);
        Assert.Equal(5, (await chat.Database.AuditedAsync(complaint.Id)).Count(verb => verb == "resident.wrote"));
    }

    [Theory, OnSqlite]
    public async Task It_is_offered_under_the_status_and_heard_with_a_number(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        await chat.PlayAsync(Paths.AboutTheHouse);
        var references = await chat.ReferencesAsync();

        // Act, Assert
        await chat.PlayAsync(
            $"""
            > {references[0]}
            < [➕ Tambah keterangan]
            > [Tambah keterangan]
            < Silakan kirim tambahan untuk laporan {references[0]}
            > selesai
            < Baik. Tidak ada yang ditambahkan ke laporan {references[0]}.
            > tambahkan keterangan {references[1].ToLowerInvariant()}
            < Silakan kirim tambahan untuk laporan {references[1]}
            > cek
            < Pilih laporan yang ingin dilihat.
            > tambah foto
            < Laporan mana yang mau ditambah?
            > [Sekolah · {references[0][5..]}]
            < Silakan kirim tambahan untuk laporan {references[0]}
            """);
    }

    [Theory, OnSqlite]
    public async Task A_settled_complaint_takes_nothing_and_may_be_opened_again(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        await chat.MovesAsync("review", "serve_directly");
        var reference = await chat.FirstReferenceAsync();

        // Act, Assert
        await chat.PlayAsync(
            $"""
            > tambah {reference}
            < Laporan {reference} sudah ditutup (Selesai dilayani). Kalau masalahnya belum selesai, pilih «Buka lagi».
            < [↩️ Buka lagi] [📝 Sampaikan keluhan]
            > [Buka lagi]
            < dibuka lagi
            """);
    }

    [Theory, OnSqlite]
    public async Task A_rejected_complaint_cannot_be_opened_from_here(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        await chat.MovesAsync("review", "reject");

        // Act, Assert
        await chat.PlayAsync("> tambah\n< tidak bisa dibuka lagi dari sini\n<! Buka lagi");
    }

    [Theory, OnSqlite]
    public async Task What_staff_close_meanwhile_says_so_and_nothing_is_lost(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        var reference = await chat.LodgeAsync();
        await chat.PlayAsync("> tambah");
        await chat.MovesAsync("review", "serve_directly");

        // Act
        await chat.PlayAsync(
            $"""
            > gurunya bilang harus bayar dulu
            < Laporan {reference} baru saja ditutup petugas. Pesan Anda saya simpan.
            > buka lagi {reference}
            < Laporan {reference} dibuka lagi.
            < Sudah saya tambahkan
            """);

        // Assert
        Assert.Contains("gurunya bilang harus bayar dulu", await chat.ThreadAsync(reference));
    }

    [Theory, OnSqlite]
    public async Task Whoever_answers_staff_that_way_has_answered(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        var reference = await chat.LodgeAsync();
        await chat.AskAsync(reference, "Apa nama sekolahnya?");

        // Act
        await chat.PlayAsync($"> tambah\n> SMK 1 Soreang\n< Jawaban Anda untuk laporan {reference} sudah diteruskan\n> selesai\n< 1 tulisan");

        // Assert
        Assert.Equal(ComplaintStatus.InReview, (await chat.FirstComplaintAsync()).Status);
    }

    [Theory, OnSqlite]
    public async Task In_the_middle_of_a_form_the_form_is_meant(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        var reference = await chat.LodgeAsync();

        // Act, Assert
        await chat.PlayAsync(
            $"""
            > lapor
            > saya
            > rumah
            < Langkah 3 dari 6
            > tambah lagi, atapnya juga bocor
            < Sudah saya catat
            > tambah {reference}
            < Laporan yang sedang diisi belum dikirim. Selesaikan dulu, lalu tulis «tambah».
            < Sudah saya catat
            """);
    }

    [Theory, OnSqlite]
    public async Task A_long_silence_ends_it_and_what_comes_then_is_asked_about(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        var reference = await chat.LodgeAsync();
        await chat.PlayAsync("> tambah\n> (photo)\n< Sudah saya tambahkan");
        chat.DaysPass(2);

        // Act, Assert
        await chat.PlayAsync($"> (photo)\n< Apakah ini tambahan untuk laporan {reference}, atau laporan baru?");
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
            > add {reference}
            < Send what you want to add to report {reference}
            > (photo)
            < I have added it to report {reference}.
            > done
            < Everything for report {reference} is there: 0 texts, 1 files.
            """);
    }

    [Theory, OnSqlite]
    public async Task Without_a_complaint_there_is_nothing_to_add_to(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act, Assert
        await chat.PlayAsync("> tambah\n< Belum ada laporan yang dikirim dari obrolan ini.\n< [📝 Sampaikan keluhan]");
    }
}
