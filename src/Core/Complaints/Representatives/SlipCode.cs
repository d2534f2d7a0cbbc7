using System.Security.Cryptography;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Complaints.Representatives;

/// <summary>
/// The code on a complaint's slip, <c>XXXXX-XXXXX</c>: 50 random bits in Crockford's base 32, short enough to be typed. It
/// joins one chat to the complaint, once, within two weeks; of it only a keyed hash is stored.
/// </summary>
public static class SlipCode
{
    /// <summary>What a deep link puts before the code.</summary>
    public const string LinkPrefix = "k_";

    public static readonly TimeSpan Life = TimeSpan.FromDays(14);

    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const string Purpose = "slip";
    private const int Length = 10;
    private const int FirstGroup = 5;

    public static string New() => Grouped(RandomNumberGenerator.GetString(Alphabet, Length));

    /// <summary>Reads a code as people write it: small letters, other separators, I/L/1 and O/0 mixed up.</summary>
    /// <returns>Null where it cannot be one.</returns>
    public static string? Read(string text)
    {
        var body = new string([.. text.Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant).Select(ReferenceText.Confusable)]);
        return body.Length == Length && body.All(Alphabet.Contains) ? Grouped(body) : null;
    }

    /// <param name="code">As <see cref="New"/> and <see cref="Read"/> return it.</param>
    public static byte[] Hash(BlindIndex blind, string code) => blind.Of(Purpose, code);

    private static string Grouped(string body) => $"{body[..FirstGroup]}-{body[FirstGroup..]}";
}
