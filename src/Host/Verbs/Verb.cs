using SlrtBot.Core.Kernel;

namespace SlrtBot.Host.Verbs;

internal enum VerbKind
{
    /// <summary>Reads the database, also while the program serves.</summary>
    Reads,

    /// <summary>Brings the schema up to date and holds the data directory while it runs.</summary>
    Writes,

    /// <summary>Needs no database.</summary>
    Detached,
}

/// <param name="Value">What stands after it, for the help; null for a switch.</param>
internal sealed record VerbOption(string Name, string Meaning, string? Value = null, bool Required = false);

/// <summary>Something the program does instead of serving: <c>staff add --user …</c>.</summary>
internal sealed record Verb(string Name, VerbKind Kind, string Summary, Func<VerbCall, CancellationToken, Task<int>> RunAsync)
{
    public IReadOnlyList<VerbOption> Options { get; init; } = [];

    /// <summary>Names of what stands without dashes: <c>FILE.csv</c>.</summary>
    public IReadOnlyList<string> Operands { get; init; } = [];
}

/// <summary>One call of a verb: what it was told, and what it works with.</summary>
internal sealed record VerbCall(
    Verb Verb,
    IReadOnlyDictionary<string, string?> Options,
    IReadOnlyList<string> Operands,
    IServiceProvider Services,
    Terminal Terminal)
{
    public TextWriter Out => Terminal.Out;

    public bool AsJson => Has(JsonOption.Name);

    public Provenance Provenance =>
        Provenance.Verb(Verb.Name, Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);

    public static VerbOption JsonOption { get; } = new("json", "Print JSON instead of a table.");

    public bool Has(string option) => Options.ContainsKey(option);

    public string? Value(string option) => Options.GetValueOrDefault(option);

    /// <summary>Says why not, one refusal per line.</summary>
    public int Refuse(IEnumerable<Refusal> refusals)
    {
        var book = Services.GetRequiredService<PhraseBook>();
        foreach (var refusal in refusals)
        {
            Terminal.Error.WriteLine(Sentences.Of(book, refusal));
        }

        return ExitCode.Failed;
    }
}
