namespace SlrtBot.Core.Kernel;

/// <summary>
/// An expected "no": a name that the catalogues turn into a sentence (<c>refusal.{Code}</c>), the field it
/// concerns where there is one, and the values that the sentence needs.
/// </summary>
public sealed record Refusal(string Code, string? Field = null)
{
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    /// <summary>What a door answers: not found, forbidden, stale, or simply invalid.</summary>
    public RefusalKind Kind { get; init; } = RefusalKind.Invalid;

    public static Refusal NotFound(string code = "not_found") => new(code) { Kind = RefusalKind.NotFound };

    public static Refusal Forbidden(string code = "forbidden") => new(code) { Kind = RefusalKind.Forbidden };

    public static Refusal Conflict(string code) => new(code) { Kind = RefusalKind.Conflict };
}

public enum RefusalKind
{
    Invalid,
    NotFound,
    Forbidden,
    Conflict,
}

/// <summary>What an act returns: its result, or the refusals that stopped it. A refused act changes nothing.</summary>
public readonly struct Outcome<T>
{
    private readonly T? _value;

    private Outcome(T? value, IReadOnlyList<Refusal> refusals)
    {
        _value = value;
        Refusals = refusals;
    }

    public IReadOnlyList<Refusal> Refusals { get; }

    public bool Succeeded => Refusals.Count == 0;

    /// <exception cref="InvalidOperationException">The act was refused.</exception>
    public T Value => Succeeded
        ? _value!
        : throw new InvalidOperationException($"The act was refused: {string.Join(", ", Refusals.Select(r => r.Code))}.");

    /// <summary>Its refusals with more that is wrong, unless it was refused for another cause than what was entered.</summary>
    /// <returns>Empty where nothing stands in the way.</returns>
    public List<Refusal> And(IEnumerable<Refusal> problems) =>
        Refusals.All(r => r.Kind == RefusalKind.Invalid) ? [.. Refusals, .. problems] : [.. Refusals];

    public static implicit operator Outcome<T>(T value) => new(value, []);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, [refusal]);

    public static implicit operator Outcome<T>(List<Refusal> refusals) => new(default, refusals);
}

/// <summary>The result of an act that has nothing to hand back.</summary>
public readonly record struct Done;
