using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace SlrtBot.TestKit.FakeConnector;

/// <summary>A key that signs tokens as channels do; written without the library that reads them, so that the two can disagree.</summary>
public sealed class FakeSigningKey(string id, params string[] endorsements) : IDisposable
{
    private RSA _rsa = RSA.Create(2048);

    public string Id => id;

    /// <summary>What it is published for.</summary>
    public string Use { get; init; } = "sig";

    /// <summary>The length of its modulus.</summary>
    public int Bits
    {
        get => _rsa.KeySize;
        init
        {
            _rsa.Dispose();
            _rsa = RSA.Create(value);
        }
    }

    /// <summary>As it is published.</summary>
    public JsonObject Published()
    {
        var open = _rsa.ExportParameters(false);
        return new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = Use,
            ["kid"] = id,
            ["n"] = Url(open.Modulus!),
            ["e"] = Url(open.Exponent!),
            ["endorsements"] = new JsonArray([.. endorsements.Select(e => JsonValue.Create(e))]),
        };
    }

    public string Sign(JsonObject header, JsonObject payload)
    {
        var hash = header["alg"]?.ToString() switch { "RS384" => HashAlgorithmName.SHA384, "RS512" => HashAlgorithmName.SHA512, _ => HashAlgorithmName.SHA256 };
        return Sign($"{Url(Bytes(header))}.{Url(Bytes(payload))}", hash);
    }

    /// <summary>Of parts that no JSON object can be made of: a name twice, half a character.</summary>
    public string Sign(byte[] header, byte[] payload) => Sign($"{Url(header)}.{Url(payload)}", HashAlgorithmName.SHA256);

    /// <summary>Of any text at all, blanks and padding included.</summary>
    public string Sign(string text, HashAlgorithmName hash) =>
        $"{text}.{Url(_rsa.SignData(Encoding.ASCII.GetBytes(text), hash, RSASignaturePadding.Pkcs1))}";

    /// <summary>The oldest trick: the published key as if it were a shared secret.</summary>
    public string SignAsSecret(JsonObject header, JsonObject payload)
    {
        var text = $"{Url(Bytes(header))}.{Url(Bytes(payload))}";
        return $"{text}.{Url(HMACSHA256.HashData(_rsa.ExportSubjectPublicKeyInfo(), Encoding.ASCII.GetBytes(text)))}";
    }

    public static string WithoutSignature(JsonObject header, JsonObject payload) => $"{Url(Bytes(header))}.{Url(Bytes(payload))}.";

    public JsonObject Header(string alg = "RS256") => new() { ["alg"] = alg, ["kid"] = id, ["typ"] = "JWT" };

    public void Dispose() => _rsa.Dispose();

    public static byte[] Bytes(JsonObject part) => Encoding.UTF8.GetBytes(part.ToJsonString());

    public static string Url(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
