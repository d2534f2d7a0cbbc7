using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace SlrtBot.Bot.BotFramework;

/// <summary>A key that channels sign with.</summary>
/// <param name="Endorsements">The ids of the channels that it may speak for.</param>
public sealed record SigningKey(RsaSecurityKey Key, IReadOnlyList<string> Endorsements);

/// <summary>
/// The keys of the Bot Connector, by its OpenID metadata: fetched again every day, and at once when somebody signs with
/// one that is not known, but not more often than once a minute, or strangers could make this program call for ever.
/// Where nothing can be fetched, the last keys serve on for a while.
/// </summary>
public sealed class SigningKeys(HttpClient http, BotFrameworkOptions options, TimeProvider clock) : IDisposable
{
    private const int ShortestKey = 2048;

    private static readonly TimeSpan Fresh = TimeSpan.FromDays(1);
    private static readonly TimeSpan Usable = TimeSpan.FromDays(5);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan CallLimit = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _gate = new(1);
    private FrozenDictionary<string, SigningKey> _keys = FrozenDictionary<string, SigningKey>.Empty;
    private DateTime? _fetchedAt;
    private DateTime? _triedAt;

    /// <returns>Null where no key has that id, or none could be fetched.</returns>
    public async Task<SigningKey?> FindAsync(string keyId, CancellationToken cancellationToken)
    {
        await RefreshAsync(() => IsStale || !_keys.ContainsKey(keyId), cancellationToken);
        return IsUsable ? _keys.GetValueOrDefault(keyId) : null;
    }

    /// <returns>False where there are none that may still be used: then nobody can be told from a stranger.</returns>
    public async Task<bool> AreThereAsync(CancellationToken cancellationToken)
    {
        await RefreshAsync(() => IsStale, cancellationToken);
        return IsUsable && _keys.Count > 0;
    }

    public void Dispose() => _gate.Dispose();

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private bool IsStale => !(Now - _fetchedAt < Fresh);

    private bool IsUsable => Now - _fetchedAt < Usable;

    private async Task RefreshAsync(Func<bool> isNeeded, CancellationToken cancellationToken)
    {
        if (!isNeeded())
        {
            return;
        }

        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (isNeeded() && !(Now - _triedAt < BetweenTries))
            {
                _triedAt = Now;
                await FetchAsync(cancellationToken);
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task FetchAsync(CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(CallLimit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            using var metadata = JsonDocument.Parse(await http.GetByteArrayAsync(new Uri(options.OpenIdMetadataUrl), either.Token));
            var address = metadata.RootElement.GetProperty("jwks_uri").GetString() ?? "";
            if (!BotFrameworkOptionsRules.IsUsable(address))
            {
                return;
            }

            using var keys = JsonDocument.Parse(await http.GetByteArrayAsync(new Uri(address), either.Token));
            _keys = keys.RootElement.GetProperty("keys").EnumerateArray().Select(Read).OfType<SigningKey>()
                .DistinctBy(k => k.Key.KeyId).ToFrozenDictionary(k => k.Key.KeyId, StringComparer.Ordinal);
            _fetchedAt = Now;
        }
        catch (Exception trouble) when (trouble is HttpRequestException or IOException or JsonException or KeyNotFoundException
            or InvalidOperationException or FormatException || (trouble is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // The keys of before serve on; the next unknown one tries again.
        }
    }

    private static SigningKey? Read(JsonElement key)
    {
        if (Word(key, "kty") != "RSA" || Word(key, "use") is not (null or "sig") || Word(key, "kid") is not { Length: > 0 } id
            || Word(key, "n") is not { } modulus || Word(key, "e") is not { } exponent)
        {
            return null;
        }

        var rsa = new RSAParameters { Modulus = Base64UrlEncoder.DecodeBytes(modulus), Exponent = Base64UrlEncoder.DecodeBytes(exponent) };
        var endorsements = key.TryGetProperty("endorsements", out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.String).Select(e => e.GetString()!).ToList()
            : [];
        return rsa.Modulus.Length * 8 < ShortestKey ? null : new SigningKey(new RsaSecurityKey(rsa) { KeyId = id }, endorsements);
    }

    private static string? Word(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
