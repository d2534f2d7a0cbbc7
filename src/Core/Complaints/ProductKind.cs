namespace SlrtBot.Core.Complaints;

/// <summary>
/// What an arrow of the workflow leaves behind, also where one person holds both desks; labels <c>product.{code}</c>. Rows of the
/// workflow demand them by their codes (docs/domain.md, "What each step leaves behind").
/// </summary>
public enum ProductKind
{
    /// <summary>Of the front office: who it is, which papers were seen, what is asked for.</summary>
    Registration,

    /// <summary>Of review and analysis: what the poverty data say about the person, and which needs there are.</summary>
    Analysis,

    /// <summary>Of the manager: why so and not otherwise.</summary>
    Decision,

    /// <summary>Of whoever helped without a referral: what, by whom, when.</summary>
    Service,

    /// <summary>Of the deputy desk: what is true of a complaint about one of ours, and what follows from it.</summary>
    Finding,

    /// <summary>The office that it belongs to, and how to reach it.</summary>
    Office,

    /// <summary>The complaint that tells the same.</summary>
    Merging,
}
