using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs.Navigation;

/// <summary>"Ulangi dari awal": the form begins anew, and nothing is lost by mistake.</summary>
public sealed class RestartTests
{
    [Theory]
    [InlineData("mulai lagi")]
    [InlineData("ulangi dari awal")]
    [InlineData("dari awal aja")]
    [InlineData("dari awal aja deh pak")]
    [InlineData("mau ulang dari awal")]
    [InlineData("mimitian deui")]
    [InlineData("wiwiti maneh")]
    [InlineData("start over")]
    public async Task With_little_told_it_begins_at_once_and_with_much_it_is_asked(string says)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(DatabaseProvider.Sqlite);

        // Act, Assert
        await chat.PlayAsync(
            $"""
            {Paths.ToGroup}
            > {says}
            < Baik, kita mulai lagi.
            < Langkah 1 dari 6
            > tetangga
            > Mak Icih
            < Langkah 2 dari 6
            > sekolah
            > {says}
            < Laporan belum dikirim. Hapus jawaban tadi dan mulai lagi dari awal?
            < [Ya, mulai lagi] [Lanjutkan]
            > tidak
            < Langkah 3 dari 6
            > {says}
            > ya
            < Baik, kita mulai lagi. Jawaban tadi sudah dihapus.
            """);
        Assert.DoesNotContain("Mak Icih", chat.Heard[^1].Text, StringComparison.Ordinal);
    }

    [Theory, OnSqlite]
    public async Task At_rest_it_leads_to_the_beginning_and_touches_nothing_that_was_sent(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);

        // Act, Assert
        await chat.PlayAsync("> mulai lagi\n< Halo, saya SlrtBot\n> start again\n< Halo, saya SlrtBot");
        Assert.Equal(1, await chat.Database.ReadAsync(db => db.Complaints.CountAsync()));
    }
}
