using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SlrtBot.Core.Staff;

/// <summary>
/// The secret of a set-up link: 192 random bits in the link, only their SHA-256 in the database. It serves once,
/// and for a day.
/// </summary>
public static class SetUpToken
{
    public static readonly TimeSpan Life = TimeSpan.FromHours(24);

    private const int Bytes = 24;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
