using System.Text.RegularExpressions;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Tests.Doors;

/// <summary>What a handler of a page answers when all is well, and each of its four noes: a row of <see cref="DoorTable"/>.</summary>
/// <param name="Handler"><c>POST /complaints/{reference}/move</c>, with <c>?handler=Name</c> where a page has several.</param>
/// <param name="Scene">Prepares what the handler is about.</param>
internal sealed partial record Door(string Handler, Func<DoorStage, Actor, Task<Scene>> Scene)
{
    public string Method => Handler.Split(' ')[0];

    public string Path => Handler.Split(' ')[1];

    public bool IsPost => Method == "POST";

    /// <summary>Who may do it here.</summary>
    public Role By { get; init; } = Role.Manager;

    /// <summary>A person of its own, since afterwards the session or the password is another.</summary>
    public bool Alone { get; init; }

    /// <summary>Nobody is signed in.</summary>
    public bool Anonymous { get; init; }

    /// <summary>Of a form or a query, with <c>{values}</c> of the scene.</summary>
    public string Fields { get; init; } = "";

    public int Success { get; init; } = 200;

    /// <summary>The audit's verb of what was done or seen; null where nothing is told about anybody.</summary>
    public string? Does { get; init; }

    /// <summary>
    /// The audit's verb of a look, where the page shows what residents said: required wherever it is shown, after a refusal as
    /// well. Null where nothing personal is shown, and then no look may be written.
    /// </summary>
    public string? Views { get; init; }

    /// <summary>What it shows are several: each is looked at.</summary>
    public bool ShowsSeveral { get; init; }

    /// <summary>For a record that never was; null where the address names none.</summary>
    public int? Missing { get; init; }

    /// <summary>For a record of another area.</summary>
    public int Elsewhere { get; init; } = 404;

    /// <summary>Why it knows no area, where its address names a record.</summary>
    public string? AnyArea { get; init; }

    /// <summary>What it answers to fields that are empty, made up, too long or of another kind.</summary>
    public IReadOnlyList<(int Status, string Fields)> Bad { get; init; } = [];

    /// <summary>Why nothing can be wrong with what is sent, where <see cref="Bad"/> is empty.</summary>
    public string? NothingSent { get; init; }

    /// <summary>Fields on an older version: 409, and <c>{typed}</c> is shown again.</summary>
    public string? Stale { get; init; }

    /// <summary>Why no version is sent, where <see cref="Stale"/> is null and the method changes something.</summary>
    public string? NoVersion { get; init; }

    public bool NamesRecord => Names().IsMatch(Path);

    public override string ToString() => Handler;

    [GeneratedRegex("{(reference|number|id|token)(:guid)?}")]
    private static partial Regex Names();
}

/// <summary>A prepared matter: the values that addresses and fields name. What a resident said or is called is <c>{personal}</c>.</summary>
internal sealed record Scene(IReadOnlyDictionary<string, string> Values)
{
    public string Fill(string template) => Values.Aggregate(template, (text, value) => text
        .Replace($"{{{value.Key}}}", value.Value, StringComparison.Ordinal).Replace($"{{{value.Key}:guid}}", value.Value, StringComparison.Ordinal)
        .Replace($"{{{value.Key}:int}}", value.Value, StringComparison.Ordinal));

    public Scene With(string name, string value) => new(new Dictionary<string, string>(Values) { [name] = value });
}
