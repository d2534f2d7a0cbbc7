using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.RegularExpressions;

namespace SlrtBot.Core.Numbers;

/// <summary>
/// An Indonesian mobile number in E.164 (<c>+628…</c>). People write 0812…, 62812…, +62 812…, 0062 812… or 812….
/// A phone is never an identity: families share one, and prepaid numbers are given out again.
/// </summary>
public sealed partial record PhoneNumber
{
    private const int Shown = 4;
    private const int LongestInput = 40;

    private PhoneNumber(string e164)
    {
        E164 = e164;
    }

    public string E164 { get; }

    /// <summary>"0812-3456-7890", as people read it out.</summary>
    public string Local => $"0{E164[3..6]}-{E164[6..10]}-{E164[10..]}";

    /// <summary>"0812-••••-7890": enough to know one's own number again.</summary>
    public string Partly => $"0{E164[3..6]}-••••-{E164[^Shown..]}";

    /// <summary>The last four digits.</summary>
    public string Mask => $"•••• {E164[^Shown..]}";

    public static bool TryParse(string? text, [NotNullWhen(true)] out PhoneNumber? phone)
    {
        phone = null;
        if (text is null || text.Length > LongestInput || Digits(text) is not { } digits)
        {
            return false;
        }

        var national = Prefix().Replace(digits, "");
        if (!National().IsMatch(national))
        {
            return false;
        }

        phone = new PhoneNumber("+62" + national);
        return true;
    }

    /// <summary>A stored number as people read it out; null stays null.</summary>
    public static string? Readable(string? e164) => TryParse(e164, out var phone) ? phone.Local : e164;

    public override string ToString() => Mask;

    private static string? Digits(string text)
    {
        var digits = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsDigit(c))
            {
                digits.Append((char)('0' + (int)char.GetNumericValue(c)));
            }
            else if (char.IsLetter(c) || char.IsSurrogate(c))
            {
                return null;
            }
        }

        return digits.ToString();
    }

    // "+62 (0)812" and "62 0812" occur: the national zero after the country code is dropped too.
    [GeneratedRegex("^(?:(?:00)?62)?0?(?=8)")]
    private static partial Regex Prefix();

    [GeneratedRegex("^8[1-9][0-9]{7,10}$")]
    private static partial Regex National();
}
