using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs.Complaints;

/// <summary>What an office has settled of a category, as residents meet it.</summary>
public sealed class CategoryTermsTests
{
    [Fact]
    public async Task What_is_not_offered_is_neither_on_the_list_nor_proposed()
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(DatabaseProvider.Sqlite);
        chat.Database.Services.GetRequiredService<SettledValues>().Settle(new("category.P1.offered"), "no");
        chat.Database.Services.GetRequiredService<SettledValues>().Settle(new("category.N3.offered"), "no");

        // Act, Assert
        await chat.PlayAsync(
            """
            > bansos saya sudah 3 bulan belum cair tanpa penjelasan
            < Apakah Anda setuju?
            > setuju
            > saya sendiri
            <! Belum cair / saldo nol
            <! Rumah & listrik
            < Bantuan uang & pangan
            > bantuan uang
            < Kartu atau PIN
            <! Belum cair / saldo nol
            """);
    }

    [Fact]
    public async Task A_name_of_the_office_is_shown_and_understood_and_the_NIK_is_asked_where_the_office_wants_it()
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(DatabaseProvider.Sqlite);
        var settled = chat.Database.Services.GetRequiredService<SettledValues>();
        settled.Settle(new("phrase.id.category.P4"), "Sembako tidak layak");
        settled.Settle(new("category.P4.identity"), "yes");
        settled.Settle(new("category.P4.sensitive"), "yes");

        // Act
        await chat.PlayAsync(
            """
            > lapor
            > setuju
            > saya sendiri
            > bantuan uang
            < Sembako tidak layak
            > sembako tidak layak
            > berasnya berkutu dan bau sudah dua kali begitu
            > selesai
            > Sadu
            > lewati
            > Siti Aminah, 081234567890
            < NIK
            > lewati
            < Sembako tidak layak
            > kirim
            < ✅ Laporan terkirim.
            """);

        // Assert
        Assert.True((await chat.Database.ReadAsync(db => db.Complaints.SingleAsync())).IsSensitive);
    }
}
