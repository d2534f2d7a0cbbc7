using System.Net;
using Microsoft.AspNetCore.Http;

namespace SlrtBot.Bot.BotFramework;

/// <summary>Who may post activities: channels with a token for this bot; without an app id, an emulator on this machine.</summary>
internal sealed class CallerCheck(ChannelTokens tokens, BotFrameworkOptions options)
{
    /// <summary>What those who need no token vouch for.</summary>
    private static readonly ChannelToken Emulator = new("", []);

    /// <returns>Null for strangers. Asked before the body is read.</returns>
    public async Task<ChannelToken?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (options.IsOn)
        {
            return request.Headers.Authorization is [{ } one] ? await tokens.ReadAsync(one, cancellationToken) : null;
        }

        return options.IsForEmulators && IsOnThisMachine(request) ? Emulator : null;
    }

    public bool MaySpeakFor(ChannelToken caller, ActivityEnvelope activity) =>
        options.AllowedServiceHosts.Allows(activity.ServiceUrl)
        && (ReferenceEquals(caller, Emulator) ? options.IsForEmulators : caller.Covers(activity));

    /// <summary>
    /// What a proxy on this machine passes on is somebody else's, and so is what a page says under a name of its own that
    /// it has pointed here.
    /// </summary>
    private static bool IsOnThisMachine(HttpRequest request) =>
        request.HttpContext.Connection.RemoteIpAddress is { } peer
        && IPAddress.IsLoopback(peer)
        && AllowedHosts.IsLoopback(request.Host.Host)
        && !request.Headers.ContainsKey("X-Forwarded-For")
        && !request.Headers.ContainsKey("Forwarded");
}
