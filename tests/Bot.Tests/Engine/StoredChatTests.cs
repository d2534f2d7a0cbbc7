using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Bot.Tests.Dialogs;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Engine;

/// <summary>
/// Chats as release 0.1 stored them, when the dialogs lay in other folders and some classes had other names: whoever was in
/// the middle of something goes on.
/// </summary>
public sealed class StoredChatTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_button_of_a_stored_question_is_heard(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToSubject);
        var stored = Read("chat-at-group.json");
        await StoreAsync(chat, stored);

        // Act
        await chat.PressTokenAsync(TokenOf(stored, "category_group.school"));

        // Assert
        await chat.PlayAsync("< Langkah 3 dari 6");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_stored_draft_is_sent_as_it_was_told(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToSubject);
        var stored = Read("chat-at-review.json");
        await StoreAsync(chat, stored);

        // Act
        await chat.PressTokenAsync(TokenOf(stored, "review.send"));

        // Assert
        await chat.PlayAsync("< ✅ Laporan terkirim.");
        var complaint = await chat.Database.ReadAsync(db => db.Complaints.SingleAsync());
        Assert.Equal(("N2", "32.04.37.2002"), (complaint.CategoryCode, complaint.VillageCode));
    }

    [Theory, OnSqlite]
    public async Task Adding_goes_on_where_it_was(DatabaseProvider provider)
    {
        // Arrange: the complaint has a number of its own here.
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        var complaint = await chat.Database.ReadAsync(db => db.Complaints.SingleAsync());
        var stored = Read("chat-while-adding.json");
        stored["draft"]!["ComplaintId"] = complaint.Id;
        stored["draft"]!["Reference"] = complaint.Reference;
        await StoreAsync(chat, stored);

        // Act
        await chat.PressTokenAsync(TokenOf(stored, "adding.done"));

        // Assert: one message was counted before.
        await chat.PlayAsync($"< {complaint.Reference}\n< 1 tulisan");
    }

    [Theory, OnSqlite]
    public async Task What_an_emergency_held_back_comes_back_with_its_buttons(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToSubject);
        var stored = Read("chat-in-danger.json");
        await StoreAsync(chat, stored);

        // Act
        await chat.PressTokenAsync(TokenOf(stored, "safe.yes"));

        // Assert: the words are the story, and the question that was open is open again.
        await chat.PlayAsync("< Langkah 2 dari 6");
        await chat.PressTokenAsync(stored["held"]!["Open"]!["Choices"]![2]!["Token"]!.GetValue<string>());
        await chat.PlayAsync("< Langkah 4 dari 6");
    }

    private static JsonNode Read(string sample) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Engine", "Samples", sample)))!;

    private static string TokenOf(JsonNode stored, string key) =>
        stored["prompt"]!["Choices"]!.AsArray().Single(c => c!["Key"]!.GetValue<string>() == key)!["Token"]!.GetValue<string>();

    /// <summary>Puts the sample into the only chat there is.</summary>
    private static async Task StoreAsync(ConversationScript chat, JsonNode stored)
    {
        await using var scope = chat.Database.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SlrtDbContext>();
        var cipher = chat.Database.Services.GetRequiredService<FieldCipher>();
        var conversation = await db.Conversations.SingleAsync();
        Sealed? Seal(string column) => stored[column] is { } json ? cipher.Seal(json.ToJsonString(), new("conversation"), conversation.Id, column) : null;
        conversation.Dialog = stored["dialog"]!.GetValue<string>();
        conversation.Step = stored["step"]!.GetValue<string>();
        conversation.Draft = Seal("draft");
        conversation.Prompt = Seal("prompt");
        conversation.Held = Seal("held");
        conversation.Danger = stored["danger"] is { } danger ? Enum.Parse<Danger>(danger.GetValue<string>()) : null;
        await chat.Database.Gate.SaveAsync(db, default);
    }
}
