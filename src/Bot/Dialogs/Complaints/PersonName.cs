using System.Text.RegularExpressions;
using SlrtBot.Core.Language;
using SlrtBot.Core.Numbers;

namespace SlrtBot.Bot.Dialogs.Complaints;

/// <summary>A name as people write it: one word is normal, titles stay, digits do not belong to it.</summary>
internal static partial class PersonName
{
    private const int Longest = 60;
    private const int Shortest = 2;
    private const int LongestLine = 160;
    private const RegexOptions Loose = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <returns>Null where it cannot be a name.</returns>
    public static string? Read(string text)
    {
        var name = Tail().Replace(Lead().Replace(TextFolding.CleanLine(text), ""), "").Trim(' ', ',', '.', ';', ':', '-');
        return name.Length is >= Shortest and <= Longest && name.Any(char.IsLetter) && !name.Any(char.IsDigit) ? name : null;
    }

    /// <summary>A name and a telephone number in one message; either may be missing.</summary>
    public static (string? Name, PhoneNumber? Phone) ReadWithPhone(string text)
    {
        var line = TextFolding.CleanLine(text);
        if (line.Length > LongestLine)
        {
            return (null, null);
        }

        var (rest, phone) = WithoutPhone(line);
        return (Read(rest), phone);
    }

    /// <summary>A line without the number in it and the words that announce one ("no hp"); null where it holds none that can be called.</summary>
    public static (string Others, PhoneNumber? Phone) WithoutPhone(string line)
    {
        var digits = Digits().Match(line);
        return digits.Success
            ? (PhoneWords().Replace(line.Remove(digits.Index, digits.Length), " "), PhoneNumber.TryParse(digits.Value, out var read) ? read : null)
            : (line, null);
    }

    [GeneratedRegex("^(?:nama(?:nya)?(?: lengkap)?(?: saya| sy| abdi| kula)?(?: adalah)? *[:=]? *|(?:saya|sy|aku|abdi|kula|nm(?: sy| saya)?|nami(?:na)?(?: abdi| kula)?|jeneng(?:ku|e)?|wasta(?: abdi)?|panggil(?: saja)?|my name is|name) *[:=]? +)", Loose)]
    private static partial Regex Lead();

    [GeneratedRegex("(?:[ ,]+(?:aja|saja|wae|mawon|pak|bu|min|kak|ya))+[.! ]*$", Loose)]
    private static partial Regex Tail();

    [GeneratedRegex(@"\+?\d[\d .()/-]{6,}\d", Loose)]
    private static partial Regex Digits();

    [GeneratedRegex(@"\b(?:no(?:mor)?|nomer|hp|telp|telepon|tlp|wa|whatsapp|phone|number|dan|and)\b[ .:]*", Loose)]
    private static partial Regex PhoneWords();
}
