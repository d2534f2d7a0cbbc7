using SlrtBot.Core.Numbers;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Complaints.Lodging;

/// <summary>
/// Finds a NIK by its last four digits, which is what people know by heart and what lists show. Of so few values a hash says
/// little about one person and nothing for certain: whoever searches opens the candidates and compares.
/// </summary>
public static class NationalIdTail
{
    public const int Digits = 4;

    /// <param name="nationalId">16 digits, or the last of them, at least <see cref="Digits"/>.</param>
    /// <returns>Null where there is no number.</returns>
    public static byte[]? Of(BlindIndex blind, string? nationalId) =>
        nationalId is { Length: >= Digits and <= NationalId.Length } ? blind.Of(BlindIndex.NikTail, nationalId[^Digits..]) : null;
}
