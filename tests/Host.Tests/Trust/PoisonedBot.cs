using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Bot.Protocol;
using SlrtBot.Bot.Turns;

namespace SlrtBot.Host.Tests.Trust;

/// <summary>The real bot, except that one sentence breaks it, with an exception that quotes what the resident wrote.</summary>
internal sealed class PoisonedBot(ResidentBot real) : IBot
{
    public static void Add(IServiceCollection services)
    {
        services.AddScoped<ResidentBot>();
        services.AddScoped<IBot, PoisonedBot>();
    }

    public Task OnTurnAsync(TurnContext turnContext, CancellationToken cancellationToken) =>
        turnContext.Activity.Text is { } text && text.Contains(Seeds.Poison, StringComparison.Ordinal)
            ? throw new FormatException($"Cannot read '{text}' of {turnContext.Activity.From?.Name}.")
            : real.OnTurnAsync(turnContext, cancellationToken);
}
