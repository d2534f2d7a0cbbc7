using Microsoft.EntityFrameworkCore;
using SlrtBot.Bot.Tests.Dialogs;
using SlrtBot.Bot.Tests.Dialogs.Additions;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Engine;

/// <summary>Nobody asked, and several complaints are under way: what comes then waits until it is chosen where it belongs.</summary>
public sealed class ChoiceTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Asked_nothing_a_picture_is_asked_for_which_complaint_it_is(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        var (school, house) = await TwoComplaints.TwoAsync(chat);

        // Act
        await chat.PlayAsync(
            $"""
            > menu
            > (album b)
            < Pesan Anda ini tambahan untuk laporan yang mana, atau laporan baru?
            > (album b)
            < -
            > sekolah
            < Sudah saya tambahkan ke laporan {school}.
            < Kalau masih ada, kirim lagi.
            > ijazahnya masih ditahan
            < Sudah saya tambahkan ke laporan {school}.
            > selesai
            < Tambahan untuk laporan {school} sudah lengkap: 1 tulisan, 2 berkas.
            """);

        // Assert
        var complaint = await chat.ComplaintAsync(school);
        Assert.Equal(2, await chat.Database.ReadAsync(db => db.StoredFiles.CountAsync(f => f.ComplaintId == complaint.Id)));
        Assert.Equal(["ijazahnya masih ditahan"], await TwoComplaints.AddedAsync(chat, school));
        Assert.Empty(await TwoComplaints.AddedAsync(chat, house));
    }

    [Theory, OnSqlite]
    public async Task A_clear_other_problem_begins_a_new_complaint_and_a_doubtful_one_is_asked_about(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        var school = await chat.LodgeAsync();

        // Act, Assert
        await chat.PlayAsync(
            $"""
            > menu
            > sampai sekarang gurunya belum juga memberi kabar
            < Apakah ini tambahan untuk laporan {school}, atau laporan baru?
            > [Tidak jadi]
            < Pesan tadi tidak saya teruskan
            > apa kabar
            > menu
            > atap rumah saya bocor, dinding rumah hampir roboh
            <! tambahan
            < Langkah 2 dari 6
            """);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_waited_can_begin_a_new_complaint_with_its_pictures_and_numbers(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);

        // Act
        await chat.PlayAsync(
            """
            > menu
            > (photo)
            < Apakah ini tambahan
            > yang ini soal tetangga saya 3204371203749999 pak, kasihan sekali
            < Itu juga saya simpan.
            > laporan baru
            < Cerita Anda sudah saya catat.
            < Langkah 1 dari 6
            > tetangga
            > lewati
            > lansia
            > ya
            > rahasiakan
            < 3. Cerita: yang ini soal tetangga saya
            < 5. Foto: 1 berkas
            """);

        // Assert
        var draft = await chat.Database.ReadAsync(db => db.Conversations.Select(c => c.DraftId).SingleAsync());
        Assert.Equal(draft, (await chat.Database.ReadAsync(db => db.StoredFiles.SingleAsync())).DraftId);
        await chat.PlayAsync("> kirim\n< ✅ Laporan terkirim.");
        var complaint = await chat.ComplaintAsync((await chat.ReferencesAsync())[^1]);
        Assert.NotNull(complaint.WrittenNumbers);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_choice_that_has_become_stale_says_so_and_keeps_the_message(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        var (school, house) = await TwoComplaints.TwoAsync(chat);
        await chat.PlayAsync("> menu\n> (photo: ini suratnya)\n< laporan yang mana");
        await chat.MovesAsync("review", "serve_directly");

        // Act
        await chat.PlayAsync(
            $"""
            > [Sekolah · {school[5..]}]
            < Laporan {school} sudah ditutup (Selesai dilayani). Kalau masalahnya belum selesai, pilih «Buka lagi».
            > [Rumah · {house[5..]}]
            < Sudah saya tambahkan ke laporan {house}.
            > [Rumah · {house[5..]}]
            < Tidak ada pesan yang menunggu.
            """);

        // Assert
        Assert.Equal(["ini suratnya"], await TwoComplaints.AddedAsync(chat, house));
        Assert.Empty(await TwoComplaints.AddedAsync(chat, school));
    }

    [Theory, OnSqlite]
    public async Task What_waits_is_neither_lost_with_another_draft_nor_by_opening_a_settled_complaint(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        var (school, _) = await TwoComplaints.TwoAsync(chat);
        await chat.PlayAsync("> menu\n> (photo: ini suratnya)\n< laporan yang mana");
        await chat.MovesAsync("review", "serve_directly");
        var waiting = chat.TokenOf($"Sekolah · {school[5..]}");

        // Act: the list has a button of that name too, which is another one.
        await chat.PlayAsync("> cek\n> lapor\n> batal");
        await chat.PressTokenAsync(waiting);
        await chat.PlayAsync(
            $"""
            < sudah ditutup
            > [Buka lagi]
            < Laporan {school} dibuka lagi.
            < Sudah saya tambahkan ke laporan {school}.
            <! Apa yang belum
            """);

        // Assert
        Assert.Equal(["ini suratnya"], await TwoComplaints.AddedAsync(chat, school));
    }

    [Theory, OnSqlite]
    public async Task Whoever_could_not_be_reached_opens_the_complaint_again_by_writing(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        await chat.MovesAsync("ask_resident", "close_unreachable");
        var reference = await chat.FirstReferenceAsync();

        // Act
        await chat.PlayAsync($"> menu\n> maaf baru baca pesannya\n< tambahan untuk laporan {reference}\n> ya\n< Laporan {reference} dibuka lagi");

        // Assert
        Assert.Equal(ComplaintStatus.InReview, (await chat.FirstComplaintAsync()).Status);
    }

    [Theory, OnSqlite]
    public async Task A_typed_number_of_a_complaint_chooses_it(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        var (school, _) = await TwoComplaints.TwoAsync(chat);

        // Act, Assert
        await chat.PlayAsync($"> menu\n> (photo)\n< laporan yang mana\n> {school}\n< Sudah saya tambahkan ke laporan {school}.");
    }
}
