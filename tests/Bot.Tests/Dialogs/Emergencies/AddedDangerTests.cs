using Microsoft.EntityFrameworkCore;
using SlrtBot.Bot.Protocol;
using SlrtBot.Bot.Tests.Dialogs.Additions;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Feedback;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Talks;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs.Emergencies;

/// <summary>Words of an emergency that come for a complaint that is lodged make an emergency of it.</summary>
public sealed class AddedDangerTests
{
    private const string Words = "suami saya mukul lagi saya takut pulang";

    private const string Heard =
        """
        < Polisi: 110
        < jangan menunggu di sini.
        < [Tidak aman] [Bukan darurat]
        """;

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_only_swears_is_shown_no_numbers_to_call(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act
        await chat.PlayAsync("> anjing lu pemerintah goblok\n<! Polisi: 110\n> jancuk suwe tenan, asu\n<! Polisi: 110\n> awas saya bacok\n< Polisi: 110");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task In_an_answer_to_staff_they_mark_it_before_anything_is_asked_and_join_it_once_it_is_safe(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        var reference = await chat.LodgeAsync();
        await chat.AskAsync(reference, "Apa nama sekolahnya?");

        // Act
        await chat.PlayAsync($"> {Words}\n{Heard}");
        var asked = await chat.FirstComplaintAsync();
        await chat.PlayAsync($"> sudah aman\n< Jawaban Anda untuk laporan {reference}");

        // Assert
        Assert.Equal((Urgency.Emergency, Urgency.Normal, chat.Database.Clock.UtcNow), (asked.Urgency, asked.ProposedUrgency, asked.DangerAt));
        var complaint = await chat.FirstComplaintAsync();
        Assert.Equal((Urgency.Emergency, ComplaintStatus.InReview), (complaint.Urgency, complaint.Status));
        Assert.Contains(Words, await chat.ThreadAsync(reference));
        Assert.Single(await chat.ReferencesAsync());
        Assert.Equal(TalkPriority.Emergency, (await chat.Database.ReadAsync(db => db.Talks.SingleAsync())).Priority);
        Assert.Single(await chat.Database.AuditedAsync(complaint.Id), "complaint.danger_marked");
        Assert.Equal([FeedbackKind.Danger], await chat.Database.ReadAsync(db => db.ComplaintFeedback.Select(f => f.Kind).ToListAsync()));
    }

    [Theory, OnSqlite]
    public async Task Few_words_join_what_is_being_added_to_and_begin_nothing_new(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        var reference = await chat.LodgeAsync();

        // Act
        await chat.PlayAsync($"> tambah\n> saya dipukul suami\n{Heard}\n> sudah aman\n< Sudah saya tambahkan ke laporan {reference}\n> selesai\n< 1 tulisan");

        // Assert
        Assert.Contains("saya dipukul suami", await chat.ThreadAsync(reference));
        Assert.Equal(Urgency.Emergency, (await chat.FirstComplaintAsync()).Urgency);
    }

    [Theory, OnSqlite]
    public async Task A_reply_to_a_message_about_one_complaint_marks_that_one_also_where_it_is_not_safe(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        var (school, house) = await TwoComplaints.TwoAsync(chat);
        await chat.PlayAsync($"> {school}\n< {school}");
        await TwoComplaints.SentAsync(chat);
        var told = await chat.Database.ReadAsync(db => db.OutboundMessages.OrderByDescending(m => m.Id).FirstAsync());

        // Act
        await chat.SendAsync(new Activity { Type = ActivityTypes.Message, Text = Words, ReplyToId = told.ProviderMessageId });
        await chat.PlayAsync($"{Heard}\n> [Tidak aman]\n< saya diam dulu.");

        // Assert
        Assert.Equal(
            (Urgency.Emergency, Urgency.Normal), ((await chat.ComplaintAsync(school)).Urgency, (await chat.ComplaintAsync(house)).Urgency));
        await chat.PlayAsync($"> lanjut\n< Sudah saya tambahkan ke laporan {school}");
        Assert.Contains(Words, await chat.ThreadAsync(school));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_false_alarm_leaves_it_as_urgent_as_before_and_both_stay_written(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReview + "\n> mendesak\n> kirim\n< terkirim");
        var reference = await chat.FirstReferenceAsync();
        await chat.AskAsync(reference, "Apa nama sekolahnya?");

        // Act
        await chat.PlayAsync($"> {Words}\n{Heard}\n> [Bukan darurat]\n< bukan darurat.\n< Jawaban Anda untuk laporan {reference}");

        // Assert
        var complaint = await chat.FirstComplaintAsync();
        Assert.Equal((Urgency.Urgent, true), (complaint.Urgency, complaint.DangerAt is not null));
        Assert.Equal(
            ["complaint.danger_marked", "complaint.danger_taken_back"],
            (await chat.Database.AuditedAsync(complaint.Id)).Where(verb => verb.StartsWith("complaint.danger", StringComparison.Ordinal)));
        Assert.Equal(
            [FeedbackKind.Danger, FeedbackKind.FalseAlarm],
            await chat.Database.ReadAsync(db => db.ComplaintFeedback.OrderBy(f => f.Id).Select(f => f.Kind).ToListAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Where_it_has_to_be_asked_which_one_they_mark_the_one_that_is_chosen(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        var (school, house) = await TwoComplaints.TwoAsync(chat);
        await chat.AskAsync(school, "Apa nama sekolahnya?");
        await chat.AskAsync(house, "Ruang mana?");

        // Act
        await chat.PlayAsync($"> {Words}\n{Heard}\n> sudah aman\n< Petugas bertanya di beberapa laporan\n> rumah\n< Jawaban Anda untuk laporan {house}");

        // Assert
        Assert.Equal(
            (Urgency.Normal, Urgency.Emergency), ((await chat.ComplaintAsync(school)).Urgency, (await chat.ComplaintAsync(house)).Urgency));
        Assert.Contains("complaint.danger_marked", await chat.Database.AuditedAsync((await chat.ComplaintAsync(house)).Id));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Changing_a_message_into_them_marks_its_complaint_and_tells_the_numbers_to_call(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        var reference = await chat.LodgeAsync();
        await chat.AskAsync(reference, "Apa nama sekolahnya?");
        await SayAsync(chat, ActivityTypes.Message, "SMK 1 Soreang");

        // Act
        await SayAsync(chat, ActivityTypes.MessageUpdate, "SMK 1 Soreang. suami saya mukul lagi saya takut pulang");
        await chat.PlayAsync(Heard);
        var marked = await chat.FirstComplaintAsync();
        await chat.PlayAsync("> sudah aman\n< Baik, kita lanjutkan.\n<! Cerita Anda");
        await SayAsync(chat, ActivityTypes.MessageUpdate, "SMK 1 Soreang. suami saya mukul saya lagi, saya takut pulang");
        await chat.PlayAsync("< -");

        // Assert
        Assert.Equal(Urgency.Emergency, marked.Urgency);
        Assert.Equal(TalkPriority.Emergency, (await chat.Database.ReadAsync(db => db.Talks.SingleAsync())).Priority);
        Assert.Equal(
            ["resident.corrected", "complaint.danger_marked", "resident.corrected"], (await chat.Database.AuditedAsync(marked.Id)).TakeLast(3));
        Assert.Equal(2, (await chat.SheetThreadAsync(reference)).Count(m => m.Before is not null));
    }

    [Theory, OnSqlite]
    public async Task A_change_that_was_no_emergency_is_taken_back_and_said_to_nobody_again(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        await chat.AskAsync(await chat.FirstReferenceAsync(), "Apa nama sekolahnya?");
        await SayAsync(chat, ActivityTypes.Message, "SMK 1 Soreang");
        await SayAsync(chat, ActivityTypes.MessageUpdate, Words);

        // Act
        await chat.PlayAsync($"{Heard}\n> [Bukan darurat]\n< bukan darurat.\n<! Apakah ini tambahan");

        // Assert
        Assert.Equal(Urgency.Normal, (await chat.FirstComplaintAsync()).Urgency);
    }

    [Theory, OnSqlite]
    public async Task Changing_what_an_unsent_complaint_was_told_with_into_them_is_heard_like_a_message(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToStory);
        await SayAsync(chat, ActivityTypes.Message, "ijazah anak saya ditahan sekolah");
        await chat.PlayAsync("< Selesai bercerita");

        // Act
        await SayAsync(chat, ActivityTypes.MessageUpdate, Words);
        await chat.PlayAsync($"{Heard}\n> sudah aman\n> selesai\n> Sadu\n> lewati\n> rahasiakan\n< Ditandai darurat karena kata Anda: «mukul»\n> kirim\n< terkirim");

        // Assert
        Assert.Equal(Urgency.Emergency, (await chat.FirstComplaintAsync()).Urgency);
    }

    [Theory, OnSqlite]
    public async Task A_picture_with_them_belongs_to_the_complaint_that_was_asked_about(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        await chat.AskAsync(await chat.FirstReferenceAsync(), "Apa nama sekolahnya?");

        // Act
        await chat.PlayAsync($"> (photo: {Words})\n{Heard}");

        // Assert
        var complaint = await chat.FirstComplaintAsync();
        Assert.Equal(complaint.Id, (await chat.Database.ReadAsync(db => db.StoredFiles.SingleAsync())).ComplaintId);
    }

    [Theory, OnSqlite]
    public async Task A_picture_with_them_belongs_to_the_complaint_that_they_begin(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act
        await chat.PlayAsync($"> (photo: {Words})\n{Heard}\n> sudah aman\n> setuju\n> saya\n> betul\n> Sadu\n> rahasiakan\n< 5. Foto: 1 berkas\n> kirim\n< terkirim");

        // Assert
        var complaint = await chat.FirstComplaintAsync();
        Assert.Equal(complaint.Id, (await chat.Database.ReadAsync(db => db.StoredFiles.SingleAsync())).ComplaintId);
    }

    private static Task SayAsync(ConversationScript chat, string type, string text) =>
        chat.SendAsync(new Activity { Type = type, Id = "m1", Text = text });
}
