using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SlrtBot.Bot.BotFramework;

/// <summary>What a channel's token vouches for.</summary>
/// <param name="ServiceUrl">Where answers to the activity belong.</param>
/// <param name="Endorsements">The channels that the signing key may speak for.</param>
public sealed record ChannelToken(string ServiceUrl, IReadOnlyList<string> Endorsements)
{
    /// <summary>The whole address, but for its case; and a channel that has a name.</summary>
    public bool Covers(ActivityEnvelope activity) =>
        string.Equals(ServiceUrl, activity.ServiceUrl, StringComparison.OrdinalIgnoreCase)
        && Endorsements.Contains(activity.ChannelId, StringComparer.Ordinal);
}

/// <summary>
/// Tells channels from those who only say so (Bot Connector authentication): one issuer, this bot as the only audience,
/// a lifetime with five minutes' tolerance, RSA signatures by a published key. Tokens of emulators and of other bots are
/// refused, unlike in the vendor's own libraries.
/// </summary>
public sealed class ChannelTokens(SigningKeys keys, BotFrameworkOptions options, TimeProvider clock)
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private readonly JsonWebTokenHandler _handler = new();

    /// <param name="authorization">The header, whatever it holds.</param>
    /// <returns>Null for all that is not a valid token of a channel for this bot.</returns>
    public async Task<ChannelToken?> ReadAsync(string? authorization, CancellationToken cancellationToken) =>
        BearerToken.Read(authorization) is { } token
        && token.Issuer == options.Issuer
        && token.Audience == options.AppId
        && await keys.FindAsync(token.KeyId, cancellationToken) is { } key
        && (await _handler.ValidateTokenAsync(token.Text, Rules(key))).IsValid
            ? new ChannelToken(token.ServiceUrl, key.Endorsements)
            : null;

    private TokenValidationParameters Rules(SigningKey key) => new()
    {
        ValidIssuer = options.Issuer,
        ValidAudience = options.AppId,
        IssuerSigningKey = key.Key,
        TryAllIssuerSigningKeys = false,
        RequireExpirationTime = true,
        RequireSignedTokens = true,
        LifetimeValidator = (from, until, _, _) => IsNow(from, until),
    };

    private bool IsNow(DateTime? from, DateTime? until)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return until is { } end && end + Tolerance >= now && (from is not { } begin || begin - Tolerance <= now);
    }
}
