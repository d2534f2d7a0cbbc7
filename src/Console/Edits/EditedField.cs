namespace SlrtBot.Console.Edits;

/// <summary>
/// One field of a form that was filled in while somebody else may have changed the same record: what it was when the
/// form was made, what was entered, what it is now. Blank and missing are the same.
/// </summary>
/// <param name="Label">In the reader's language.</param>
public sealed record EditedField(string Label, string? Was, string? Entered, string? Now)
{
    public bool IsEntered => !Same(Was, Entered);

    public bool HasMoved => !Same(Was, Now);

    /// <summary>Both changed it, and not to the same: a person has to decide.</summary>
    public bool Collides => IsEntered && HasMoved && !Same(Entered, Now);

    /// <summary>Where only one side changed it, that side's value.</summary>
    public string? Merged => IsEntered ? Entered : Now;

    private static bool Same(string? a, string? b) =>
        string.Equals(a?.Trim().ReplaceLineEndings("\n") ?? "", b?.Trim().ReplaceLineEndings("\n") ?? "", StringComparison.Ordinal);
}

/// <summary>Both versions of what was saved too late.</summary>
/// <param name="By">Who changed it last; null when no member of staff did.</param>
/// <param name="At">UTC; null when nobody knows.</param>
public sealed record EditConflict(IReadOnlyList<EditedField> Fields, string? By, DateTime? At)
{
    public IEnumerable<EditedField> Differing => Fields.Where(f => f.IsEntered || f.HasMoved);
}
