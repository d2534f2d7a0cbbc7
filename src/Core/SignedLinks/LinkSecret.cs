using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SlrtBot.Core.SignedLinks;

/// <summary>The secret of a link that stands for an account: 256 random bits in the link, only their SHA-256 in the database.</summary>
public static class LinkSecret
{
    private const int Bytes = 32;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
