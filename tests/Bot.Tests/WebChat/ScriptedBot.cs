using System.Collections.Concurrent;
using SlrtBot.Bot.Protocol;
using SlrtBot.Core.Conversations;

namespace SlrtBot.Bot.Tests.WebChat;

/// <summary>Answers "you said …" unless told otherwise, and remembers what it was given.</summary>
public sealed class ScriptedBot : IBot
{
    public ConcurrentQueue<TurnContext> Turns { get; } = new();

    /// <summary>What it says; null says nothing.</summary>
    public Func<TurnContext, MessageContent?> Reply { get; set; } = turn => new MessageContent($"Anda bilang: {turn.Activity.Text}");

    /// <summary>While set, turns do not end.</summary>
    public TaskCompletionSource? Held { get; set; }

    public async Task OnTurnAsync(TurnContext turnContext, CancellationToken cancellationToken)
    {
        if (Held is { } held)
        {
            await held.Task.WaitAsync(cancellationToken);
        }

        Turns.Enqueue(turnContext);
        if (Reply(turnContext) is { } reply)
        {
            turnContext.Say(reply);
        }
    }
}
