using Microsoft.Extensions.Hosting;
using SlrtBot.Core.Understanding;

namespace SlrtBot.Bot.Turns;

/// <summary>Learning takes about half a second of one processor: better beside the start than in somebody's first turn.</summary>
internal sealed class LearnAtStart(Understander understander) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(understander.Learn, stoppingToken);
}
