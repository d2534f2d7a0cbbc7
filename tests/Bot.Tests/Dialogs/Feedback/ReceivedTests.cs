using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Feedback;
using SlrtBot.Core.Complaints.Queue;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs.Feedback;

/// <summary>"Apakah bantuan sudah Anda terima?"</summary>
public sealed class ReceivedTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Yes_completes_the_complaint_and_a_rating_and_words_follow(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        await chat.IsAnsweredAsync();
        chat.DaysPass(3);
        await chat.RunAsync("ask-received");
        var reference = await chat.FirstReferenceAsync();
        var question = (await chat.NoticesAsync())[^1].Content;

        // Act
        await chat.PressTokenAsync(question.Choices[0].Token);
        await chat.PlayAsync(
            $"""
            < Terima kasih. Laporan {reference} selesai karena bantuannya sudah Anda terima.
            < Bagaimana pelayanan kami untuk laporan {reference}?
            > 5
            < Ada yang ingin Anda sampaikan kepada kantor?
            > petugasnya ramah sekali
            < Terima kasih. Tidak ada lagi yang perlu Anda lakukan.
            > riwayat
            < Anda jawab: sudah diterima
            < Anda menilai pelayanan
            """);

        // Assert
        Assert.Contains($"Kabar laporan {reference}: apakah bantuan sudah Anda terima?", question.Text, StringComparison.Ordinal);
        Assert.Equal(["✅ Sudah", "Sebagian", "Belum"], question.Choices.Select(c => c.Label));
        var complaint = await chat.FirstComplaintAsync();
        Assert.Equal(
            (ComplaintStatus.Completed, Confirmation.Received, 5, null),
            (complaint.Status, complaint.Confirmation!.Value, complaint.Rating!.Value, complaint.AskAt));
        var rated = await chat.Database.ReadAsync(db => db.ComplaintFeedback.SingleAsync(f => f.Kind == FeedbackKind.Rate));
        Assert.Equal("petugasnya ramah sekali", chat.Database.Services.GetRequiredService<FieldCipher>()
            .Open(rated.Words!, new("complaint_feedback"), rated.Id, "words"));
        Assert.Contains("complaint.receipt_answered", await chat.Database.AuditedAsync(complaint.Id));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Not_yet_opens_it_again_without_a_form_and_the_words_are_asked_once_and_added(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        await chat.IsAnsweredAsync();
        chat.DaysPass(3);
        await chat.RunAsync("ask-received");

        // Act
        await chat.PlayAsync(
            """
            > belum
            < Maaf bantuannya belum sampai.
            < dibuka lagi. Petugas menjawab paling lambat Kamis, 3 Desember 2026.
            < Apa yang belum Anda terima?
            > ijazahnya masih ditahan sampai hari ini
            < Sudah saya tambahkan ke laporan
            > cek
            < Sedang diperiksa
            > riwayat
            < Anda jawab: belum diterima
            """);

        // Assert
        var complaint = await chat.FirstComplaintAsync();
        Assert.Equal((ComplaintStatus.InReview, Confirmation.NotReceived), (complaint.Status, complaint.Confirmation!.Value));
        var move = await chat.Database.ReadAsync(db => db.ComplaintMoves.SingleAsync(m => m.Verb == "resident_reopens"));
        Assert.Equal((ActorKind.Resident, complaint.ConversationId), (move.ActorKind, move.ActorId));
        Assert.Equal(1, await chat.Database.ReadAsync(db => db.InboundMessages.CountAsync(m => m.ComplaintId == complaint.Id && m.Text != null
            && m.ReceivedAt > complaint.LodgedAt)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Silence_is_asked_three_times_then_closed_without_confirmation_and_counted_apart(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        await chat.IsAnsweredAsync();
        var asked = new List<int>();

        // Act
        for (var day = 1; day <= 40; day++)
        {
            chat.DaysPass(1);
            await chat.RunAsync("ask-received");
            await chat.RunAsync("remind");
            if ((await chat.NoticesAsync()).Count(n => n.Row.DedupeKey.StartsWith("received:", StringComparison.Ordinal)) > asked.Count)
            {
                asked.Add(day);
            }
        }

        // Assert
        Assert.Equal([3, 14, 30], asked);
        var complaint = await chat.FirstComplaintAsync();
        Assert.Equal((ComplaintStatus.Completed, Confirmation.Unconfirmed), (complaint.Status, complaint.Confirmation!.Value));
        var counted = new QueueFilter { Type = StatusType.Settled, Confirmation = Confirmation.Unconfirmed };
        Assert.Equal(1, await chat.Database.ReadAsync(db => counted.Apply(db.Complaints, TestData.Staff(Core.Staff.Role.Manager)).CountAsync()));
        Assert.Contains("complaint.left_unconfirmed", await chat.Database.AuditedAsync(complaint.Id));
        Assert.DoesNotContain(await chat.NoticesAsync(), n => n.Row.DedupeKey.StartsWith("remind:", StringComparison.Ordinal));
        await chat.PlayAsync("> cek\n< [✅ Sudah] [Sebagian] [Belum]\n> [Sebagian]\n< dibuka lagi");
    }

    [Theory, OnSqlite]
    public async Task A_poor_rating_offers_to_open_the_complaint_again(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        await chat.MovesAsync("review", "serve_directly");

        // Act
        await chat.PlayAsync(
            """
            > cek
            < Selesai dilayani
            > [✅ Sudah]
            < [😞 1 Buruk sekali] [🙁 2 Buruk] [😐 3 Cukup] [🙂 4 Baik] [😀 5 Baik sekali]
            > buruk
            < Maaf pelayanan kami mengecewakan. Apakah laporan ini perlu dibuka lagi?
            > [Buka lagi]
            < dibuka lagi. Petugas menjawab paling lambat
            < Apa yang belum Anda terima?
            > lewati
            < Tidak ada lagi yang perlu Anda lakukan.
            """);

        // Assert
        var complaint = await chat.FirstComplaintAsync();
        Assert.Equal((ComplaintStatus.InReview, 2), (complaint.Status, complaint.Rating!.Value));
    }

    [Theory, OnSqlite]
    public async Task A_good_rating_does_not_and_everything_may_be_skipped(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        await chat.MovesAsync("review", "serve_directly");

        // Act, Assert
        await chat.PlayAsync(
            """
            > cek
            > [✅ Sudah]
            > ya bagaimana ya
            < Balas dengan angka 1 sampai 5
            > baik
            < Ada yang ingin Anda sampaikan
            <! dibuka lagi
            > lewati
            < Tidak ada lagi yang perlu Anda lakukan.
            > cek
            <! [✅ Sudah]
            """);
    }

    [Theory, OnSqlite]
    public async Task Within_thirty_days_the_resident_opens_a_settled_report_again_and_after_that_no_more(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        var reference = await chat.LodgeAsync();
        await chat.PlayAsync($"> buka lagi\n< Laporan {reference} masih dikerjakan petugas");
        await chat.MovesAsync("review", "serve_directly");
        chat.DaysPass(29);

        // Act, Assert
        await chat.PlayAsync($"> Buka lagi {reference}\n< Laporan {reference} dibuka lagi.\n< Apa yang belum Anda terima?\n> lewati");
        await chat.MovesAsync("serve_directly");
        chat.DaysPass(31);
        await chat.PlayAsync("> buka lagi\n< sudah terlalu lama selesai\n> lapor\n< Langkah 1 dari 6");
        Assert.Equal(ComplaintStatus.ServedDirectly, (await chat.FirstComplaintAsync()).Status);
    }

    [Theory, OnSqlite]
    public async Task A_form_under_way_is_never_broken_into_and_an_answer_pressed_in_it_returns_to_it(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        await chat.IsAnsweredAsync();
        chat.DaysPass(3);
        await chat.PlayAsync("> lapor\n< Langkah 1 dari 6");
        var before = (await chat.NoticesAsync()).Count;

        // Act
        await chat.RunAsync("ask-received");
        var during = (await chat.NoticesAsync()).Count;
        chat.DaysPass(2);
        await chat.RunAsync("ask-received");
        var question = (await chat.NoticesAsync())[^1].Content;
        await chat.PressTokenAsync(question.Choices[2].Token);

        // Assert
        Assert.Equal(before, during);
        await chat.PlayAsync("< dibuka lagi\n< Langkah 1 dari 6\n> saya\n< Langkah 2 dari 6");
        Assert.Equal(Confirmation.NotReceived, (await chat.FirstComplaintAsync()).Confirmation);
    }

    [Theory, OnSqlite]
    public async Task The_same_answer_twice_is_one_answer_and_nobody_answers_for_another_chat(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        await chat.IsAnsweredAsync();
        var reference = await chat.FirstReferenceAsync();

        // Act
        chat.ComesFrom("chat2");
        await chat.PressTokenAsync($"!received.yes.{reference}");
        var foreign = await chat.FirstComplaintAsync();
        chat.ComesFrom("chat1");
        await chat.PressTokenAsync($"!received.no.{reference}");
        await chat.PressTokenAsync($"!received.no.{reference}");
        await chat.PressTokenAsync($"!received.yes.{reference}");
        await chat.PlayAsync("< masih dikerjakan petugas");

        // Assert
        Assert.Null(foreign.Confirmation);
        Assert.Equal(1, await chat.Database.ReadAsync(db => db.ComplaintFeedback.CountAsync()));
        Assert.Equal(ComplaintStatus.InReview, (await chat.FirstComplaintAsync()).Status);
    }

    [Theory, OnSqlite]
    public async Task Belum_without_a_question_is_no_answer(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);

        // Act, Assert
        await chat.PlayAsync("> menu\n> belum\n<! dibuka lagi");
    }

    [Theory, OnSqlite]
    public async Task In_english_the_question_its_answers_and_the_rating_are_english(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        await chat.PlayAsync("> bahasa inggris");
        await chat.IsAnsweredAsync();
        chat.DaysPass(3);
        await chat.RunAsync("ask-received");

        // Act, Assert
        Assert.Contains("have you received the help?", (await chat.NoticesAsync())[^1].Content.Text, StringComparison.Ordinal);
        await chat.PlayAsync(
            """
            > yes
            < Thank you.
            < How was our service for report
            < [😞 1 Very bad]
            > very bad
            < Should this report be opened again?
            > open again
            < is open again. An officer answers by
            < What have you not received?
            """);
    }
}
