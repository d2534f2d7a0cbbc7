using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Bot.Engine;
using SlrtBot.Bot.Telegram.SetUp;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Phrases;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Telegram;

/// <summary>What Telegram shows of the bot, within its limits.</summary>
public sealed class CommandListTests
{
    [Fact]
    public async Task Each_command_is_understood_and_short_enough_in_each_language()
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(DatabaseProvider.Sqlite);
        var book = chat.Database.Services.GetRequiredService<PhraseBook>();
        var words = chat.Database.Services.GetRequiredService<Words>();

        // Act, Assert
        foreach (var language in book.Languages)
        {
            var commands = CommandList.Of(book, language);
            Assert.Equal(["report", "status", "info", "officer", "language", "help", "cancel"], commands.Select(c => words.Find(c.Command)));
            Assert.All(commands, c => Assert.Matches(new Regex("^[a-z0-9_]{1,32}$"), c.Command));
            Assert.All(commands, c => Assert.InRange(c.Description.Length, 3, 256));
            Assert.InRange(book.Get(language, "telegram.description").Length, 50, 512);
            Assert.InRange(book.Get(language, "telegram.description.short").Length, 20, 120);
        }
    }
}
