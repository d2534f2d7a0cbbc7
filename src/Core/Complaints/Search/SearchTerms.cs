namespace SlrtBot.Core.Complaints.Search;

/// <summary>Why a text finds nothing whatever there is; labels <c>search.problem.{code}</c>.</summary>
public enum SearchProblem
{
    None,

    /// <summary>Nothing was typed.</summary>
    Empty,

    /// <summary>Signs only, or single letters.</summary>
    NoLetters,

    /// <summary>Only words that stand in every story.</summary>
    EverydayWords,

    /// <summary>A number too short to be the end of a NIK.</summary>
    FewDigits,

    /// <summary>A number longer than any that we keep.</summary>
    ManyDigits,

    /// <summary>More different NIKs in an hour than anybody needs: see <see cref="NationalIdPace"/>.</summary>
    ManyNumbers,
}

/// <summary>What a search is for, as the audit has it: never the words.</summary>
public enum SearchKind
{
    Nothing,
    Reference,
    Phone,
    NationalId,
    NationalIdTail,
    Words,
}

/// <param name="Tokens">Any of these in the word index is the word.</param>
/// <param name="Places">Villages that are called so, alone or with the words beside it.</param>
public sealed record SearchWord(IReadOnlyList<string> Tokens, IReadOnlyList<string> Places);

/// <summary>What a typed text asks for.</summary>
public sealed record SearchTerms
{
    /// <summary>More words narrow nothing down; the reader is told.</summary>
    public const int MostWords = 8;

    /// <summary>In characters.</summary>
    public const int Longest = 200;

    public SearchProblem Problem { get; init; }

    public string? Reference { get; init; }

    /// <summary>E.164.</summary>
    public string? Phone { get; init; }

    /// <summary>16 digits.</summary>
    public string? NationalId { get; init; }

    /// <summary>The last 4 to 15 digits of a NIK.</summary>
    public string? Tail { get; init; }

    public IReadOnlyList<SearchWord> Words { get; init; } = [];

    /// <summary>Villages that the whole text names, or nearly so.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>Not all of it was searched for.</summary>
    public bool IsCut { get; init; }

    public bool AsksForNationalId => NationalId is not null || Tail is not null;

    public SearchKind Kind => this switch
    {
        { Reference: not null } => SearchKind.Reference,
        { NationalId: not null } => SearchKind.NationalId,
        { Phone: not null } => SearchKind.Phone,
        { Tail: not null } => SearchKind.NationalIdTail,
        { Words.Count: > 0 } => SearchKind.Words,
        _ => SearchKind.Nothing,
    };

    public override string ToString() => $"{Kind}, {Words.Count} words";
}
