namespace SlrtBot.Core.Registry;

public enum MatchBand
{
    /// <summary>Not worth a look.</summary>
    Below,

    /// <summary>May be the same person: somebody looks.</summary>
    Look,

    /// <summary>Probably the same person.</summary>
    Probable,
}

/// <summary>
/// How much speaks for two records being one person: a sum of weights per field, in which what is missing counts nothing and forbids
/// nothing (docs/registry.md, weights of 2026-12-01).
/// </summary>
/// <param name="IsCommonName">So many in the village are called so that the name says little.</param>
public sealed record MatchScore(
    FieldMatch NationalId, FieldMatch FamilyCard, FieldMatch Name, FieldMatch BornOn, FieldMatch Place, bool IsCommonName = false)
{
    private const int ProbableFrom = 10;
    private const int LookFrom = 5;

    /// <summary>Another name weighs most: twins share card, day and nearly the number, and father and son the name alone.</summary>
    public int Sum =>
        Weigh(NationalId, same: 10, near: 4, differs: -5)
        + Weigh(FamilyCard, same: 5, near: 2, differs: -1)
        + Weigh(Name, same: IsCommonName ? 2 : 5, near: IsCommonName ? 1 : 4, differs: -10)
        + Weigh(BornOn, same: 4, near: 2, differs: -7)
        + Weigh(Place, same: 1, near: 0, differs: -1);

    public MatchBand Band => Sum >= ProbableFrom ? MatchBand.Probable : Sum >= LookFrom || NationalId == FieldMatch.Same ? MatchBand.Look : MatchBand.Below;

    /// <summary>Nobody needs to be asked: the number is the same, and nothing that is known speaks against it.</summary>
    public bool IsSure => NationalId == FieldMatch.Same && Name is FieldMatch.Same or FieldMatch.Near && BornOn != FieldMatch.Differs;

    internal static MatchScore Of(Sought one, Sought other, bool isCommonName = false) => new(
        FieldMatches.OfNumber(one.NationalId, other.NationalId),
        FieldMatches.OfNumber(one.FamilyCard, other.FamilyCard),
        FieldMatches.OfName(one.Name, other.Name),
        FieldMatches.OfDay(one.BornOn, other.BornOn),
        FieldMatches.OfPlace(one.VillageCode, other.VillageCode),
        isCommonName);

    private static int Weigh(FieldMatch match, int same, int near, int differs) => match switch
    {
        FieldMatch.Same => same,
        FieldMatch.Near => near,
        FieldMatch.Differs => differs,
        _ => 0,
    };
}
