using System.Text.Json.Nodes;
using SlrtBot.TestKit.FakeConnector;

namespace SlrtBot.Bot.Tests.BotFramework;

/// <summary>What strangers send in place of a token: each differs from a good one in what its name says.</summary>
internal sealed class ForgedTokens(FakeConnectorServer connector, FakeSigningKey stranger)
{
    private FakeSigningKey Key => connector.Keys[0];

    public IEnumerable<(string Name, string? Header)> All()
    {
        yield return ("nothing", null);
        yield return ("empty", "");
        yield return ("another scheme", $"Basic {connector.Token()}");
        yield return ("no scheme", connector.Token());
        yield return ("the word alone", "Bearer ");
        yield return ("rubbish", "Bearer a.b.c");
        yield return ("two parts", $"Bearer {string.Join('.', connector.Token().Split('.').Take(2))}");
        yield return ("five parts", $"Bearer {connector.Token()}.a.b");
        yield return ("nine thousand bytes", $"Bearer {new string('a', 9000)}.b.c");
        yield return ("two tokens", $"Bearer {connector.Token()}, Bearer {connector.Token()}");
        foreach (var alg in new[] { "none", "None", "HS256", "PS256", "ES256", "rs256", "" })
        {
            yield return ($"alg '{alg}'", Signed(header: Key.Header(alg)));
        }

        yield return ("alg none, no signature", $"Bearer {FakeSigningKey.WithoutSignature(Key.Header("none"), connector.Claims())}");
        yield return ("the signature of nothing", $"Bearer {FakeSigningKey.WithoutSignature(Key.Header(), connector.Claims())}");
        yield return ("the key as a secret", $"Bearer {Key.SignAsSecret(Key.Header("HS256"), connector.Claims())}");
        yield return ("another key under this name", $"Bearer {stranger.Sign(Key.Header(), connector.Claims())}");
        yield return ("an unknown key", $"Bearer {stranger.Sign(stranger.Header(), connector.Claims())}");
        yield return ("no key's name", Signed(header: new JsonObject { ["alg"] = "RS256", ["typ"] = "JWT" }));
        yield return ("a critical header", Signed(header: With(Key.Header(), "crit", new JsonArray("b64"))));
        yield return ("a key that it brings along", $"Bearer {stranger.Sign(With(stranger.Header(), "jwk", stranger.Published()), connector.Claims())}");
        yield return ("a changed payload", Changed());
        yield return ("another issuer", Claim("iss", "https://api.botframework.us"));
        yield return ("the issuer with a slash", Claim("iss", "https://api.botframework.com/"));
        yield return ("no issuer", Claim("iss", null));
        yield return ("an emulator's issuer, version 1", Claim("iss", "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/"));
        yield return ("an emulator's issuer, version 2", Claim("iss", "https://login.microsoftonline.com/f8cdef31-a31e-4b4a-93e4-5f571e91255a/v2.0"));
        yield return ("another audience", Claim("aud", "11111111-2222-3333-4444-555555555555"));
        yield return ("the audience in capitals", Claim("aud", FakeConnectorServer.AppId.ToUpperInvariant()));
        yield return ("no audience", Claim("aud", null));
        yield return ("two audiences", Claim("aud", new JsonArray(FakeConnectorServer.AppId, "another")));
        yield return ("no end", Claim("exp", null));
        yield return ("an end without end", Claim("exp", "tomorrow"));
        yield return ("ended 5:01 ago", Claim("exp", Now - 301));
        yield return ("begins in 5:01", Claim("nbf", Now + 301));
        yield return ("no service", Claim("serviceurl", null));
        yield return ("an empty service", Claim("serviceurl", ""));
        yield return ("the service as prose spells it", $"Bearer {Key.Sign(Key.Header(), With(Without("serviceurl"), "serviceUrl", connector.ServiceUrl))}");
        yield return ("another service", Claim("serviceurl", "https://smba.trafficmanager.net/emea/"));
        yield return ("the service without its slash", Claim("serviceurl", connector.ServiceUrl.TrimEnd('/')));
        yield return ("the service's host alone", Claim("serviceurl", connector.BaseUrl));
    }

    private long Now => connector.Clock.GetUtcNow().ToUnixTimeSeconds();

    private string Signed(JsonObject header) => $"Bearer {Key.Sign(header, connector.Claims())}";

    private string Claim(string name, JsonNode? value) => $"Bearer {Key.Sign(Key.Header(), value is null ? Without(name) : With(connector.Claims(), name, value))}";

    private JsonObject Without(string name)
    {
        var claims = connector.Claims();
        claims.Remove(name);
        return claims;
    }

    private string Changed()
    {
        var parts = connector.Token().Split('.');
        var another = Key.Sign(Key.Header(), With(connector.Claims(), "aud", "another")).Split('.');
        return $"Bearer {parts[0]}.{another[1]}.{parts[2]}";
    }

    private static JsonObject With(JsonObject of, string name, JsonNode value)
    {
        of[name] = value;
        return of;
    }
}
