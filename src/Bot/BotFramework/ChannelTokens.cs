using System.Diagnostics.CodeAnalysis;
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
    private const string Scheme = "Bearer ";

    /// <summary>Of the claim, as tokens spell it.</summary>
    private const string ServiceUrlClaim = "serviceurl";

    private const int LongestToken = 8 * 1024;

    private static readonly string[] Algorithms =
        [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512];

    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private readonly JsonWebTokenHandler _handler = new() { MaximumTokenSizeInBytes = LongestToken };

    /// <param name="authorization">The header, whatever it holds.</param>
    /// <returns>Null for all that is not a valid token of a channel for this bot.</returns>
    public async Task<ChannelToken?> ReadAsync(string? authorization, CancellationToken cancellationToken)
    {
        if (authorization?.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) != true
            || Parse(authorization[Scheme.Length..].Trim()) is not { } token
            || !Algorithms.Contains(token.Alg, StringComparer.Ordinal)
            || token.TryGetHeaderValue<object>("crit", out _)
            || string.IsNullOrEmpty(token.Kid)
            || await keys.FindAsync(token.Kid, cancellationToken) is not { } key)
        {
            return null;
        }

        var result = await _handler.ValidateTokenAsync(token, Rules(key));
        return result.IsValid && token.TryGetPayloadValue<string>(ServiceUrlClaim, out var serviceUrl) && !string.IsNullOrEmpty(serviceUrl)
            ? new ChannelToken(serviceUrl, key.Endorsements)
            : null;
    }

    private TokenValidationParameters Rules(SigningKey key) => new()
    {
        ValidIssuer = options.Issuer,
        AudienceValidator = (audiences, _, _) => audiences.Take(2).SequenceEqual([options.AppId!], StringComparer.Ordinal),
        IssuerSigningKey = key.Key,
        TryAllIssuerSigningKeys = false,
        ValidAlgorithms = Algorithms,
        RequireExpirationTime = true,
        RequireSignedTokens = true,
        LifetimeValidator = (from, until, _, _) => IsNow(from, until),
    };

    private bool IsNow(DateTime? from, DateTime? until)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return until is { } end && end + Tolerance >= now && (from is not { } begin || begin - Tolerance <= now);
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever breaks the reader is no token.")]
    private JsonWebToken? Parse(string text)
    {
        try
        {
            return text.Length <= LongestToken && _handler.CanReadToken(text) ? _handler.ReadJsonWebToken(text) : null;
        }
        catch (Exception)
        {
            return null;
        }
    }
}
