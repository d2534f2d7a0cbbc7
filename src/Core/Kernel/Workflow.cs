namespace SlrtBot.Core.Kernel;

/// <summary>One permitted move: from a status, by a verb, to a status, who may, and what must be given.</summary>
/// <param name="Permission">The permission a staff member needs in the record's area; null: only residents or jobs.</param>
/// <param name="Requires">Names of the inputs that may not be empty.</param>
public sealed record Move<TStatus>(TStatus From, string Verb, TStatus To, string? Permission, params string[] Requires)
    where TStatus : struct, Enum;

/// <summary>
/// A workflow as a table. The same rows draw the console's buttons, answer the bot, draw the diagram in the docs
/// and feed the property tests; a move that is not listed is a refusal.
/// </summary>
public sealed class Workflow<TStatus>(IReadOnlyList<Move<TStatus>> moves)
    where TStatus : struct, Enum
{
    public IReadOnlyList<Move<TStatus>> Moves { get; } = moves;

    public Move<TStatus>? Find(TStatus from, string verb) =>
        Moves.FirstOrDefault(m => EqualityComparer<TStatus>.Default.Equals(m.From, from) && m.Verb == verb);

    /// <summary>Where one verb leads to several places: the move to that one.</summary>
    public Move<TStatus>? Find(TStatus from, string verb, TStatus to) =>
        From(from).FirstOrDefault(m => m.Verb == verb && EqualityComparer<TStatus>.Default.Equals(m.To, to));

    public IEnumerable<Move<TStatus>> From(TStatus from) =>
        Moves.Where(m => EqualityComparer<TStatus>.Default.Equals(m.From, from));
}
