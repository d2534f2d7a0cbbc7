using Microsoft.EntityFrameworkCore;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs.Flood;

/// <summary>A chat that writes without end: told once, left in peace for a minute, and nothing of it is lost.</summary>
public sealed class FloodTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_message_too_many_is_told_and_the_next_are_kept_in_silence(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await FloodedAsync(provider);

        // Act
        await chat.PlayAsync("> menu\n< Tunggu satu menit\n> menu\n< -\n> menu\n< -");

        // Assert
        Assert.Equal(23, await chat.Database.ReadAsync(db => db.InboundMessages.CountAsync(m => m.State == InboundState.Done && m.Text != null)));
    }

    [Theory, OnSqlite]
    public async Task After_a_minute_the_conversation_goes_on(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await FloodedAsync(provider);
        await chat.PlayAsync("> menu\n> menu");

        // Act
        chat.Database.Clock.Advance(TimeSpan.FromMinutes(1));

        // Assert
        await chat.PlayAsync("> menu\n< Silakan pilih");
    }

    [Theory, OnSqlite]
    public async Task Words_of_an_emergency_are_heard_in_a_flood(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await FloodedAsync(provider);
        await chat.PlayAsync("> menu\n> menu\n< -");

        // Act, Assert
        await chat.PlayAsync("> tolong pak rumah saya kebakaran\n< 113");
    }

    [Theory, OnSqlite]
    public async Task A_story_in_many_pieces_is_no_flood(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider, new PaceOptions());
        await chat.PlayAsync(Paths.ToStory);

        // Act
        await chat.PlayAsync(string.Join('\n', Enumerable.Range(1, 30).Select(i => $"> ijazah anak saya ditahan bagian {i}")));

        // Assert
        await chat.PlayAsync("< Sudah saya catat.");
    }

    private static async Task<ConversationScript> FloodedAsync(DatabaseProvider provider)
    {
        var chat = await ConversationScript.BeginAsync(provider, new PaceOptions());
        await chat.PlayAsync(string.Join('\n', Enumerable.Repeat("> menu", new PaceOptions().MessagesPerMinute)));
        return chat;
    }
}
