using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Visits;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs.Additions;

/// <summary>"Ga bisa hari itu."</summary>
public sealed class CannotTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Pressed_under_the_news_it_reaches_whoever_comes(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        await chat.MovesAsync("begin_visit");
        var news = (await chat.NoticesAsync())[^1].Content;

        // Act
        await chat.PressTokenAsync(Assert.Single(news.Choices).Token);
        await chat.PlayAsync("< Petugas sudah kami beri tahu bahwa hari itu tidak bisa");

        await chat.PlayAsync("> cek\n< Kunjungan ke rumah: Selasa, 24 November 2026, pagi.");

        // Assert
        Assert.Contains("petugas akan datang ke rumah Anda", news.Text, StringComparison.Ordinal);
        Assert.NotNull((await chat.Database.ReadAsync(db => db.Visits.SingleAsync())).CannotAt);
    }

    [Theory]
    [OnSqlite("tidak bisa")]
    [OnSqlite("maaf pak ga bisa hari itu")]
    [OnSqlite("besok sy ga bisa soalnya kerja sampe sore")]
    [OnSqlite("punten teu tiasa dinten éta")]
    [OnSqlite("nyuwun sewu boten saged, wonten hajatan")]
    [OnSqlite("kamis saya ga ada di rumah bu")]
    [OnSqlite("bisa ganti hari ga?")]
    public async Task As_people_type_it_it_is_heard_and_stands_in_the_thread(DatabaseProvider provider, string text)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        await chat.MovesAsync("begin_visit");

        // Act
        await chat.PlayAsync($"> {text}\n< Petugas sudah kami beri tahu");

        // Assert
        Assert.NotNull((await chat.Database.ReadAsync(db => db.Visits.SingleAsync())).CannotAt);
        Assert.Contains(text, await chat.ThreadAsync(await chat.FirstReferenceAsync()));
    }

    [Theory]
    [OnSqlite("anak saya ga bisa makan")]
    [OnSqlite("bapak ga bisa kerja lagi karena sakit")]
    [OnSqlite("iya bisa pak")]
    public async Task What_tells_of_something_else_is_not_taken_for_it(DatabaseProvider provider, string text)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        await chat.MovesAsync("begin_visit");

        // Act
        await chat.PlayAsync($"> {text}\n<! Petugas sudah kami beri tahu bahwa hari itu");

        // Assert
        Assert.Null((await chat.Database.ReadAsync(db => db.Visits.SingleAsync())).CannotAt);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Once_it_was_sent_or_where_none_is_planned_that_is_said(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        await chat.MovesAsync("begin_visit");
        var news = (await chat.NoticesAsync())[^1].Content;
        await chat.MovesAsync("report_visit");

        // Act
        await chat.PressTokenAsync(news.Choices[0].Token);
        await chat.PlayAsync("< Sekarang tidak ada kunjungan yang direncanakan");

        // Assert
        Assert.Equal(VisitStatus.Sent, (await chat.Database.ReadAsync(db => db.Visits.SingleAsync())).Status);
    }

    [Theory, OnSqlite]
    public async Task Who_hears_the_status_alone_is_told_no_day_and_cannot_move_it(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        await chat.JoinAsync(Core.Complaints.Relation.Neighbour);

        // Act
        await chat.MovesAsync("begin_visit");

        // Assert
        var news = (await chat.NoticesAsync()).Select(n => n.Content).ToList()[^2..];
        Assert.Single(news, n => n.Text.Contains("pagi", StringComparison.Ordinal) && n.Choices.Count == 1);
        Assert.Single(news, n => n.Text.Contains("Kunjungan ke rumah", StringComparison.Ordinal) && n.Choices.Count == 0);
    }
}
