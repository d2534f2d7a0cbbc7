using System.Numerics;
using System.Security.Cryptography;

namespace SlrtBot.Core.Kernel;

/// <summary>
/// A complaint's number as people write it down: <c>SLRT-XXXX-XXXX-C</c>, 40 random bits in Crockford's base 32
/// (no I, L, O, U) and a check character over GF(32) that notices every single wrong character and every swap.
/// On input, small letters, other separators, a missing prefix and I/L/1, O/0, S/5 mix-ups are forgiven.
/// </summary>
public static class ReferenceCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const string Prefix = "SLRT";
    private const int BodyLength = 8;
    private const int Five = 5;
    private const int LetterS = 25;

    public static string New() => From(BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong))));

    /// <param name="fortyBits">The lowest 40 bits count; a seeded source gives reproducible demo data.</param>
    public static string From(ulong fortyBits)
    {
        Span<int> digits = stackalloc int[BodyLength];
        for (var i = 0; i < BodyLength; i++)
        {
            digits[i] = (int)((fortyBits >> (5 * (BodyLength - 1 - i))) & 31);
        }

        return Write(digits);
    }

    /// <summary>Reads a text that is a reference and nothing else.</summary>
    /// <param name="reference">The canonical form, or empty.</param>
    public static bool TryParse(string? text, out string reference)
    {
        reference = "";
        if (ReferenceText.Read(text) is not { } read || read.Body.Length != BodyLength + 1 || !read.MayBeReference)
        {
            return false;
        }

        Span<int> digits = stackalloc int[BodyLength + 1];
        for (var i = 0; i < digits.Length; i++)
        {
            digits[i] = Alphabet.IndexOf(ReferenceText.Confusable(read.Body[i]));
            if (digits[i] < 0)
            {
                return false;
            }
        }

        if (!MendFives(digits))
        {
            return false;
        }

        reference = Write(digits[..BodyLength]);
        return true;
    }

    /// <summary>Finds a reference that is written with its prefix anywhere in a text ("tolong cek SLRT-7K3M-…").</summary>
    public static bool TryFind(string? text, out string reference)
    {
        reference = "";
        for (var at = 0; text is not null && at < text.Length; at++)
        {
            if (text[at] is 'S' or 's' or '5' && (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
                && ReferenceText.Cut(text, at, Prefix.Length + BodyLength + 1) is { } piece && TryParse(piece, out reference))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether a person who wrote this meant a reference, right or wrong: "we do not find that number, please look
    /// again" is a better answer than treating it as a story.
    /// </summary>
    public static bool LooksLike(string text) =>
        ReferenceText.Read(text) is { MayBeReference: true } read && Math.Abs(read.Body.Length - BodyLength - 1) <= (read.HasPrefix ? 2 : 0);

    // 5 and S are both in the alphabet, so a mix-up can only be seen by the check: the reading with the fewest
    // exchanges that passes it is meant, unless two are equally near.
    private static bool MendFives(Span<int> digits)
    {
        Span<int> doubtful = stackalloc int[digits.Length];
        var count = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            if (digits[i] is Five or LetterS)
            {
                doubtful[count++] = i;
            }
        }

        var (best, exchanges, ties) = (0, int.MaxValue, 0);
        for (var pattern = 0; pattern < 1 << count; pattern++)
        {
            var size = BitOperations.PopCount((uint)pattern);
            if (size > exchanges)
            {
                continue;
            }

            Exchange(digits, doubtful[..count], pattern);
            if (Check(digits[..BodyLength]) == digits[BodyLength])
            {
                ties = size < exchanges ? 1 : ties + 1;
                (best, exchanges) = (pattern, size);
            }

            Exchange(digits, doubtful[..count], pattern);
        }

        Exchange(digits, doubtful[..count], best);
        return ties == 1;
    }

    private static void Exchange(Span<int> digits, ReadOnlySpan<int> places, int pattern)
    {
        for (var i = 0; i < places.Length; i++)
        {
            if ((pattern & (1 << i)) != 0)
            {
                digits[places[i]] = Five + LetterS - digits[places[i]];
            }
        }
    }

    // Each place has its own weight, a power of a generator of GF(32) (x^5 + x^2 + 1); the check has weight 1.
    private static int Check(ReadOnlySpan<int> digits)
    {
        var sum = 0;
        foreach (var digit in digits)
        {
            sum = Double(sum ^ digit);
        }

        return sum;
    }

    private static int Double(int value) => (value << 1) ^ ((value & 16) == 0 ? 0 : 0b100101);

    private static string Write(ReadOnlySpan<int> digits)
    {
        var check = Check(digits);
        Span<char> text = stackalloc char[BodyLength];
        for (var i = 0; i < BodyLength; i++)
        {
            text[i] = Alphabet[digits[i]];
        }

        return $"{Prefix}-{text[..4]}-{text[4..]}-{Alphabet[check]}";
    }
}
