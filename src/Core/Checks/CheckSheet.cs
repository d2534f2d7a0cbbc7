using SlrtBot.Core.Registry;

namespace SlrtBot.Core.Checks;

/// <param name="Verdict">What was decided about the pair; null while nobody has.</param>
/// <param name="DecisionId">The decision that counts; <see cref="Guid.Empty"/> while there is none.</param>
/// <param name="Words">Why it was decided so.</param>
public sealed record CheckedPair(Candidate Candidate, PairVerdict? Verdict, Guid DecisionId, string? Words, string DecidedBy, DateTime? DecidedAt);

/// <summary>What a check found, for the eyes of whoever asked.</summary>
/// <param name="Sought">What the complaint tells of the person.</param>
/// <param name="Asked">The lists that were asked, newest data first.</param>
/// <param name="Pairs">Best first; those in the reader's own area.</param>
/// <param name="Elsewhere">How many more there are outside of it.</param>
public sealed record CheckSheet(RegistryCheck Check, Sought Sought, IReadOnlyList<RegistrySnapshot> Asked, IReadOnlyList<CheckedPair> Pairs, int Elsewhere);

/// <param name="MadeBy">Name; empty for a job.</param>
public sealed record LastCheck(RegistryCheck Check, string MadeBy);
