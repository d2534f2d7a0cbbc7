using System.Collections.Frozen;
using System.Text;

namespace SlrtBot.Core.Kernel;

/// <summary>
/// The code of an enum member, as stored, as in URLs and as in the catalogues' keys: <c>InReview</c> is
/// <c>in_review</c>.
/// </summary>
public static class Codes
{
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => Table<TEnum>.ByValue[value];

    /// <exception cref="FormatException">No member has that code.</exception>
    public static TEnum Parse<TEnum>(string code)
        where TEnum : struct, Enum =>
        Table<TEnum>.ByCode.TryGetValue(code, out var value)
            ? value
            : throw new FormatException($"'{code}' is not a code of {typeof(TEnum).Name}.");

    public static bool TryParse<TEnum>(string? code, out TEnum value)
        where TEnum : struct, Enum
    {
        value = default;
        return code is not null && Table<TEnum>.ByCode.TryGetValue(code, out value);
    }

    internal static string SnakeCase(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && i > 0 && !char.IsUpper(name[i - 1]))
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }

    private static class Table<TEnum>
        where TEnum : struct, Enum
    {
        public static readonly FrozenDictionary<TEnum, string> ByValue =
            Enum.GetValues<TEnum>().ToFrozenDictionary(v => v, v => SnakeCase(v.ToString()));

        public static readonly FrozenDictionary<string, TEnum> ByCode =
            ByValue.ToFrozenDictionary(p => p.Value, p => p.Key, StringComparer.Ordinal);
    }
}
