using SlrtBot.Bot.Engine;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs;

/// <summary>Sixty made-up first messages, as residents write them: none may meet a bot that does not understand.</summary>
public sealed class UtteranceTests
{
    private static readonly IReadOnlyList<(string Text, string Category)> Lines =
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Dialogs", "Samples", "utterances.tsv")).Skip(1)
            .Select(line => line.Split('\t')).Select(columns => (columns[2], columns[3])),
    ];

    [Fact]
    public void Every_complaint_among_them_is_taken_for_a_story()
    {
        // Act, Assert
        Assert.All(
            Lines.Where(l => l.Category[0] is 'K' or 'P' or 'N' or 'O' && l.Category != "O2"),
            line => Assert.True(Telling.IsStory(line.Text), line.Text));
    }

    [Fact]
    public async Task Every_one_of_them_as_the_first_message_is_welcomed_or_taken_down()
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(DatabaseProvider.Sqlite);

        // Act, Assert
        for (var i = 0; i < Lines.Count; i++)
        {
            chat.ComesFrom($"resident{i}");
            await chat.PlayAsync($"> {Lines[i].Text}\n<! belum paham");
            Assert.NotEmpty(chat.Heard[^1].Choices);
        }
    }
}
