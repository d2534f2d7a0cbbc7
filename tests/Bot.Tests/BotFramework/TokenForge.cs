using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using SlrtBot.TestKit.FakeConnector;

namespace SlrtBot.Bot.Tests.BotFramework;

/// <summary>Makes tokens that differ from a good one in one thing. Most bear the signature of a published key: that alone must not open the door.</summary>
internal sealed class TokenForge : IDisposable
{
    public TokenForge(FakeConnectorServer connector)
    {
        Connector = connector;
        connector.Keys.AddRange([ForNoChannel, ForSecrets, TooShort]);
    }

    public FakeConnectorServer Connector { get; }

    public FakeSigningKey Key => Connector.Keys[0];

    /// <summary>Not published.</summary>
    public FakeSigningKey Stranger { get; } = new("key-of-a-stranger", "webchat");

    public FakeSigningKey ForNoChannel { get; } = new("key-for-no-channel");

    public FakeSigningKey ForSecrets { get; } = new("key-for-secrets", "webchat") { Use = "enc" };

    public FakeSigningKey TooShort { get; } = new("key-too-short", "webchat") { Bits = 1024 };

    public long Now => Connector.Clock.GetUtcNow().ToUnixTimeSeconds();

    public string Good => Connector.Token();

    public string By(FakeSigningKey key) => Bearer(key.Sign(key.Header(), Connector.Claims()));

    public string Header(string name, JsonNode? value) => Header(With(Key.Header(), name, value));

    public string Header(JsonObject header) => Bearer(Key.Sign(header, Connector.Claims()));

    public string WithoutHeader(string name) => Header(Without(Key.Header(), name));

    public string Claim(string name, JsonNode? value) => Claims(With(Connector.Claims(), name, value));

    public string WithoutClaim(string name) => Claims(Without(Connector.Claims(), name));

    public string Claims(JsonObject claims) => Bearer(Key.Sign(Key.Header(), claims));

    /// <param name="more">What stands behind the good ones: <c>"aud":"another"</c>.</param>
    public string MoreHeader(string more) => Raw(More(Key.Header(), more), FakeSigningKey.Bytes(Connector.Claims()));

    public string MoreClaims(string more) => Payload(More(Connector.Claims(), more));

    public string Payload(string payload) => Payload(Encoding.UTF8.GetBytes(payload));

    public string Payload(byte[] payload) => Raw(FakeSigningKey.Bytes(Key.Header()), payload);

    public string Raw(byte[] header, byte[] payload) => Bearer(Key.Sign(header, payload));

    /// <summary>Valid for an hour, until so many seconds ago.</summary>
    public string Ended(long secondsAgo) =>
        Claims(With(With(Connector.Claims(), "exp", Now - secondsAgo), "nbf", Now - secondsAgo - 3600));

    /// <summary>Header and payload as text, changed before they are signed.</summary>
    public string Text(Func<string, string> change) =>
        Bearer(Key.Sign(change($"{Part(Key.Header())}.{Part(Connector.Claims())}"), HashAlgorithmName.SHA256));

    /// <summary>The signature of one token under the claims of another.</summary>
    public string Mixed()
    {
        var parts = Good.Split('.');
        var another = Key.Sign(Key.Header(), With(Connector.Claims(), "aud", "another")).Split('.');
        return Bearer($"{parts[0]}.{another[1]}.{parts[2]}");
    }

    /// <summary>The claims of an app that calls on its own: an emulator, another bot.</summary>
    public JsonObject AppClaims(string issuer, string appClaim, string app, string version)
    {
        var claims = With(Connector.Claims(), "iss", issuer);
        return With(With(claims, appClaim, app), "ver", version);
    }

    public static string Bearer(string token) => $"Bearer {token}";

    public static JsonObject With(JsonObject of, string name, JsonNode? value)
    {
        of[name] = value;
        return of;
    }

    public static JsonObject Without(JsonObject of, string name)
    {
        of.Remove(name);
        return of;
    }

    public static string Part(JsonObject part) => FakeSigningKey.Url(FakeSigningKey.Bytes(part));

    /// <summary>Those that are published go with the connector.</summary>
    public void Dispose() => Stranger.Dispose();

    private static byte[] More(JsonObject good, string more) => Encoding.UTF8.GetBytes($"{good.ToJsonString()[..^1]},{more}}}");
}
