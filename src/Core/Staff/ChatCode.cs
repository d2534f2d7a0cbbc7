using System.Security.Cryptography;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Staff;

/// <summary>
/// The code with which staff show in a chat that it is theirs, <c>XXXX-XXXX</c>: 40 random bits in Crockford's base 32,
/// short enough to be typed. Of it only a keyed hash is stored; it serves once, for a quarter of an hour, and a chat may
/// try five a day.
/// </summary>
public static class ChatCode
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const string Purpose = "chat_code";
    private const int Length = 8;
    private const int FirstGroup = 4;

    public static string New()
    {
        var body = RandomNumberGenerator.GetString(Alphabet, Length);
        return $"{body[..FirstGroup]}-{body[FirstGroup..]}";
    }

    /// <summary>Reads a code as people write it: small letters, other separators, I/L/1 and O/0 mixed up.</summary>
    /// <returns>Null where it cannot be one.</returns>
    public static string? Read(string text)
    {
        var body = new string([.. text.Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant).Select(ReferenceText.Confusable)]);
        return body.Length == Length && body.All(Alphabet.Contains) ? $"{body[..FirstGroup]}-{body[FirstGroup..]}" : null;
    }

    /// <param name="code">As <see cref="New"/> and <see cref="Read"/> return it.</param>
    public static byte[] Hash(BlindIndex blind, string code) => blind.Of(Purpose, code);
}
