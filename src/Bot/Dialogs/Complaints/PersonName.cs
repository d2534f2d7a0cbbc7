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

    /// <summary>"sri 0821… iki nomer putuku": what stands before the number, and what is said after it.</summary>
    /// <returns>Empty where nothing stands there, or no number is in it.</returns>
    public static (string Before, string After) AroundPhone(string text)
    {
        var line = TextFolding.CleanLine(text);
        return line.Length <= LongestLine && Digits().Match(line) is { Success: true } digits
            ? (PhoneWords().Replace(line[..digits.Index], " ").Trim(' ', ',', '.', ';'), line[(digits.Index + digits.Length)..].Trim(' ', ',', '.', ';'))
            : ("", "");
    }

    /// <summary>Takes the telephone number out of a message that may hold one.</summary>
    /// <returns>What is left, without the words for a number; and the number, where it is one.</returns>
    public static (string Without, PhoneNumber? Phone) TakePhone(string text)
    {
        var line = TextFolding.CleanLine(text);
        return line.Length <= LongestLine && Digits().Match(line) is { Success: true } digits
            ? (PhoneWords().Replace(line.Remove(digits.Index, digits.Length), " ").Trim(), PhoneNumber.TryParse(digits.Value, out var read) ? read : null)
            : (line, null);
    }

    [GeneratedRegex("^(?:nama(?:nya)?(?: lengkap)?(?: saya| sy| abdi| kula)?(?: adalah)? *[:=]? *|(?:saya|sy|aku|abdi|kula|nm(?: sy| saya)?|nami(?:na)?(?: abdi| kula)?|jeneng(?:ku|e)?|wasta(?: abdi)?|panggil(?: saja)?|my name is|name) *[:=]? +)", Loose)]
    private static partial Regex Lead();

    [GeneratedRegex("(?:[ ,]+(?:aja|saja|wae|mawon|weh|we|tok|thok|doang|mah|euy|atuh|lah|tadi ge|tadi oge|pak|bu|min|kak|ya))+[.! ]*$", Loose)]
    private static partial Regex Tail();

    [GeneratedRegex(@"\+?\d[\d .()/-]{6,}\d", Loose)]
    private static partial Regex Digits();

    [GeneratedRegex(@"\b(?:no(?:mor)?|nomer|hp|telp|telepon|tlp|wa|whatsapp|phone|number|dan|and)\b[ .:]*", Loose)]
    private static partial Regex PhoneWords();
}
