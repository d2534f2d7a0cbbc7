using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Bot.Engine;
using SlrtBot.Bot.Turns;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Persistence;

namespace SlrtBot.TestKit.Conversations;

/// <summary>When a running bot has done all that it can do before the clock moves on.</summary>
public static class WireRest
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Every message that was accepted has had its turn, and every reply that may leave has left.</summary>
    public static async Task RestAsync(this IServiceProvider services, TestClock clock)
    {
        await services.GetRequiredService<TurnWorker>().WhenIdleAsync();
        await UntilAsync(services, async db => !await db.OutboundMessages.AnyAsync(m =>
            m.Channel != Channels.WebChat
            && (m.State == OutboundState.Leased
                || (m.State == OutboundState.Due
                    && !db.OutboundMessages.Any(e => e.ConversationId == m.ConversationId && e.Id <= m.Id && e.State == OutboundState.Due && e.NotBefore > clock.UtcNow)))));
    }

    /// <summary>Nothing more is written for so long that a story in pieces is answered.</summary>
    public static async Task PauseAsync(this IServiceProvider services, TestClock clock)
    {
        await services.RestAsync(clock);
        clock.Advance(new PaceOptions().LongestPause + TimeSpan.FromSeconds(1));
        await UntilAsync(services, async db => !await db.Conversations.AnyAsync(c => c.CollectUntil != null));
        await services.RestAsync(clock);
    }

    /// <summary>Looks until it holds: for what is written a moment after the rest.</summary>
    public static async Task UntilAsync(this IServiceProvider services, Func<SlrtDbContext, Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            await using var scope = services.CreateAsyncScope();
            if (await holds(scope.ServiceProvider.GetRequiredService<SlrtDbContext>()))
            {
                return;
            }

            await Task.Delay(10, patience.Token);
        }
    }
}
