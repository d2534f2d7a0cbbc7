namespace SlrtBot.Core.Complaints;

public enum CategoryType
{
    Membership,
    Programme,
    Information,
    Need,
    Other,
}

/// <summary>One kind of complaint; labels are <c>category.{code}</c> in the catalogues.</summary>
/// <param name="PromiseDays">Working days until the first answer (docs/domain.md, "Time limits").</param>
/// <param name="IsSensitive">Shown only to people who hold <c>sensitive.read</c>.</param>
/// <param name="NeedsIdentity">Whether a NIK is worth asking for.</param>
public sealed record ComplaintCategory(string Code, CategoryType Type, int PromiseDays, bool IsSensitive = false, bool NeedsIdentity = false)
{
    public static IReadOnlyList<ComplaintCategory> All { get; } =
    [
        new("K1", CategoryType.Membership, 5, NeedsIdentity: true),
        new("K2", CategoryType.Membership, 5, NeedsIdentity: true),
        new("K3", CategoryType.Membership, 14, IsSensitive: true),
        new("K4", CategoryType.Membership, 5, NeedsIdentity: true),
        new("K5", CategoryType.Membership, 14, NeedsIdentity: true),
        new("P1", CategoryType.Programme, 5, NeedsIdentity: true),
        new("P2", CategoryType.Programme, 3, IsSensitive: true),
        new("P3", CategoryType.Programme, 5, NeedsIdentity: true),
        new("P4", CategoryType.Programme, 5),
        new("P5", CategoryType.Programme, 5, IsSensitive: true),
        new("P6", CategoryType.Information, 3),
        new("N1", CategoryType.Need, 3, NeedsIdentity: true),
        new("N2", CategoryType.Need, 5),
        new("N3", CategoryType.Need, 14),
        new("N4", CategoryType.Need, 14),
        new("N5", CategoryType.Need, 5),
        new("N6", CategoryType.Need, 1),
        new("N7", CategoryType.Need, 1),
        new("N8", CategoryType.Need, 1, IsSensitive: true),
        new("N9", CategoryType.Need, 1),
        new("N10", CategoryType.Need, 14),
        new("O1", CategoryType.Other, 3),
        new("O2", CategoryType.Other, 3),
    ];

    /// <summary>The first level in chat: at most eight groups in the resident's words, <c>category_group.{code}</c>.</summary>
    public static IReadOnlyList<(string Code, IReadOnlyList<string> Categories)> Groups { get; } =
    [
        ("money_and_food", ["K1", "K2", "K3", "P1", "P3", "P4"]),
        ("health", ["K2", "N1"]),
        ("school", ["N2"]),
        ("house", ["N3"]),
        ("neglected", ["N6"]),
        ("data", ["K4", "K5", "N5"]),
        ("officials", ["P2", "P5", "N8"]),
        ("other", ["N4", "N7", "N9", "N10", "P6", "O1"]),
    ];

    /// <exception cref="KeyNotFoundException">The code is not in the catalogue.</exception>
    public static ComplaintCategory Get(string code) =>
        All.FirstOrDefault(c => c.Code == code) ?? throw new KeyNotFoundException($"No complaint category {code}.");
}
