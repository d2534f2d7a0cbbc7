using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Conversations;

/// <summary>Counts what a chat tries in a day, so that numbers and codes cannot be found by trying them all.</summary>
public sealed class CountTry(SlrtDbContext db, AreaCatalogue areas)
{
    /// <summary>A hit and a miss count alike: the count must not say which it was.</summary>
    public const int MostPerDay = 5;

    /// <returns>False where the day's tries are used up; then nothing is to be looked up.</returns>
    public async Task<Outcome<bool>> DoAsync(TryKind kind, Conversation conversation, Provenance by, CancellationToken cancellationToken)
    {
        var today = Today(conversation, by);
        var tried = await FindAsync(kind, conversation, cancellationToken);
        if (tried is null)
        {
            db.Add(new ChatTry { ConversationId = conversation.Id, Kind = kind, Day = today, Count = 1 });
            return true;
        }

        (tried.Day, tried.Count) = (today, tried.Day == today ? tried.Count + 1 : 1);
        return tried.Count <= MostPerDay;
    }

    /// <summary>How often it may be tried yet today.</summary>
    public async Task<int> LeftAsync(TryKind kind, Conversation conversation, Provenance by, CancellationToken cancellationToken) =>
        await FindAsync(kind, conversation, cancellationToken) is { } tried && tried.Day == Today(conversation, by)
            ? Math.Max(0, MostPerDay - tried.Count)
            : MostPerDay;

    /// <summary>A hit that may be known as one: the count begins anew.</summary>
    public async Task ClearAsync(TryKind kind, Conversation conversation, CancellationToken cancellationToken)
    {
        if (await FindAsync(kind, conversation, cancellationToken) is { } tried)
        {
            tried.Count = 0;
        }
    }

    private Task<ChatTry?> FindAsync(TryKind kind, Conversation conversation, CancellationToken cancellationToken) =>
        db.ChatTries.SingleOrDefaultAsync(t => t.ConversationId == conversation.Id && t.Kind == kind, cancellationToken);

    private DateOnly Today(Conversation conversation, Provenance by) =>
        LocalDay.Of(by.At, areas.ZoneOf(conversation.VillageCode ?? areas.HomeRegency));
}
