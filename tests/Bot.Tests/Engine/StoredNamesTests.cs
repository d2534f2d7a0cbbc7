using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Engine;

/// <summary>Chats go on while the program changes: the names that their rows hold stay what they are.</summary>
public sealed class StoredNamesTests
{
    /// <summary>A new name gets a line; a line that changes strands whoever stands there.</summary>
    private static readonly string Listed = Path.Combine(AppContext.BaseDirectory, "Engine", "Samples", "stored-names.txt");

    [Theory, OnSqlite]
    public async Task Names_that_chats_have_stored_are_those_of_the_list(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await using var scope = chat.Database.Services.CreateAsyncScope();

        // Act
        var names = StoredNames.Of(scope.ServiceProvider).Order(StringComparer.Ordinal).ToList();
        var listed = await File.ReadAllLinesAsync(Listed);

        // Assert
        Assert.Empty(listed.Except(names));
        Assert.Empty(names.Except(listed));
    }
}
