using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SlrtBot.Core.Staff;

/// <summary>
/// The secret of a set-up link: 256 random bits in the link, only their SHA-256 in the database. It serves once,
/// and for a week: links are printed and carried to villages.
/// </summary>
public static class SetUpToken
{
    public static readonly TimeSpan Life = TimeSpan.FromDays(7);

    private const int Bytes = 32;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
