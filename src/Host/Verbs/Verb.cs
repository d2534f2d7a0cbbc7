using System.CommandLine;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Phrases;

namespace SlrtBot.Host.Verbs;

internal enum VerbKind
{
    /// <summary>Reads the database, also while the program serves.</summary>
    Reads,

    /// <summary>Brings the schema up to date and holds the data directory while it runs.</summary>
    Writes,

    /// <summary>The same where nothing serves; where the program serves on SQLite, it is done there (<see cref="VerbDoor"/>).</summary>
    WritesBeside,

    /// <summary>Needs no database.</summary>
    Detached,
}

/// <summary>Something the program does instead of serving: <c>staff add --user …</c>.</summary>
internal sealed record Verb(string Name, VerbKind Kind, string Summary, Func<VerbCall, CancellationToken, Task<int>> RunAsync)
{
    public IReadOnlyList<Option> Options { get; init; } = [];

    /// <summary>What stands without dashes: <c>FILE.csv</c>.</summary>
    public Argument? Operand { get; init; }

    /// <summary>Reads a line of standard input, such as a password.</summary>
    public bool TakesLine { get; init; }
}

/// <summary>One call of a verb: what it was told, and what it works with.</summary>
internal sealed record VerbCall(Verb Verb, ParseResult Told, IServiceProvider Services, Terminal Terminal)
{
    public TextWriter Out => Terminal.Out;

    public bool AsJson => Value(Json);

    public Provenance Provenance =>
        Provenance.Verb(Verb.Name, Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);

    public static Option<bool> Json { get; } = new("--json") { Description = "Print JSON instead of a table." };

    public T? Value<T>(Option<T> option) => Told.GetValue(option);

    /// <summary>Of an option that must be given, or of an operand.</summary>
    public T Given<T>(Option<T> option) => Told.GetRequiredValue(option);

    public T Given<T>(Argument<T> operand) => Told.GetRequiredValue(operand);

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
