using SlrtBot.Core.Conversations;
using SlrtBot.Core.Jobs;

namespace SlrtBot.Bot.BotFramework;

/// <summary>
/// Looks, at the start and now and then, whether the keys of channels and a token for the bot can be had: a client secret
/// that has ended must be known before somebody waits for an answer.
/// </summary>
internal sealed class WatchConnector(
    SigningKeys keys, ConnectorToken token, BotFrameworkOptions options, BotFrameworkState state, TimeProvider clock)
    : RepeatedWork(TimeSpan.FromMinutes(5), clock)
{
    protected override async Task<bool> WorkAsync(CancellationToken stoppingToken)
    {
        if (options.IsOn)
        {
            await LookAsync(stoppingToken);
        }

        return options.IsOn;
    }

    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var hears = await keys.AreThereAsync(cancellationToken);
        if ((await token.GetAsync(null, cancellationToken)).Value is null)
        {
            // It has said why.
            return;
        }

        if (!hears)
        {
            state.Set(ChannelState.Unreachable);
        }
        else if (state.State is ChannelState.Starting or ChannelState.Unreachable)
        {
            state.Set(ChannelState.Working);
        }
    }
}
