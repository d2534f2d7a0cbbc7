using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Queue;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs.Status;

/// <summary>"Sudah lewat, tolong naikkan."</summary>
public sealed class RaiseTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_promise_that_has_passed_is_raised_once_per_stage_and_seen_by_superiors(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        var reference = await chat.LodgeAsync();
        chat.DaysPass(8);

        // Act
        await chat.PlayAsync(
            $"""
            > cek
            < Maaf, janji kami untuk menjawab paling lambat Senin, 30 November 2026 sudah lewat.
            > [Lewat, naikkan]
            < Sudah saya naikkan. Atasan petugas sekarang melihat bahwa laporan {reference} lewat dari janji Senin, 30 November 2026.
            > sudah lewat
            < Laporan {reference} sudah Anda naikkan
            > cek
            < sudah sampai ke atasan petugas
            <! naikkan]
            > riwayat
            < Anda minta dinaikkan
            """);

        // Assert
        var raised = await chat.FirstComplaintAsync();
        Assert.NotNull(raised.RaisedAt);
        Assert.Equal(["complaint.lodged", "complaint.raised"], await chat.Database.AuditedAsync(raised.Id));
        var supervisor = TestData.Staff(Role.Supervisor, raised.DistrictCode);
        var seen = await chat.Database.ReadAsync(db =>
            new QueueFilter { Type = StatusType.Open, Raised = true }.Apply(db.Complaints, supervisor).SingleAsync());
        Assert.Equal(reference, seen.Reference);
    }

    [Theory, OnSqlite]
    public async Task After_the_next_step_it_may_be_raised_again(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        chat.DaysPass(8);
        await chat.PlayAsync("> tolong naikkan\n< Sudah saya naikkan.");

        // Act
        await chat.MovesAsync("review");
        var afterMove = await chat.FirstComplaintAsync();
        await chat.PlayAsync("> sudah lewat\n< Sudah saya naikkan.");

        // Assert
        Assert.Null(afterMove.RaisedAt);
        Assert.Equal(2, await chat.Database.ReadAsync(db => db.ComplaintFeedback.CountAsync()));
    }

    [Theory, OnSqlite]
    public async Task Before_the_day_it_is_told_when_the_day_is(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);

        // Act, Assert
        await chat.PlayAsync(
            """
            > sudah lewat
            < belum lewat janji. Jawaban dijanjikan paling lambat Senin, 30 November 2026.
            """);
        Assert.Null((await chat.FirstComplaintAsync()).RaisedAt);
    }

    [Theory, OnSqlite]
    public async Task Nobody_raises_a_complaint_of_another_chat_and_nobody_without_one(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        var reference = await chat.LodgeAsync();
        chat.DaysPass(8);
        chat.ComesFrom("chat2");

        // Act
        await chat.PlayAsync($"> naikkan\n< Belum ada laporan yang dikirim dari obrolan ini.\n> naikkan {reference}\n< hanya ditampilkan di obrolan yang mengirimnya");
        await chat.PressTokenAsync($"!raise.{reference}");
        await chat.PlayAsync("< hanya ditampilkan di obrolan yang mengirimnya");

        // Assert
        Assert.Null((await chat.FirstComplaintAsync()).RaisedAt);
    }

    [Theory, OnSqlite]
    public async Task In_the_middle_of_another_report_the_question_returns(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        chat.DaysPass(8);

        // Act, Assert
        await chat.PlayAsync(
            """
            > lapor
            < Langkah 1 dari 6
            > sudah lewat
            < Sudah saya naikkan.
            < Langkah 1 dari 6
            > bahasa inggris
            > overdue
            < You have raised report
            < Step 1 of 6
            """);
    }
}
