using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit.Conversations;

namespace SlrtBot.Bot.Tests.Dialogs.Additions;

/// <summary>A chat with two complaints under way.</summary>
internal static class TwoComplaints
{
    /// <summary>One about school, then one about the house.</summary>
    public static async Task<(string School, string House)> TwoAsync(ConversationScript chat)
    {
        await chat.PlayAsync(Paths.ToReceipt);
        await chat.PlayAsync(Paths.AboutTheHouse);
        var references = await chat.ReferencesAsync();
        return (references[0], references[1]);
    }

    /// <summary>What the resident added since it was lodged.</summary>
    public static async Task<IReadOnlyList<string>> AddedAsync(ConversationScript chat, string reference) =>
        [.. (await chat.ThreadAsync(reference)).Where(text => text is not ("kirim" or "✅ Kirim laporan"))];

    /// <summary>As if the channel had delivered everything: each message has an id there.</summary>
    public static async Task SentAsync(ConversationScript chat)
    {
        await using var scope = chat.Database.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SlrtDbContext>();
        foreach (var message in await db.OutboundMessages.ToListAsync())
        {
            (message.State, message.ProviderMessageId) = (OutboundState.Sent, message.Id.ToString("N"));
        }

        await chat.Database.Gate.SaveAsync(db, default);
    }
}
