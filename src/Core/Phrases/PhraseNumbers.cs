using System.Globalization;

namespace SlrtBot.Core.Phrases;

internal static class PhraseNumbers
{
    public static string Write(long value, string group)
    {
        var plain = value.ToString(CultureInfo.InvariantCulture);
        var firstDigit = value < 0 ? 1 : 0;
        for (var i = plain.Length - 3; i > firstDigit; i -= 3)
        {
            plain = plain.Insert(i, group);
        }

        return plain;
    }
}
