using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs.BadInputs;

/// <summary>
/// Every question meets everything that is no answer to it: one short reply says what it was and asks again; the step
/// and the draft stay, but for what is worth keeping.
/// </summary>
public sealed class BadInputTests
{
    public static TheoryData<DatabaseProvider, int> Questions
    {
        get
        {
            var data = new TheoryData<DatabaseProvider, int>();
            foreach (var (provider, question) in Providers.SelectMany(p => AskedAt.All.Select((_, i) => (p, i))))
            {
                data.Add(provider, question);
            }

            return data;
        }
    }

    private static IEnumerable<DatabaseProvider> Providers =>
        string.IsNullOrEmpty(Environment.GetEnvironmentVariable(OnPostgresAttribute.Variable))
            ? [DatabaseProvider.Sqlite]
            : [DatabaseProvider.Sqlite, DatabaseProvider.Postgres];

    [Theory, MemberData(nameof(Questions))]
    public async Task What_is_no_answer_is_named_and_the_question_comes_again(DatabaseProvider provider, int question)
    {
        // Arrange
        var asked = AskedAt.All[question];
        await using var chat = await ConversationScript.BeginAsync(provider);
        await asked.ComeAsync(chat);
        var before = await StandAsync(chat);
        var wrong = new List<string>();

        // Act
        foreach (var input in BadInput.All.Where(i => !asked.Answers.Contains(i.Kind)))
        {
            await chat.SendAsync(input.ToActivity());
            await chat.WaitAsync();
            wrong.AddRange(Wrongs(asked, input, before, await StandAsync(chat), chat.Heard).Select(w => $"{input}: {w}"));
            await RestoreAsync(chat, before);
        }

        // Assert
        Assert.True(wrong.Count == 0, $"{asked}\n{string.Join('\n', wrong)}");
    }

    [Fact]
    public void No_step_of_any_dialog_is_left_out()
    {
        // Arrange
        var steps = typeof(Step<>).Assembly.GetTypes()
            .Where(t => t is { IsAbstract: false, BaseType: { IsGenericType: true } parent } && parent.GetGenericTypeDefinition() == typeof(Step<>))
            .Select(t => (string)t.GetProperty("Name")!.GetValue(RuntimeHelpers.GetUninitializedObject(t))!);

        // Act, Assert
        Assert.Empty(steps.Except(AskedAt.All.Select(a => a.Step[(a.Step.IndexOf('/', StringComparison.Ordinal) + 1)..])));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task All_of_it_one_after_the_other_moves_nobody_from_the_question(DatabaseProvider provider)
    {
        // Arrange
        foreach (var asked in AskedAt.All.Where(a => a.Step is "complaint/consent" or "complaint/subject" or "complaint/official" or "complaint/national_id"))
        {
            await using var chat = await ConversationScript.BeginAsync(provider);
            await asked.ComeAsync(chat);
            var before = await StandAsync(chat);

            // Act
            foreach (var input in BadInput.All.Where(i => !asked.Answers.Contains(i.Kind)))
            {
                await chat.SendAsync(input.ToActivity());
                await chat.WaitAsync();
                Assert.Single(chat.Heard);
            }

            // Assert
            var after = await StandAsync(chat);
            Assert.Equal((before.Dialog, before.Step, before.DraftId), (after.Dialog, after.Step, after.DraftId));
            await chat.PlayAsync($"> ulang\n< {asked.Question}");
        }
    }

    [Theory, OnSqlite]
    public async Task A_correction_or_a_live_pin_that_moves_is_no_answer_and_gets_none(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToVillage);
        await chat.SendAsync(BadInput.All.Single(i => i.Name == "live location").ToActivity());
        var before = await StandAsync(chat);

        // Act
        for (var i = 0; i < 3; i++)
        {
            await chat.SendAsync(BadInput.Translate("edited_message", $$$"""{"edit_date":1790000060,"location":{"latitude":-7.{{{i}}},"longitude":107.5,"live_period":900}}"""));
            Assert.Empty(chat.Heard);
        }

        await chat.SendAsync(BadInput.Translate("edited_message", """{"edit_date":1790000060,"text":"batal"}"""));

        // Assert
        Assert.Empty(chat.Heard);
        Assert.Equal(before.Draft, (await StandAsync(chat)).Draft);
    }

    private static IEnumerable<string> Wrongs(AskedAt asked, BadInput input, Stand before, Stand after, IReadOnlyList<MessageContent> heard)
    {
        if (heard is not [var reply])
        {
            yield return $"{heard.Count} replies";
            yield break;
        }

        var at = reply.Text.IndexOf(asked.Question, StringComparison.Ordinal);
        if (at < 0 && !(asked.Step == "complaint/phone" && reply.Text.Contains("Boleh petugas menelepon", StringComparison.Ordinal)))
        {
            yield return $"does not ask again: {reply.Text}";
        }
        else if (at == 0)
        {
            yield return $"does not say what it was: {reply.Text}";
        }

        if ((after.Dialog, after.Step) != (before.Dialog, before.Step))
        {
            yield return $"stands at {after.Dialog}/{after.Step}";
        }

        foreach (var field in Changed(before.Draft, after.Draft).Where(f => input.Kept?.Split(' ').Contains(f) != true && !Beside.Contains(f)))
        {
            yield return $"changed {field}";
        }

        var hasNumber = Fields(before.Draft).GetValueOrDefault("Phone", "null") != "null";
        if (input.Kept is { } kept && asked.Keeps && !(kept == "OthersPhone" && hasNumber) && kept.Split(' ').Except(Changed(before.Draft, after.Draft)).Any())
        {
            yield return $"did not keep {kept}: {reply.Text}";
        }
    }

    /// <summary>What goes with something that is kept: whether the story is whole, which album was the last.</summary>
    private static readonly string[] Beside = ["StoryIsWhole", "Album"];

    private static IEnumerable<string> Changed(string? before, string? after)
    {
        var (old, now) = (Fields(before), Fields(after));
        return old.Keys.Union(now.Keys).Where(key => old.GetValueOrDefault(key) != now.GetValueOrDefault(key));
    }

    private static Dictionary<string, string> Fields(string? draft) => draft is null
        ? []
        : JsonNode.Parse(draft)!.AsObject().ToDictionary(f => f.Key, f => f.Value?.ToJsonString() ?? "null");

    private static async Task<Stand> StandAsync(ConversationScript chat)
    {
        var cipher = chat.Database.Services.GetRequiredService<FieldCipher>();
        var row = await chat.Database.ReadAsync(db => db.Conversations.AsNoTracking().SingleAsync());
        return new Stand(row.Dialog, row.Step, cipher.OpenOptional(row.Draft, new("conversation"), row.Id, "draft"), row.Draft, row.DraftId, row.Prompt);
    }

    private static async Task RestoreAsync(ConversationScript chat, Stand stand)
    {
        await using var scope = chat.Database.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SlrtDbContext>();
        var row = await db.Conversations.SingleAsync();
        (row.Dialog, row.Step, row.Draft, row.DraftId, row.Prompt) = (stand.Dialog, stand.Step, stand.Sealed, stand.DraftId, stand.Prompt);
        row.Misunderstood = 0;
        await chat.Database.Gate.SaveAsync(db, default);
    }

    private sealed record Stand(string? Dialog, string? Step, string? Draft, Sealed? Sealed, Guid? DraftId, Sealed? Prompt);
}
