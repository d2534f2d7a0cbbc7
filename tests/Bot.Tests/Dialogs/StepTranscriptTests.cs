using Microsoft.EntityFrameworkCore;
using SlrtBot.Bot.Tests.Dialogs.BadInputs;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs;

/// <summary>What must go the same way at every question of a complaint: out, back, away for days, and not understood.</summary>
public sealed class StepTranscriptTests
{
    private const string Gibberish = "....";
    private static readonly List<AskedAt> Questions = [.. AskedAt.All.Where(a => a.Keeps)];

    public static TheoryData<int> Steps => [.. Enumerable.Range(0, Questions.Count)];

    /// <summary>Words that mean nothing are a story, where a story is asked for.</summary>
    public static TheoryData<int> StepsThatMayBePuzzled => [.. Enumerable.Range(0, Questions.Count).Where(i => Questions[i].Step != "complaint/story")];

    [Theory, MemberData(nameof(Steps))]
    public async Task Cancel_wipes_what_was_told(int step)
    {
        // Arrange
        await using var chat = await AtAsync(step);

        // Act: with much told it is asked first; "ya" is then the answer to that.
        await chat.PlayAsync("> batal");
        if (chat.Heard.Any(m => m.Text.Contains("Batalkan dan hapus semuanya?", StringComparison.Ordinal)))
        {
            await chat.PlayAsync("> ya");
        }

        // Assert
        await chat.PlayAsync("< Laporan dibatalkan dan tidak disimpan.\n< Silakan pilih");
        var conversation = await chat.Database.ReadAsync(db => db.Conversations.SingleAsync());
        Assert.Equal((null, null, null), (conversation.Draft, conversation.DraftId, conversation.Dialog));
    }

    [Theory, MemberData(nameof(Steps))]
    public async Task Back_asks_something_else_or_the_same_and_loses_nothing(int step)
    {
        // Arrange
        await using var chat = await AtAsync(step);
        var before = await chat.Database.ReadAsync(db => db.Conversations.AsNoTracking().SingleAsync());

        // Act
        await chat.PlayAsync("> kembali");

        // Assert
        var after = await chat.Database.ReadAsync(db => db.Conversations.AsNoTracking().SingleAsync());
        Assert.Single(chat.Heard);
        Assert.Equal((before.DraftId, before.Dialog), (after.DraftId, after.Dialog));
        Assert.Equal(before.Step is "consent", before.Step == after.Step && before.Step is "consent");
    }

    [Theory, MemberData(nameof(Steps))]
    public async Task After_a_restart_and_three_days_the_question_is_still_there(int step)
    {
        // Arrange
        await using var chat = await AtAsync(step);

        // Act
        await chat.RestartAsync();
        chat.DaysPass(3);
        await chat.RunAsync("drafts");

        // Assert
        await chat.PlayAsync($"> lanjutkan\n< {Questions[step].Question}");
    }

    [Theory, MemberData(nameof(StepsThatMayBePuzzled))]
    public async Task Three_times_not_understood_is_an_example_then_other_words_then_a_way_out(int step)
    {
        // Arrange
        await using var chat = await AtAsync(step);

        // Act, Assert
        await chat.PlayAsync($"> {Gibberish}\n< {Questions[step].Question}");
        var first = chat.Heard.Single().Text;
        await chat.PlayAsync($"> {Gibberish}");
        Assert.NotEqual(first, chat.Heard.Single().Text);
        await chat.PlayAsync(
            $"""
            > {Gibberish}
            < Sepertinya saya kurang membantu.
            < [Lanjutkan] [🧑 Hubungi petugas] [Batalkan]
            > lanjutkan
            < {Questions[step].Question}
            """);
    }

    private static async Task<ConversationScript> AtAsync(int step)
    {
        var chat = await ConversationScript.BeginAsync(DatabaseProvider.Sqlite);
        await Questions[step].ComeAsync(chat);
        return chat;
    }
}
