namespace SlrtBot.Core.Kernel;

/// <summary>One permitted move: from a status, by a verb, to a status, who may take it, and what must be given.</summary>
/// <param name="Takers">Any one of them will do.</param>
/// <param name="Requires">Names of the inputs that may not be empty.</param>
public sealed record Move<TStatus>(TStatus From, string Verb, TStatus To, IReadOnlyList<Taker> Takers, params string[] Requires)
    where TStatus : struct, Enum
{
    public Move(TStatus from, string verb, TStatus to, Taker taker, params string[] requires)
        : this(from, verb, to, [taker], requires)
    {
    }

    /// <summary>Whether one of ours may take it.</summary>
    /// <param name="may">Whether they hold a permission where the record lies.</param>
    public bool IsForDesk(Func<string, bool> may) => Takers.Any(t => t.Permission is { } permission && may(permission));
}

/// <summary>
/// A row that may be taken, with what was given for it. Only <see cref="Workflow{TStatus}.Take"/> makes one, so that what
/// asks for it cannot be moved past the table.
/// </summary>
public sealed class Taken<TStatus>
    where TStatus : struct, Enum
{
    internal Taken(Move<TStatus> row, Given given) => (Row, Given) = (row, given);

    public Move<TStatus> Row { get; }

    public Given Given { get; }
}

/// <summary>
/// A workflow as a table, and the only mover. The same rows draw the console's buttons, answer the bot, draw the diagram
/// in the docs and feed the property tests; a move that is not listed is a refusal.
/// </summary>
public sealed class Workflow<TStatus>(IReadOnlyList<Move<TStatus>> moves)
    where TStatus : struct, Enum
{
    private readonly ILookup<TStatus, Move<TStatus>> _from = moves.ToLookup(m => m.From);

    public IReadOnlyList<Move<TStatus>> Moves { get; } = moves;

    /// <param name="to">Only where the verb leads to several places.</param>
    /// <returns>
    /// Refused with <c>no_such_move</c> where the table does not list it, <c>forbidden</c> to whoever is none of its takers,
    /// and <c>required</c> for each input that it requires and that was not given.
    /// </returns>
    public Outcome<Taken<TStatus>> Take(TStatus from, string verb, Given given, TStatus? to = null)
    {
        if (Find(from, verb, to) is not { } row)
        {
            return Refusal.Conflict("no_such_move");
        }

        if (!row.Takers.Any(t => t.Admits(given)))
        {
            return Refusal.Forbidden();
        }

        return row.Requires.Where(r => given[r] is null).Select(r => new Refusal("required", r)).ToList() is { Count: > 0 } missing
            ? missing
            : new Taken<TStatus>(row, given);
    }

    /// <param name="to">Only where the verb leads to several places.</param>
    public Move<TStatus>? Find(TStatus from, string verb, TStatus? to = null) =>
        From(from).FirstOrDefault(m => m.Verb == verb && (to is not { } wanted || EqualityComparer<TStatus>.Default.Equals(m.To, wanted)));

    public IEnumerable<Move<TStatus>> From(TStatus from) => _from[from];
}
