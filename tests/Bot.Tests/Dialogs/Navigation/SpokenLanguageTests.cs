using Microsoft.EntityFrameworkCore;
using SlrtBot.Bot.Protocol;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs.Navigation;

/// <summary>In which language somebody is answered who has chosen none.</summary>
public sealed class SpokenLanguageTests
{
    private const string ReportInEnglish = "📝 Report a problem";

    [Theory, OnSqlite]
    public async Task Who_writes_English_is_answered_in_English_from_the_first_message(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act, Assert
        await chat.PlayAsync(
            """
            > my mother has not received her rice for three months
            < Do you agree?
            <! setuju
            """);
    }

    [Theory, OnSqlite]
    public async Task Where_the_words_are_too_few_the_telephone_tells(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act
        await WriteAsync(chat, "/start");

        // Assert
        Assert.Contains(chat.Heard[^1].Choices, c => c.Label == ReportInEnglish);
    }

    [Theory]
    [InlineData("tolong bu")]
    [InlineData("bansos saya belum cair dari bulan juni")]
    [InlineData("abdi teu acan kenging bantosan ti kapungkur")]
    [InlineData("aku durung tau entuk bantuan")]
    public async Task Words_of_here_beat_a_telephone_that_speaks_English(string words)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(DatabaseProvider.Sqlite);

        // Act
        await WriteAsync(chat, words);
        await chat.WaitAsync();

        // Assert
        Assert.Equal("id", (await chat.Database.ReadAsync(db => db.Conversations.SingleAsync())).Language);
    }

    [Theory, OnSqlite]
    public async Task Who_was_greeted_in_the_telephones_language_and_tells_in_Indonesian_reads_Indonesian(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await WriteAsync(chat, "/start");

        // Act, Assert
        await chat.PlayAsync("> bantuan ibu saya belum cair sudah tiga bulan\n< Apakah Anda setuju?");
    }

    [Theory]
    [InlineData("> english\n< All right, I will use English.\n> bantuan ibu saya belum cair sudah tiga bulan\n< Do you agree?")]
    [InlineData("> bahasa indonesia\n< Baik\n> my mother has not received her rice for three months\n< Apakah Anda setuju?")]
    public async Task Who_has_named_a_language_keeps_it(string script)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(DatabaseProvider.Sqlite);

        // Act, Assert
        await chat.PlayAsync(script);
    }

    private static Task WriteAsync(ConversationScript chat, string words)
    {
        var activity = Activity.OfText(words);
        activity.ChannelId = Channels.Telegram;
        activity.Locale = "en-GB";
        return chat.SendAsync(activity);
    }
}
