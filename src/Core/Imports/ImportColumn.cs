using System.Collections.Frozen;
using System.Text;

namespace SlrtBot.Core.Imports;

/// <summary>A field that a kind of list may have; label <c>import.column.{code}</c>.</summary>
/// <param name="Names">Headings that it is known by in the lists of the offices, in any spelling: only letters and digits count.</param>
public sealed record ImportColumn(string Code, params IReadOnlyList<string> Names)
{
    private readonly FrozenSet<string> _plain = Names.Select(Plain).ToFrozenSet();

    internal bool IsCalled(string heading) => !char.IsAsciiDigit(heading[0]) && _plain.Contains(Plain(heading));

    private static string Plain(string heading)
    {
        var plain = new StringBuilder(heading.Length);
        foreach (var letter in heading)
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                plain.Append(char.ToLowerInvariant(letter));
            }
        }

        return plain.ToString();
    }
}
