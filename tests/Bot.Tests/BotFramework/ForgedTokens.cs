using System.Text.Json.Nodes;
using SlrtBot.TestKit.FakeConnector;

namespace SlrtBot.Bot.Tests.BotFramework;

/// <summary>Sent in place of a token; its name says in what it differs from a good one.</summary>
/// <param name="Header">Of Authorization; null for none.</param>
internal sealed record ForgedToken(string Name, Func<TokenForge, string?> Header);

/// <summary>What strangers send, what emulators and other bots send, and what no library that signs would ever make.</summary>
internal static class ForgedTokens
{
    private const string Another = "11111111-2222-3333-4444-555555555555";
    private const string EmulatorIssuer1 = "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/";
    private const string EmulatorIssuer2 = "https://login.microsoftonline.com/f8cdef31-a31e-4b4a-93e4-5f571e91255a/v2.0";

    private static readonly ForgedToken[] Envelopes =
    [
        new("nothing", _ => null),
        new("empty", _ => ""),
        new("another scheme", f => $"Basic {f.Good}"),
        new("no scheme", f => f.Good),
        new("the word alone", _ => "Bearer "),
        new("two blanks behind the scheme", f => $"Bearer  {f.Good}"),
        new("rubbish", _ => "Bearer a.b.c"),
        new("dots alone", _ => "Bearer .."),
        new("two parts", f => $"Bearer {string.Join('.', f.Good.Split('.').Take(2))}"),
        new("five parts", f => $"Bearer {f.Good}.a.b"),
        new("nine thousand bytes", _ => $"Bearer {new string('a', 9000)}.b.c"),
        new("nine thousand bytes, well signed", f => f.Claim("more", new string('a', 9000))),
        new("two tokens", f => $"Bearer {f.Good}, Bearer {f.Good}"),
        new("a token in a token", f => f.Payload(f.Good)),
        new("a sealed token (JWE)", f => $"Bearer {TokenForge.Part(new JsonObject { ["alg"] = "RSA-OAEP", ["enc"] = "A256GCM", ["kid"] = f.Key.Id })}.YQ.YQ.YQ.YQ"),
        new("a sealed token under our own way to sign", f => $"Bearer {TokenForge.Part(TokenForge.With(f.Key.Header(), "enc", "A256GCM"))}.YQ.YQ.YQ.YQ"),
        new("padding", f => f.Text(text => text.Replace(".", "=.", StringComparison.Ordinal))),
        new("a blank inside", f => f.Text(text => text.Insert(5, " "))),
        new("a tab inside", f => f.Text(text => text.Insert(5, "\t"))),
        new("the other base64", f => f.Text(text => $"{text}+/")),
        new("no base64", f => f.Text(text => $"{text}!")),
        new("a header that is a list", f => f.Raw("[]"u8.ToArray(), FakeSigningKey.Bytes(f.Connector.Claims()))),
        new("a payload that is a list", f => f.Payload("[]")),
        new("a payload that is a word", f => f.Payload("\"aud\"")),
        new("a payload that is null", f => f.Payload("null")),
        new("a payload that breaks off", f => f.Payload("{\"aud\":")),
        new("a payload with a comment", f => f.Payload($"{f.Connector.Claims().ToJsonString()}//")),
        new("a payload that is no UTF-8", f => f.Payload([.. "{\"aud\":\""u8, 0xC3, 0x28, .. "\"}"u8])),
        new("a payload of a thousand levels", f => f.Payload($"{new string('[', 1000)}{new string(']', 1000)}")),
    ];

    private static readonly ForgedToken[] Signatures =
    [
        .. new[] { "none", "None", "HS256", "PS256", "ES256", "rs256", "" }.Select(alg => new ForgedToken($"alg '{alg}'", f => f.Header("alg", alg))),
        new("alg a number", f => f.Header("alg", 256)),
        new("alg a list", f => f.Header("alg", new JsonArray("RS256"))),
        new("no alg", f => f.WithoutHeader("alg")),
        new("two algs", f => f.MoreHeader("\"alg\":\"RS256\"")),
        new("alg none, no signature", f => TokenForge.Bearer(FakeSigningKey.WithoutSignature(f.Key.Header("none"), f.Connector.Claims()))),
        new("the signature of nothing", f => TokenForge.Bearer(FakeSigningKey.WithoutSignature(f.Key.Header(), f.Connector.Claims()))),
        new("one byte of signature", f => TokenForge.Bearer($"{FakeSigningKey.WithoutSignature(f.Key.Header(), f.Connector.Claims())}YQ")),
        new("a signature in blanks", f => $"Bearer {FakeSigningKey.WithoutSignature(f.Key.Header(), f.Connector.Claims())}\t"),
        new("the key as a secret", f => TokenForge.Bearer(f.Key.SignAsSecret(f.Key.Header("HS256"), f.Connector.Claims()))),
        new("another key under this name", f => TokenForge.Bearer(f.Stranger.Sign(f.Key.Header(), f.Connector.Claims()))),
        new("an unknown key", f => f.By(f.Stranger)),
        new("a key that it brings along", f => TokenForge.Bearer(f.Stranger.Sign(TokenForge.With(f.Stranger.Header(), "jwk", f.Stranger.Published()), f.Connector.Claims()))),
        new("a key that it tells where to fetch", f => TokenForge.Bearer(f.Stranger.Sign(TokenForge.With(f.Stranger.Header(), "jku", "https://evil.example/keys"), f.Connector.Claims()))),
        new("a key for no channel", f => f.By(f.ForNoChannel)),
        new("a key that seals and does not sign", f => f.By(f.ForSecrets)),
        new("a key of 1024 bits", f => f.By(f.TooShort)),
        new("no key's name", f => f.WithoutHeader("kid")),
        new("a key's name that is null", f => f.Header("kid", null)),
        new("a key's name that is empty", f => f.Header("kid", "")),
        new("a key's name that is a number", f => f.Header("kid", 1)),
        new("a key's name that is true", f => f.Header("kid", true)),
        new("a key's name that is a list", f => f.Header("kid", new JsonArray(f.Key.Id))),
        new("a key's name that is an object", f => f.Header("kid", new JsonObject { ["kid"] = f.Key.Id })),
        new("a key's name of 4 kB", f => f.Header("kid", new string('k', 4096))),
        new("a key's name with a line's end", f => f.Header("kid", "key-1\r\nX-Evil: 1")),
        new("a key's name that is half a character", f => f.Raw("""{"alg":"RS256","kid":"\ud800"}"""u8.ToArray(), FakeSigningKey.Bytes(f.Connector.Claims()))),
        new("two keys' names", f => f.MoreHeader("\"kid\":\"key-1\"")),
        new("a critical header", f => f.Header("crit", new JsonArray("b64"))),
        new("a critical header with nothing in it", f => f.Header("crit", new JsonArray())),
        new("a critical header that is null", f => f.Header("crit", null)),
        new("a changed payload", f => f.Mixed()),
    ];

    private static readonly ForgedToken[] Parties =
    [
        new("another issuer", f => f.Claim("iss", "https://api.botframework.us")),
        new("the issuer with a slash", f => f.Claim("iss", "https://api.botframework.com/")),
        new("the issuer in capitals", f => f.Claim("iss", "HTTPS://API.BOTFRAMEWORK.COM")),
        new("the issuer and a blank", f => f.Claim("iss", "https://api.botframework.com ")),
        new("the issuer without its scheme", f => f.Claim("iss", "api.botframework.com")),
        new("the issuer in a list", f => f.Claim("iss", new JsonArray(FakeConnectorServer.Issuer))),
        new("an issuer that is a number", f => f.Claim("iss", 1)),
        new("an issuer that is half a character", f => f.MoreClaims("\"iss\":\"\\ud800\"")),
        new("no issuer", f => f.WithoutClaim("iss")),
        new("two issuers", f => f.MoreClaims($"\"iss\":\"{FakeConnectorServer.Issuer}\"")),
        new("an emulator's issuer, version 1", f => f.Claim("iss", EmulatorIssuer1)),
        new("an emulator's issuer, version 2", f => f.Claim("iss", EmulatorIssuer2)),
        new("an emulator, version 1", f => f.Claims(f.AppClaims(EmulatorIssuer1, "appid", FakeConnectorServer.AppId, "1.0"))),
        new("an emulator, version 2", f => f.Claims(f.AppClaims(EmulatorIssuer2, "azp", FakeConnectorServer.AppId, "2.0"))),
        new("another bot, version 1", f => f.Claims(f.AppClaims(EmulatorIssuer1, "appid", Another, "1.0"))),
        new("another bot, version 2", f => f.Claims(f.AppClaims(EmulatorIssuer2, "azp", Another, "2.0"))),
        new("another bot in the channel's name, version 1", f => f.Claims(f.AppClaims(FakeConnectorServer.Issuer, "appid", Another, "1.0"))),
        new("another bot in the channel's name, version 2", f => f.Claims(f.AppClaims(FakeConnectorServer.Issuer, "azp", Another, "2.0"))),
        new("another audience", f => f.Claim("aud", Another)),
        new("the audience in capitals", f => f.Claim("aud", FakeConnectorServer.AppId.ToUpperInvariant())),
        new("the audience and a blank", f => f.Claim("aud", $"{FakeConnectorServer.AppId} ")),
        new("no audience", f => f.WithoutClaim("aud")),
        new("an empty audience", f => f.Claim("aud", "")),
        new("an audience that is a number", f => f.Claim("aud", 1)),
        new("no audience in a list", f => f.Claim("aud", new JsonArray())),
        new("two audiences", f => f.Claim("aud", new JsonArray(FakeConnectorServer.AppId, "another"))),
        new("the audience twice in a list", f => f.Claim("aud", new JsonArray(FakeConnectorServer.AppId, FakeConnectorServer.AppId))),
        new("a list in a list of audiences", f => f.Claim("aud", new JsonArray(new JsonArray(FakeConnectorServer.AppId)))),
        new("the audience twice", f => f.MoreClaims($"\"aud\":\"{FakeConnectorServer.AppId}\"")),
        new("no service", f => f.WithoutClaim("serviceurl")),
        new("an empty service", f => f.Claim("serviceurl", "")),
        new("a service that is a number", f => f.Claim("serviceurl", 1)),
        new("a service in a list", f => f.Claim("serviceurl", new JsonArray(f.Connector.ServiceUrl))),
        new("the service as prose spells it", f => f.Claims(TokenForge.With(TokenForge.Without(f.Connector.Claims(), "serviceurl"), "serviceUrl", f.Connector.ServiceUrl))),
        new("another service", f => f.Claim("serviceurl", "https://smba.trafficmanager.net/emea/")),
        new("another service and then the right one", f => f.Payload(
            f.Connector.Claims().ToJsonString().Replace("{", "{\"serviceurl\":\"https://smba.trafficmanager.net/emea/\",", StringComparison.Ordinal))),
        new("the service without its slash", f => f.Claim("serviceurl", f.Connector.ServiceUrl.TrimEnd('/'))),
        new("the service's host alone", f => f.Claim("serviceurl", f.Connector.BaseUrl)),
    ];

    private static readonly ForgedToken[] Times =
    [
        new("no end", f => f.WithoutClaim("exp")),
        new("an end that is null", f => f.Claim("exp", null)),
        new("an end without end", f => f.Claim("exp", "tomorrow")),
        new("an end as text", f => f.Claim("exp", $"{f.Now + 3600}")),
        new("an end as a date", f => f.Claim("exp", "2099-01-01T00:00:00Z")),
        new("an end that is true", f => f.Claim("exp", true)),
        new("an end in a list", f => f.Claim("exp", new JsonArray(f.Now + 3600))),
        new("an end in an object", f => f.Claim("exp", new JsonObject { ["at"] = f.Now + 3600 })),
        new("an end before the beginning of time", f => f.Claim("exp", -1)),
        new("an end after the end of time", f => f.Payload(Ends(f, "1e300"))),
        new("an end beyond every number", f => f.Payload(Ends(f, "1e999"))),
        new("an end beyond 64 bits", f => f.Payload(Ends(f, "99999999999999999999"))),
        new("ended at the beginning of time", f => f.Claim("exp", 0)),
        new("ended 5:01 ago", f => f.Ended(301)),
        new("ended before it began", f => f.Claim("exp", f.Now - 60)),
        new("two ends", f => f.MoreClaims($"\"exp\":{f.Now + 3600}")),
        new("ended, and then another end", f => f.Payload(f.Connector.Claims().ToJsonString().Replace("{", "{\"exp\":0,", StringComparison.Ordinal))),
        new("begins in 5:01", f => f.Claim("nbf", f.Now + 301)),
        new("a beginning as text", f => f.Claim("nbf", $"{f.Now}")),
        new("a beginning as text, in an hour", f => f.Claim("nbf", $"{f.Now + 3600}")),
        new("a beginning that is null", f => f.Claim("nbf", null)),
        new("a beginning in an object", f => f.Claim("nbf", new JsonObject())),
        new("made at a time that is text", f => f.Claim("iat", "now")),
    ];

    public static IReadOnlyList<ForgedToken> All { get; } = [.. Envelopes, .. Signatures, .. Parties, .. Times];

    public static ForgedToken Named(string name) => All.Single(t => t.Name == name);

    private static string Ends(TokenForge forge, string at) =>
        TokenForge.Without(forge.Connector.Claims(), "exp").ToJsonString().Replace("{", $"{{\"exp\":{at},", StringComparison.Ordinal);
}

/// <summary>Odd, and yet in order.</summary>
internal static class GenuineTokens
{
    public static IReadOnlyList<ForgedToken> All { get; } =
    [
        new("as channels send it", f => $"Bearer {f.Good}"),
        new("the scheme in small letters", f => $"bearer {f.Good}"),
        .. new[] { "RS384", "RS512" }.Select(alg => new ForgedToken(alg, f => f.Header("alg", alg))),
        new("no type", f => f.WithoutHeader("typ")),
        new("a thumbprint beside the name", f => f.Header("x5t", f.Key.Id)),
        new("no beginning", f => f.WithoutClaim("nbf")),
        new("made a moment ago", f => f.Claim("iat", f.Now)),
        new("ended 4:30 ago", f => f.Ended(270)),
        new("begins in 4:30", f => f.Claim("nbf", f.Now + 270)),
        new("the audience alone in a list", f => f.Claim("aud", new JsonArray(FakeConnectorServer.AppId))),
        new("the service in capitals", f => f.Claim("serviceurl", f.Connector.ServiceUrl.ToUpperInvariant())),
        new("claims that nobody asked for", f => f.Claim("more", new JsonObject { ["and"] = new JsonArray(1, 2) })),
    ];

    public static ForgedToken Named(string name) => All.Single(t => t.Name == name);
}
