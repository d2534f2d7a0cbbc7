using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs.Scams;

/// <summary>A link that promises aid is answered with what it is, and a story about one stays a complaint.</summary>
public sealed class LureTests
{
    [Theory]
    [InlineData("bansos 600rb klik")]
    [InlineData("https://bansos-2026.xyz/daftar")]
    [InlineData("cek nama bapak di link ini bit.ly/bansos26")]
    [InlineData("ieu tautan bansos leres?")]
    public async Task A_link_is_called_what_it_is(string lure)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(DatabaseProvider.Sqlite);

        // Act, Assert
        await chat.PlayAsync($"> {lure}\n< Itu ciri penipuan.\n< cekbansos.kemensos.go.id\n< Silakan pilih");
    }

    [Theory, OnSqlite]
    public async Task In_English_it_is_called_so_in_English(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act, Assert
        await chat.PlayAsync("> is this link for the aid real\n< That looks like a fraud.");
    }

    [Theory]
    [InlineData("cekbansos.kemensos.go.id kok tidak bisa dibuka ya")]
    [InlineData("ibu saya dapat pesan di wa isinya link bansos, sudah terlanjur isi nik dan uang di rekening hilang 300 ribu")]
    public async Task The_governments_page_and_a_story_are_no_lure(string words)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(DatabaseProvider.Sqlite);

        // Act, Assert
        await chat.PlayAsync($"> {words}\n<! Itu ciri penipuan");
    }
}
