using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Representatives;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs.Feedback;

/// <summary>A chat that was joined to a complaint by a slip hears what its consent allows: reminders, the answer, the question.</summary>
public sealed class JoinedChatTests
{
    private static readonly StaffScope Manager = TestData.Staff(Role.Manager);

    [Theory, OnSqlite, OnPostgres]
    public async Task Both_chats_are_reminded_each_after_its_own_silence(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        chat.DaysPass(3);
        await chat.JoinAsync(Relation.Self);

        // Act
        var reminded = new List<(string Chat, int Day)>();
        for (var day = 4; day <= 20; day++)
        {
            chat.DaysPass(1);
            await chat.RunAsync("remind");
            var filing = (await chat.FirstComplaintAsync()).ConversationId;
            var told = (await RemindersAsync(chat)).Skip(reminded.Count).Select(m => (m.ConversationId == filing ? "filing" : "joined", day));
            reminded.AddRange(told.ToList());
        }

        // Assert
        Assert.Equal([("filing", 7), ("joined", 10), ("filing", 14), ("joined", 17)], reminded);
        Assert.Equal(4, (await chat.Database.AuditedAsync((await chat.FirstComplaintAsync()).Id)).Count(v => v == "resident.reminded"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Without_consent_the_reminder_is_the_status_word_and_nothing_is_asked(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        await chat.JoinAsync(Relation.Neighbour);
        var filing = (await chat.FirstComplaintAsync()).ConversationId;

        // Act
        chat.DaysPass(7);
        await chat.RunAsync("remind");
        var reminder = (await chat.NoticesAsync()).Single(n => n.Row.ConversationId != filing).Content.Text;
        await chat.IsAnsweredAsync();
        chat.DaysPass(3);
        await chat.RunAsync("ask-received");
        var reference = await chat.FirstReferenceAsync();

        // Assert
        Assert.StartsWith($"Laporan {reference}: Diterima.\n\nIni kabar singkat", reminder, StringComparison.Ordinal);
        Assert.Equal([filing], (await QuestionsAsync(chat)).Select(m => (Guid?)m.ConversationId));
        await chat.PlayAsync("> sudah\n<! selesai karena");
        await chat.PressTokenAsync($"!received.yes.{reference}");
        await chat.PlayAsync("< hanya menerima kabar");
        Assert.Null((await chat.FirstComplaintAsync()).Confirmation);
        Assert.Equal(0, await chat.Database.ReadAsync(db => db.ComplaintFeedback.CountAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_person_concerned_is_asked_too_and_the_first_answer_counts(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        await chat.JoinAsync(Relation.Self);
        await chat.IsAnsweredAsync();
        chat.DaysPass(3);

        // Act
        await chat.RunAsync("ask-received");
        var questions = await QuestionsAsync(chat);
        await chat.PlayAsync("> belum\n< dibuka lagi\n> berasnya belum ada\n< Sudah saya tambahkan");
        var reference = await chat.FirstReferenceAsync();
        chat.ComesFrom("chat1");
        await chat.PlayAsync($"> sudah\n< Untuk laporan {reference} sudah ada yang menjawab");
        await chat.PressTokenAsync($"!received.yes.{reference}");

        // Assert
        await chat.PlayAsync("< sudah ada yang menjawab\n<! Bagaimana pelayanan");
        Assert.Equal(2, questions.Select(m => m.ConversationId).Distinct().Count());
        var complaint = await chat.FirstComplaintAsync();
        Assert.Equal((ComplaintStatus.InReview, Confirmation.NotReceived, 1), (complaint.Status, complaint.Confirmation!.Value, complaint.Asked));
        var said = await chat.Database.ReadAsync(db => db.ComplaintFeedback.SingleAsync());
        Assert.NotEqual(complaint.ConversationId, said.ConversationId);
        Assert.Equal(1, (await chat.Database.AuditedAsync(complaint.Id)).Count(v => v == "complaint.receipt_answered"));
    }

    [Theory, OnSqlite]
    public async Task A_week_after_the_answer_elsewhere_sudah_is_small_talk_again(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        await chat.JoinAsync(Relation.Family, ConsentWay.Visit);
        await chat.IsAnsweredAsync();
        chat.DaysPass(3);
        await chat.RunAsync("ask-received");
        await chat.PlayAsync("> sudah\n< Bagaimana pelayanan kami");

        // Act
        chat.DaysPass(8);
        chat.ComesFrom("chat1");

        // Assert
        await chat.PlayAsync("> menu\n> sudah\n<! sudah ada yang menjawab");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_chat_that_is_busy_or_wants_no_news_does_not_hold_back_the_other(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        await chat.JoinAsync(Relation.Self);
        await chat.IsAnsweredAsync();
        chat.DaysPass(3);
        chat.ComesFrom("chat1");
        await chat.PlayAsync("> lapor\n< Langkah 1 dari 6");
        var filing = (await chat.FirstComplaintAsync()).ConversationId;

        // Act
        await chat.RunAsync("ask-received");
        var first = (await QuestionsAsync(chat)).Select(m => (Guid?)m.ConversationId).ToList();
        chat.ComesFrom("chat2");
        await chat.PlayAsync("> berhenti\n< saya tidak mengirim kabar lagi");
        chat.DaysPass(11);
        await chat.RunAsync("ask-received");
        var second = (await QuestionsAsync(chat)).Skip(first.Count).Select(m => (Guid?)m.ConversationId).ToList();

        // Assert
        Assert.NotEqual(filing, Assert.Single(first));
        Assert.Equal([filing], second);
        Assert.Equal(2, (await chat.FirstComplaintAsync()).Asked);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_complaint_of_the_desk_reminds_and_asks_the_chat_that_was_joined(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.Database.LodgeAsync(TestData.Story());
        await chat.JoinAsync(Relation.Self);

        // Act
        chat.DaysPass(7);
        await chat.RunAsync("remind");
        await chat.MovesAsync("review", "serve_directly");
        chat.DaysPass(3);
        await chat.RunAsync("ask-received");

        // Assert
        Assert.Single(await RemindersAsync(chat));
        Assert.Single(await QuestionsAsync(chat));
        await chat.PlayAsync("> sudah\n< selesai karena bantuannya sudah Anda terima");
        Assert.Equal(Confirmation.Received, (await chat.FirstComplaintAsync()).Confirmation);
    }

    [Theory, OnSqlite]
    public async Task A_chat_that_parted_is_neither_reminded_nor_asked(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        await chat.JoinAsync(Relation.Self);
        await chat.PlayAsync("> lepaskan laporan\n< tidak terhubung lagi");
        var filing = (await chat.FirstComplaintAsync()).ConversationId;

        // Act
        chat.DaysPass(8);
        await chat.RunAsync("remind");
        await chat.IsAnsweredAsync();
        chat.DaysPass(3);
        await chat.RunAsync("ask-received");

        // Assert
        Assert.All(await chat.NoticesAsync(), n => Assert.Equal(filing, n.Row.ConversationId));
    }

    /// <summary>Old buttons and typed words alike reach the act, which says no.</summary>
    [Theory]
    [OnSqlite("undo_withdrawal", "(withdrawn)")]
    [OnSqlite("reopen", "serve_directly")]
    [OnSqlite("raise", "")]
    [OnSqlite("add", "")]
    [OnSqlite("withdraw_for.not_needed", "")]
    [OnSqlite("received.yes", "serve_directly")]
    public async Task A_chat_that_only_hears_is_told_so_whatever_it_presses(DatabaseProvider provider, string word, string before)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        var reference = await chat.FirstReferenceAsync();
        if (before == "(withdrawn)")
        {
            await chat.PressTokenAsync($"!withdraw_for.not_needed.{reference}");
        }
        else if (before.Length > 0)
        {
            await chat.MovesAsync("review", before);
        }

        await chat.JoinAsync(Relation.Neighbour);
        var version = (await chat.FirstComplaintAsync()).Version;
        chat.DaysPass(word == "raise" ? 20 : 1);

        // Act
        await chat.PressTokenAsync($"!{word}.{reference}");

        // Assert
        Assert.Matches("hanya menerima kabar laporan|hanya bisa dicabut dari obrolan", chat.Heard[^1].Text);
        Assert.Equal(version, (await chat.FirstComplaintAsync()).Version);
        Assert.Equal(0, await chat.Database.ReadAsync(db => db.ComplaintFeedback.CountAsync()));
    }

    [Theory, OnSqlite]
    public async Task Whoever_loses_the_consent_between_two_questions_is_told_so(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        await chat.JoinAsync(Relation.Family, ConsentWay.Visit);
        await chat.IsAnsweredAsync();
        chat.DaysPass(3);
        await chat.RunAsync("ask-received");
        await chat.PlayAsync("> sudah\n< Bagaimana pelayanan kami");
        var row = await chat.Database.ReadAsync(db => db.Representatives.SingleAsync(r => r.LinkedAt != null));
        await chat.Database.Units.RunAsync<RecordConsent, Representative>(
            (act, ct) => act.DoAsync(new(row.ComplaintId, row.Id, null), Manager, Provenance.Staff(Manager.StaffId, chat.Database.Clock.UtcNow), ct), default);

        // Act
        await chat.PlayAsync("> 5\n< hanya menerima kabar laporan");

        // Assert
        Assert.Null((await chat.FirstComplaintAsync()).Rating);
    }

    [Theory, OnSqlite]
    public async Task What_a_hearing_chat_writes_is_a_report_of_its_own(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        await chat.JoinAsync(Relation.Neighbour);
        await chat.MovesAsync("review", "ask_resident");

        // Act
        await chat.PlayAsync("> beras di rumah saya juga belum datang sejak tiga bulan lalu\n<! Jawaban Anda\n<! tambahan untuk laporan");

        // Assert
        Assert.Equal(ComplaintStatus.NeedsInformation, (await chat.FirstComplaintAsync()).Status);
    }

    private static Task<List<OutboundMessage>> RemindersAsync(ConversationScript chat) => ByKeyAsync(chat, "remind:");

    private static Task<List<OutboundMessage>> QuestionsAsync(ConversationScript chat) => ByKeyAsync(chat, "received:");

    private static Task<List<OutboundMessage>> ByKeyAsync(ConversationScript chat, string key) => chat.Database.ReadAsync(db =>
        db.OutboundMessages.Where(m => m.DedupeKey.StartsWith(key)).OrderBy(m => m.Id).ToListAsync());
}
