using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Imports;

/// <summary>
/// What the machinery needs to know of a kind of list: its columns, what is wrong with a row, where a good one goes, and how it
/// comes out again. Everything else (files, headings, pieces, resuming) is the machinery's.
/// </summary>
public abstract class ListImport
{
    public abstract ImportKind Kind { get; }

    /// <summary>Who may bring such a list in, and take it back.</summary>
    public abstract string Permission { get; }

    /// <summary>In the order in which somebody is asked for them.</summary>
    public abstract IReadOnlyList<ImportColumn> Columns { get; }

    /// <summary>What is missing or contradictory in what was said about the list, and in the columns that were named.</summary>
    /// <param name="today">At the regency.</param>
    public abstract IEnumerable<Refusal> Problems(IReadOnlyDictionary<string, string> terms, IReadOnlySet<string> columns, DateOnly today);

    /// <summary>Begins one reading of the whole list: what it has seen it may hold against later rows.</summary>
    public abstract ImportPass Begin(ImportRun run);

    /// <summary>When the last row is in: from here on people see them.</summary>
    public abstract void Finish(SlrtDbContext db, ImportRun run, Provenance by);

    /// <summary>Before the first row goes out: from here on nobody sees them.</summary>
    public abstract Task HideAsync(SlrtDbContext db, ImportRun run, Provenance by, CancellationToken cancellationToken);

    /// <summary>Removes some of what was stored.</summary>
    /// <returns>How many rows; 0 where none is left.</returns>
    public abstract Task<int> RemoveAsync(GateCommands gate, ImportRun run, int most);

    /// <returns>Why it cannot be taken back any more; null where it can.</returns>
    public abstract Task<Refusal?> BuiltOnAsync(SlrtDbContext db, ImportRun run, CancellationToken cancellationToken);
}

/// <summary>One reading of a list from its first row to its last.</summary>
public abstract class ImportPass
{
    /// <summary>Every row once, in order.</summary>
    /// <returns>What is wrong with it, each with the column as its field; a row with none is good.</returns>
    public abstract IReadOnlyList<Refusal> Problems(ImportRow row);

    /// <summary>Made outside the gate from a row without problems.</summary>
    public abstract void Prepare(ImportRow row);

    /// <summary>Stores what was prepared since the last time.</summary>
    public abstract Task StoreAsync(GateCommands gate);

    /// <summary>Forgets what was prepared, once it is stored.</summary>
    public abstract void Clear();
}
