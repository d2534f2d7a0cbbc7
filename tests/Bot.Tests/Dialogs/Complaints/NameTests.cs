using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs.Complaints;

/// <summary>Not everything that is written when a name is asked for is one.</summary>
public sealed class NameTests
{
    [Theory]
    [InlineData("jangan sebut nama saya")]
    [InlineData("rahasia aja pak")]
    [InlineData("keep my name secret")]
    public async Task Whoever_asks_not_to_be_named_is_not_called_by_those_words(string words)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(DatabaseProvider.Sqlite);
        await chat.PlayAsync(Paths.ToName);

        // Act
        await chat.PlayAsync($"> {words}\n< identitas Anda dirahasiakan\n< 6. Pelapor: dirahasiakan\n> kirim\n< Laporan terkirim");

        // Assert
        Assert.Null((await chat.Database.ReadAsync(db => db.Complaints.SingleAsync())).ReporterName);
    }

    [Theory]
    [InlineData("saya tidak mau kasih tau")]
    [InlineData("takut pak")]
    public async Task A_doubt_is_no_name_and_the_way_to_stay_unnamed_is_shown(string words)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(DatabaseProvider.Sqlite);
        await chat.PlayAsync(Paths.ToName);

        // Act, Assert
        await chat.PlayAsync($"> {words}\n< belum terbaca sebagai nama\n< [Rahasiakan identitas]\n> Asep\n< nomor HP");
    }
}
