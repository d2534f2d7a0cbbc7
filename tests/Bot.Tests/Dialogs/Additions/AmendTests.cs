using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs.Additions;

/// <summary>"Perbaiki", "ralat", "ada yang salah" after sending: the complaint that was sent is put right, and none begins.</summary>
public sealed class AmendTests
{
    [Theory]
    [InlineData("perbaiki")]
    [InlineData("ada yg salah")]
    [InlineData("ralat")]
    [InlineData("maaf salah ketik pak")]
    [InlineData("mau ubah laporan")]
    [InlineData("aya nu lepat")]
    [InlineData("ana sing salah")]
    [InlineData("i made a mistake")]
    public async Task What_is_right_is_asked_and_added(string says)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(DatabaseProvider.Sqlite);
        var reference = await chat.LodgeAsync();

        // Act
        await chat.PlayAsync(
            $"""
            > {says}
            < Apa yang perlu diperbaiki di laporan {reference}?
            > desanya bukan sadu tapi malasari
            < Perbaikannya sudah saya tambahkan ke laporan {reference}.
            > selesai
            < Tambahan untuk laporan {reference} sudah lengkap: 1 tulisan
            """);

        // Assert
        Assert.Contains("desanya bukan sadu tapi malasari", await chat.ThreadAsync(reference));
        Assert.Equal(1, await chat.Database.ReadAsync(db => db.Complaints.CountAsync()));
        Assert.Empty(await chat.Database.ReadAsync(db => db.DataRequests.ToListAsync()));
    }

    [Theory]
    [InlineData("ralat desanya Malasari bukan Sadu", "Perbaikannya sudah saya tambahkan ke laporan {0}. Petugas memakai yang baru.")]
    [InlineData("perbaiki nama saya Siti Amanah", "Perbaikannya sudah saya tambahkan ke laporan {0}. Petugas memakai yang baru.")]
    [InlineData("correction my name is Siti Amanah", "I have added the correction to report {0}. Officers go by the new one.")]
    public async Task What_comes_with_the_word_right_after_sending_is_added_at_once(string says, string hears)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(DatabaseProvider.Sqlite);
        var reference = await chat.LodgeAsync();

        // Act
        await chat.PlayAsync($"> {says}\n< {string.Format(System.Globalization.CultureInfo.InvariantCulture, hears, reference)}");

        // Assert
        Assert.Contains(says, await chat.ThreadAsync(reference));
    }

    [Theory, OnSqlite]
    public async Task Later_it_may_be_another_problem_and_is_asked(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        var reference = await chat.LodgeAsync();

        // Act, Assert
        await chat.PlayAsync($"> menu\n> ralat desanya Malasari bukan Sadu\n< Apakah ini tambahan untuk laporan {reference}, atau laporan baru?\n> tambahan\n< Sudah saya tambahkan");
    }

    [Theory, OnSqlite]
    public async Task Of_several_complaints_it_is_asked_which_and_without_one_the_data_are_meant(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync("> perbaiki\n< Permintaan perbaikan data sudah dicatat.");
        var first = await chat.LodgeAsync();
        await chat.PlayAsync($"{Paths.AboutTheHouse}\n> menu");

        // Act, Assert
        await chat.PlayAsync($"> ada yang salah\n< Laporan mana yang mau diperbaiki?\n> [Sekolah · {first[5..]}]\n< Apa yang perlu diperbaiki di laporan {first}?");
    }

    [Theory, OnSqlite]
    public async Task In_the_middle_of_a_form_it_means_the_form(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReview);

        // Act, Assert
        await chat.PlayAsync("> ada yang salah\n<! Permintaan perbaikan data\n< ubah");
    }
}
