using System.Collections.Frozen;
using System.Text;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Numbers;

/// <summary>
/// What a NIK check found. A refusal stops; warnings are asked about once and then accepted with a flag, since some
/// true numbers are odd. Its text form hides the number.
/// </summary>
/// <param name="Digits">Plain digits; as many as were given.</param>
/// <param name="Warnings">Codes with a sentence <c>warning.{code}</c>.</param>
public sealed record NationalIdCheck(string Digits, Refusal? Refusal, IReadOnlyList<string> Warnings)
{
    public bool Accepted => Refusal is null;

    public override string ToString() => $"{NationalId.Mask(Digits)} {Refusal?.Code} {string.Join(' ', Warnings)}";
}

public enum Sex
{
    Female,
    Male,
}

/// <summary>
/// The 16-digit population number (NIK): <c>PP KK CC DDMMYY SSSS</c>, place of first issue, birth date (day + 40 for
/// women), serial; law 24/2013 on population administration. It has no check digit: a good form proves nothing.
/// The family card number (KK) has the same form with its date of issue. NIK is optional everywhere.
/// </summary>
public static class NationalId
{
    public const int Length = 16;
    private const int Shown = 4;
    private const int WomanOffset = 40;
    private const int AdultYears = 17;

    private static readonly FrozenSet<int> Provinces = new[]
    {
        11, 12, 13, 14, 15, 16, 17, 18, 19, 21, 31, 32, 33, 34, 35, 36, 51, 52, 53, 61, 62, 63, 64, 65,
        71, 72, 73, 74, 75, 76, 81, 82, 91, 92, 93, 94, 95, 96,
    }.ToFrozenSet();

    /// <summary>Digits of any script as plain ones, without spaces, dots and dashes; other characters stay, to be refused.</summary>
    public static string Normalise(string? text)
    {
        var kept = new StringBuilder(Length);
        foreach (var c in text ?? "")
        {
            if (char.IsDigit(c))
            {
                kept.Append((char)('0' + (int)char.GetNumericValue(c)));
            }
            else if (char.IsLetter(c) || char.IsSurrogate(c))
            {
                kept.Append(c);
            }
        }

        return kept.ToString();
    }

    /// <param name="today">The local day: a two-digit year after this one is of the last century.</param>
    /// <param name="familyCard">The KK number already given, which people often send again as NIK.</param>
    public static NationalIdCheck Check(string? text, DateOnly today, string? familyCard = null)
    {
        var digits = Normalise(text);
        return RefusalFor(digits) is { } refusal
            ? new NationalIdCheck(digits, refusal, [])
            : new NationalIdCheck(digits, null, [.. WarningsFor(digits, today, familyCard)]);
    }

    /// <summary>Of a number that a list or a form gives, without asking back.</summary>
    /// <returns>What is wrong with it; null where it has the form.</returns>
    public static Refusal? Refuse(string? text) => RefusalFor(Normalise(text));

    /// <summary>The last four digits; nothing of a text that is too short to be a number.</summary>
    public static string Mask(string? nik) =>
        nik is { Length: >= Length / 2 } ? new string('•', nik.Length - Shown) + nik[^Shown..] : new string('•', nik?.Length ?? 0);

    /// <summary>Null where the digits hold no date. Never compute a right from it: the century is a guess.</summary>
    public static DateOnly? BirthDate(string digits, DateOnly today) =>
        HasForm(digits) ? DateIn(digits, Day(digits) % WomanOffset, today) : null;

    /// <summary>As the number says; null where it is not of 16 digits.</summary>
    public static Sex? SexIn(string digits) => !HasForm(digits) ? null : Day(digits) > WomanOffset ? Sex.Female : Sex.Male;

    /// <summary>
    /// Whether the number may as well be a family card's: its date has no + 40 and lies within the last years, as a
    /// date of issue does. Of an adult's number that means: ask.
    /// </summary>
    public static bool MaybeFamilyCard(string digits, DateOnly today) =>
        HasForm(digits) && Day(digits) is >= 1 and <= 31 && DateIn(digits, Day(digits), today) is { Year: >= 2000 } issued && issued <= today;

    private static Refusal? RefusalFor(string digits)
    {
        if (digits.Length == 0)
        {
            return new Refusal("required", "nik");
        }

        if (!digits.All(char.IsAsciiDigit))
        {
            return new Refusal("nik_not_digits", "nik");
        }

        if (digits.Length != Length)
        {
            var count = Math.Abs(digits.Length - Length).ToString(System.Globalization.CultureInfo.InvariantCulture);
            return new Refusal(digits.Length < Length ? "nik_too_short" : "nik_too_long", "nik")
            {
                Values = new Dictionary<string, string> { ["count"] = count },
            };
        }

        return digits.All(c => c == digits[0]) || digits == "1234567890123456" ? new Refusal("nik_made_up", "nik") : null;
    }

    private static IEnumerable<string> WarningsFor(string digits, DateOnly today, string? familyCard)
    {
        if (BirthDate(digits, today) is not { } born)
        {
            yield return "nik_date";
        }
        else if (digits == Normalise(familyCard) || (MaybeFamilyCard(digits, today) && born.AddYears(AdultYears) > today))
        {
            yield return "nik_maybe_family_card";
        }

        if (digits[^Shown..] == "0000")
        {
            yield return "nik_serial";
        }

        if (!Provinces.Contains(Number(digits, 0)))
        {
            yield return "nik_province";
        }
    }

    private static DateOnly? DateIn(string digits, int day, DateOnly today)
    {
        if (Number(digits, 8) is not (>= 1 and <= 12))
        {
            return null;
        }

        var (month, shortYear) = (Number(digits, 8), Number(digits, 10));
        var year = shortYear > today.Year % 100 ? 1900 + shortYear : 2000 + shortYear;
        return day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    private static bool HasForm(string digits) => digits.Length == Length && digits.All(char.IsAsciiDigit);

    private static int Day(string digits) => Number(digits, 6);

    private static int Number(string digits, int at) => ((digits[at] - '0') * 10) + digits[at + 1] - '0';
}
