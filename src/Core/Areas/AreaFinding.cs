namespace SlrtBot.Core.Areas;

public enum AreaCertainty
{
    /// <summary>Nothing here is called so.</summary>
    None,

    /// <summary>Exactly one village bears the name (spaces, capitals and old spelling aside).</summary>
    One,

    /// <summary>Several villages bear it: ask for the sub-district.</summary>
    Several,

    /// <summary>Similar names, or a name among words that were not understood: ask whether that is meant.</summary>
    Near,

    /// <summary>A sub-district was named and no village: offer its villages.</summary>
    District,
}

/// <param name="Distance">Letters that differ; 0 where only more or fewer words were written.</param>
public sealed record AreaMatch(Area Area, int Distance);

/// <param name="Matches">Villages, best first; of <see cref="AreaCertainty.Near"/> at most five.</param>
/// <param name="District">The sub-district that the text names, also when it may mean the village of the same
/// name ("Baleendah").</param>
public sealed record AreaFinding(AreaCertainty Certainty, IReadOnlyList<AreaMatch> Matches, Area? District)
{
    /// <summary>The old name or ended village that was written, where <see cref="Matches"/> are what became of it.</summary>
    public Area? Former { get; init; }

    /// <summary>"desa Ciparay kecamatan Ciparay": each by its kind, so that nothing is left to ask where both are called the same.</summary>
    public bool SaysBoth { get; init; }

    public static AreaFinding Nothing { get; } = new(AreaCertainty.None, [], null);

    public Area? Only => Certainty == AreaCertainty.One ? Matches[0].Area : null;
}
