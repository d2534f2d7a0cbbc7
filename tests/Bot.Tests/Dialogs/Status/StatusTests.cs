using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Files;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs.Status;

/// <summary>How far a complaint has come, and what staff want to know.</summary>
public sealed class StatusTests
{
    private const string Neutral = "Perkembangan laporan hanya ditampilkan di obrolan yang mengirimnya.";

    [Theory, OnSqlite]
    public async Task A_complaint_shows_its_status_in_the_chat_that_filed_it(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        var reference = await ReferenceAsync(chat);

        // Act, Assert
        foreach (var asked in new[] { "cek", "[Cek laporan saya]", "/status", reference, reference.ToLowerInvariant(), reference[5..] })
        {
            await chat.PlayAsync($"> {asked}\n< Laporan {reference}: Diterima.\n< Jawaban paling lambat Senin, 30 November 2026.\n< [Menu]");
        }
    }

    [Theory, OnSqlite]
    public async Task Elsewhere_a_number_gets_the_same_sentence_whether_it_exists_or_not(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        var reference = await ReferenceAsync(chat);
        chat.ComesFrom("chat2");

        // Act
        await chat.PlayAsync($"> {reference}\n< {Neutral}");
        var hit = chat.Heard.Single().Text;
        await chat.PlayAsync($"> {ReferenceCode.From(12345)}\n< {Neutral}");
        var miss = chat.Heard.Single().Text;

        // Assert
        Assert.Equal(hit, miss);
        await chat.PlayAsync("> cek\n< Belum ada laporan yang dikirim dari obrolan ini.");
    }

    [Theory, OnSqlite]
    public async Task A_number_with_a_slip_is_told_how_numbers_look(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);

        // Act, Assert
        await chat.PlayAsync("> SLRT-7K3M-9QXA-7\n< Nomor laporan tidak dikenali. Contoh: SLRT-");
    }

    [Theory, OnSqlite]
    public async Task A_number_in_the_middle_of_a_complaint_is_answered_and_the_question_returns(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        var reference = await ReferenceAsync(chat);

        // Act, Assert
        await chat.PlayAsync(
            $"""
            > lapor
            < Langkah 1 dari 6
            > {reference}
            < Laporan {reference}: Diterima.
            < Langkah 1 dari 6
            > saya
            > rumah
            > cek
            < Laporan {reference}
            < Langkah 3 dari 6
            """);
    }

    [Theory, OnSqlite]
    public async Task Several_complaints_are_listed(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        var first = await ReferenceAsync(chat);
        await chat.PlayAsync(
            """
            > lapor
            > saya
            > rumah
            > atap rumah kami bocor
            > selesai
            > ya
            > lewati
            > rahasiakan
            > kirim
            < ✅ Laporan terkirim.
            """);

        // Act, Assert
        await chat.PlayAsync($"> cek\n< 2. Sekolah – {first}, 23 November 2026: Diterima\n> [Sekolah · {first[5..]}]\n< Laporan {first}: Diterima.");
    }

    [Theory, OnSqlite]
    public async Task A_question_from_staff_is_answered_by_the_next_message(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        var reference = await ReferenceAsync(chat);
        await AskAsync(chat);

        // Act
        await chat.PlayAsync(
            $"""
            > cek
            < Perlu data tambahan
            > nama sekolahnya SMK 1
            < Jawaban Anda untuk laporan {reference} sudah diteruskan ke petugas.
            < Tidak ada lagi yang perlu Anda lakukan
            """);

        // Assert
        var complaint = await chat.Database.ReadAsync(db => db.Complaints.SingleAsync());
        Assert.Equal(ComplaintStatus.InReview, complaint.Status);
        var answer = await chat.Database.ReadAsync(db => db.InboundMessages.OrderBy(m => m.Id).LastAsync());
        Assert.Equal(complaint.Id, answer.ComplaintId);
        Assert.Equal("nama sekolahnya SMK 1", chat.Database.Services.GetRequiredService<FieldCipher>().Open(answer.Text!, new("inbound_message"), answer.Id, "text"));
    }

    [Theory, OnSqlite]
    public async Task A_photo_answers_a_question_from_staff_as_well(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        await AskAsync(chat);

        // Act
        await chat.PlayAsync("> (photo)\n< sudah diteruskan ke petugas");

        // Assert
        var file = await chat.Database.ReadAsync(db => db.StoredFiles.SingleAsync());
        Assert.NotNull(file.ComplaintId);
        Assert.Equal(FileState.Pending, file.State);
    }

    [Theory, OnSqlite]
    public async Task A_forgotten_photo_joins_the_complaint_that_was_just_sent(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        var reference = await ReferenceAsync(chat);

        // Act
        await chat.PlayAsync($"> (album a)\n< Sudah saya tambahkan ke laporan {reference}.\n> (album a)\n< -\n> (sticker)\n<! tambahkan");

        // Assert
        Assert.Equal(2, await chat.Database.ReadAsync(db => db.StoredFiles.CountAsync(f => f.ComplaintId != null)));
        Assert.Equal(2, await chat.Database.ReadAsync(db => db.AuditActs.CountAsync(a => a.Verb == "resident.wrote")));
    }

    [Theory, OnSqlite]
    public async Task Words_after_sending_join_the_complaint_and_a_way_to_another_is_named(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        var reference = await ReferenceAsync(chat);

        // Act
        await chat.PlayAsync(
            $"""
            > oh iya pak, ijazahnya sudah ditahan sejak tahun lalu
            < Sudah saya tambahkan ke laporan {reference}.
            < Kalau itu masalah lain, tulis «lapor».
            """);

        // Assert
        var added = await chat.Database.ReadAsync(db => db.InboundMessages.Where(m => m.Kind == InboundKind.Text).OrderBy(m => m.Id).LastAsync());
        Assert.NotNull(added.ComplaintId);
        Assert.Equal(
            "oh iya pak, ijazahnya sudah ditahan sejak tahun lalu",
            chat.Database.Services.GetRequiredService<FieldCipher>().Open(added.Text!, new("inbound_message"), added.Id, "text"));
    }

    [Theory, OnSqlite]
    public async Task Words_after_sending_can_begin_another_complaint(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);

        // Act
        await chat.PlayAsync(
            """
            > sekarang atap rumah kami bocor semua
            > dan kayunya sudah lapuk sekali
            > laporan baru
            < Cerita Anda sudah saya catat.
            < Langkah 2 dari 6
            > rumah
            < Apakah kejadiannya di Desa Sadu
            > ya
            > lewati
            > rahasiakan
            < 3. Cerita: sekarang atap rumah kami bocor semua dan kayunya sudah lapuk sekali
            > kirim
            < ✅ Laporan terkirim.
            """);

        // Assert
        Assert.Equal(2, await chat.Database.ReadAsync(db => db.Complaints.CountAsync()));
    }

    private static Task<string> ReferenceAsync(ConversationScript chat) =>
        chat.Database.ReadAsync(db => db.Complaints.OrderBy(c => c.Id).Select(c => c.Reference).FirstAsync());

    /// <summary>Puts the complaint where a staff member's question would.</summary>
    private static async Task AskAsync(ConversationScript chat)
    {
        await chat.Database.Gate.ExecuteAsync(g => g.ExecuteAsync(
            "update complaint set status = @p0, status_type = @p1",
            Codes.Of(ComplaintStatus.NeedsInformation), Codes.Of(StatusType.Waiting)), default);
    }
}
