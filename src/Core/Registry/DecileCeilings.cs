using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Registry;

/// <summary>
/// Up to which decile of the poverty data a programme goes. Ministries change it by period, and sources differ, so that offices settle
/// it (docs/proposals.md, "Which way").
/// </summary>
public sealed class DecileCeilings(SettledValues settled)
{
    /// <summary>Followed by a code of <see cref="Programmes"/>.</summary>
    public const string Setting = "data.ceiling.";

    /// <summary>Those that have a highest decile.</summary>
    public static IReadOnlyList<string> Programmes { get; } = ["pkh", "sembako", "pbi", "atensi"];

    public static int Usual(string programme) => programme == "pkh" ? 4 : 5;

    /// <returns>From 1 to 10.</returns>
    public int Of(string programme) => Read(settled.Find(Setting + programme)) ?? Usual(programme);

    /// <returns>Null for what is no decile.</returns>
    public static int? Read(string? text) => int.TryParse(text, out var decile) && decile is >= 1 and <= 10 ? decile : null;
}
