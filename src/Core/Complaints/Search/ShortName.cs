namespace SlrtBot.Core.Complaints.Search;

/// <summary>A name as lists show it: enough to know again whom one looks for, too little to learn it.</summary>
public static class ShortName
{
    /// <returns><c>Siti R. K.</c>; null stays null.</returns>
    public static string? Of(string? name) => name?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var first, .. var others]
        ? string.Join(' ', others.Select(part => $"{part[..Rune(part)]}.").Prepend(first))
        : null;

    /// <summary>A letter of another script may be two characters long.</summary>
    private static int Rune(string part) => part.Length > 1 && char.IsSurrogatePair(part[0], part[1]) ? 2 : 1;
}
