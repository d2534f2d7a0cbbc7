using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SlrtBot.Bot.WebChat.Pages;
using SlrtBot.Core.Conversations;

namespace SlrtBot.Bot.WebChat;

/// <summary>
/// <c>GET /chat/events</c>: the messages of a chat as they are committed, each as the html of its bubble with its id
/// as event id. A page that comes back names the last one it has and misses nothing; it may be told something twice.
/// </summary>
public sealed class ChatEvents(IServiceScopeFactory scopes, ChatDoorbell door, IHostApplicationLifetime lifetime)
{
    private const int MostAtOnce = 60;
    private static readonly TimeSpan Ping = TimeSpan.FromSeconds(20);

    public async IAsyncEnumerable<SseItem<string>> FollowAsync(
        HttpContext context, ChatKey key, Guid seen, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        using var bell = door.Wait();
        var told = new Dictionary<string, string>(StringComparer.Ordinal);
        while (!ending.IsCancellationRequested)
        {
            foreach (var (id, piece) in await LookAsync(context, key, seen, bell, told, ending.Token))
            {
                yield return new SseItem<string>(piece) { EventId = id };
            }

            if (!await WaitAsync(bell, ending.Token))
            {
                yield return new SseItem<string>("", "ping");
            }
        }
    }

    private async Task<List<(string Id, string Piece)>> LookAsync(
        HttpContext context, ChatKey key, Guid seen, ChatDoorbell.Bell bell, Dictionary<string, string> told, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var pages = scope.ServiceProvider.GetRequiredService<ChatPages>();
        var index = pages.IndexOf(key);
        bell.Listen(ChatDoorbell.KeyOf(index));
        bell.Listen(ChatInbox.LaneOf(key.Address));
        var chats = scope.ServiceProvider.GetRequiredService<ReadChat>();
        var chat = await chats.SinceAsync(index, seen, MostAtOnce, cancellationToken);
        if (chat.Conversation is { } conversation && bell.Listen(ChatDoorbell.KeyOf(conversation.Id)))
        {
            chat = await chats.SinceAsync(index, seen, MostAtOnce, cancellationToken);
        }

        var html = scope.ServiceProvider.GetRequiredService<ComponentHtml>();
        var view = pages.View(context, key, chat);
        var pieces = new List<(string, string)>();
        foreach (var bubble in view.Bubbles)
        {
            // A bubble is told again when it looks different: a message that was taken, buttons that were used up.
            var look = $"{bubble.Status}|{bubble.IsPending}|{bubble.Choices.Count}";
            if (told.GetValueOrDefault(bubble.Id) != look)
            {
                told[bubble.Id] = look;
                pieces.Add((bubble.Id, await html.RenderAsync<Fragment>(view with { Bubbles = [bubble] })));
            }
        }

        await scope.ServiceProvider.GetRequiredService<MarkShown>().MarkAsync(chat.Messages, cancellationToken);
        return pieces;
    }

    private static async Task<bool> WaitAsync(ChatDoorbell.Bell bell, CancellationToken cancellationToken)
    {
        try
        {
            return await bell.RungAsync(Ping, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return true;
        }
    }
}
