using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace SlrtBot.TestKit.FakeConnector;

/// <summary>A key that signs tokens as channels do; written without the library that reads them, so that the two can disagree.</summary>
public sealed class FakeSigningKey(string id, params string[] endorsements) : IDisposable
{
    private readonly RSA _rsa = RSA.Create(2048);

    public string Id => id;

    /// <summary>As it is published.</summary>
    public JsonObject Published()
    {
        var open = _rsa.ExportParameters(false);
        return new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = id,
            ["n"] = Url(open.Modulus!),
            ["e"] = Url(open.Exponent!),
            ["endorsements"] = new JsonArray([.. endorsements.Select(e => JsonValue.Create(e))]),
        };
    }

    public string Sign(JsonObject header, JsonObject payload)
    {
        var text = $"{Url(Bytes(header))}.{Url(Bytes(payload))}";
        var hash = header["alg"]?.ToString() switch { "RS384" => HashAlgorithmName.SHA384, "RS512" => HashAlgorithmName.SHA512, _ => HashAlgorithmName.SHA256 };
        return $"{text}.{Url(_rsa.SignData(Encoding.ASCII.GetBytes(text), hash, RSASignaturePadding.Pkcs1))}";
    }

    /// <summary>The oldest trick: the published key as if it were a shared secret.</summary>
    public string SignAsSecret(JsonObject header, JsonObject payload)
    {
        var text = $"{Url(Bytes(header))}.{Url(Bytes(payload))}";
        return $"{text}.{Url(HMACSHA256.HashData(_rsa.ExportSubjectPublicKeyInfo(), Encoding.ASCII.GetBytes(text)))}";
    }

    public static string WithoutSignature(JsonObject header, JsonObject payload) => $"{Url(Bytes(header))}.{Url(Bytes(payload))}.";

    public JsonObject Header(string alg = "RS256") => new() { ["alg"] = alg, ["kid"] = id, ["typ"] = "JWT" };

    public void Dispose() => _rsa.Dispose();

    private static byte[] Bytes(JsonObject part) => Encoding.UTF8.GetBytes(part.ToJsonString());

    private static string Url(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
