using SlrtBot.Core.Kernel;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Staff;

/// <summary>
/// The short code on a staff member's badge, <c>PTG-XXXX-XXX</c>: 35 bits of a keyed hash of the person's id in Crockford's
/// base 32. It follows from the id, so that everybody has one from the first day, and nobody without the key ring can make
/// one up.
/// </summary>
public sealed class BadgeCode(BlindIndex blind)
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const string Prefix = "PTG";
    private const string Purpose = "badge";
    private const int Length = 7;
    private const int FirstGroup = 4;

    public string Of(Guid staffId)
    {
        var hash = blind.Of(Purpose, staffId.ToString("N"));
        var bits = BitConverter.ToUInt64(hash);
        Span<char> body = stackalloc char[Length];
        for (var i = 0; i < Length; i++)
        {
            body[i] = Alphabet[(int)((bits >> (5 * i)) & 31)];
        }

        return $"{Prefix}-{body[..FirstGroup]}-{body[FirstGroup..]}";
    }

    /// <summary>Whether a person who wrote this meant a code, right or wrong.</summary>
    public static bool LooksLike(string text) =>
        text.TrimStart().StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) || Read(text) is not null;

    /// <summary>Reads a code as people write it: small letters, other separators, I/L/1 and O/0 mixed up.</summary>
    /// <returns>Null where it cannot be one.</returns>
    public static string? Read(string text)
    {
        var letters = new string([.. text.Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant)]);
        letters = letters.Length == Prefix.Length + Length && letters.StartsWith(Prefix, StringComparison.Ordinal)
            ? letters[Prefix.Length..]
            : letters;
        var body = new string([.. letters.Select(ReferenceText.Confusable)]);
        return body.Length == Length && body.All(Alphabet.Contains) ? $"{Prefix}-{body[..FirstGroup]}-{body[FirstGroup..]}" : null;
    }
}
