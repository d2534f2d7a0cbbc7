using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SlrtBot.Console.Security;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Live;

/// <summary>
/// <c>GET /live</c>: server-sent events, one connection per tab. <c>queue-changed</c>, <c>complaint-{id}</c>, <c>conversations-changed</c> and <c>conversation-{id}</c> tell
/// the page to fetch again; <c>ping</c> every 20 s keeps proxies from closing; <c>session-ended</c> is the last word,
/// at most 5 s after a sign-out or deactivation (ASVS 7.4.2). 429 with <c>Retry-After</c> beyond the places of a session.
/// </summary>
public sealed class LiveStream(
    LiveFeed feed, IServiceScopeFactory scopes, TimeProvider clock, ServiceZone zone, IHostApplicationLifetime lifetime)
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);
    private const int LooksPerPing = 4;

    public static Results<ServerSentEventsResult<string>, StatusCodeHttpResult> Get(HttpContext http, LiveStream stream, LivePlaces places, Viewer viewer)
    {
        var ticket = SessionTicket.Read(http.User)!;
        if (!places.Enter(http, ticket.SessionId))
        {
            http.Response.Headers.RetryAfter = LivePlaces.RetryAfter;
            return TypedResults.StatusCode(StatusCodes.Status429TooManyRequests);
        }

        http.Response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(stream.RunAsync(ticket, viewer.Scope, http.RequestAborted));
    }

    private async IAsyncEnumerable<SseItem<string>> RunAsync(
        SessionTicket ticket, StaffScope scope, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        using var reader = feed.Open();
        using var timer = new PeriodicTimer(Look, clock);
        yield return Named("ping");
        var tick = timer.WaitForNextTickAsync(ends.Token).AsTask();
        var change = reader.Changes.WaitToReadAsync(ends.Token).AsTask();
        for (var looks = 1; ;)
        {
            await Task.WhenAny(tick, change);
            if (ends.IsCancellationRequested)
            {
                yield break;
            }

            if (change.IsCompleted)
            {
                foreach (var name in Names(reader, scope))
                {
                    yield return Named(name);
                }

                change = reader.Changes.WaitToReadAsync(ends.Token).AsTask();
            }

            if (!tick.IsCompleted)
            {
                continue;
            }

            if (await HoldsAsync(ticket, ends.Token) is not { } held)
            {
                yield return Named("session-ended");
                yield break;
            }

            scope = held;
            if (looks++ % LooksPerPing == 0)
            {
                yield return Named("ping");
            }

            tick = timer.WaitForNextTickAsync(ends.Token).AsTask();
        }
    }

    // Many changes at once are one piece of news each.
    private static HashSet<string> Names(LiveFeed.Reader reader, StaffScope scope)
    {
        var names = new HashSet<string>();
        while (reader.Changes.TryRead(out var change))
        {
            if (change.Key is { } key)
            {
                if (!scope.Covers(key))
                {
                    continue;
                }

                names.Add(change.List);
            }

            names.Add(change.Page);
        }

        return names;
    }

    private async Task<StaffScope?> HoldsAsync(SessionTicket ticket, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (now - ticket.StartedAt >= StaffSession.Longest)
        {
            return null;
        }

        await using var services = scopes.CreateAsyncScope();
        return await services.ServiceProvider.GetRequiredService<StaffAccounts>()
            .InSessionAsync(ticket.SessionId, ticket.Stamp, zone.Today, cancellationToken);
    }

    private static SseItem<string> Named(string name) => new(string.Empty, name);
}
