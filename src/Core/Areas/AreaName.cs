using System.Globalization;
using System.Text;
using SlrtBot.Core.Language;

namespace SlrtBot.Core.Areas;

/// <summary>Place names as people write them, brought to one form.</summary>
public static class AreaName
{
    /// <summary>Lower-case ASCII letters and digits with single spaces: the sort key that both databases order alike.</summary>
    public static string Fold(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var c in TextFolding.WellFormed(name).Normalize(NormalizationForm.FormKD))
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                folded.Append(char.ToLowerInvariant(c));
            }
            else if (c is not ('\'' or '’' or '‘' or '`') && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark
                && folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd();
    }

    /// <summary>
    /// The form that names are compared in: no spaces (Bale Endah is Baleendah) and the spelling of before 1972
    /// turned into today's (Tjibodas, Soekamoekti).
    /// </summary>
    /// <param name="folded">What <see cref="Fold"/> gave.</param>
    public static string Compact(string folded) => folded
        .Replace(" ", "", StringComparison.Ordinal)
        .Replace("oe", "u", StringComparison.Ordinal)
        .Replace("tj", "c", StringComparison.Ordinal)
        .Replace("dj", "j", StringComparison.Ordinal);
}
