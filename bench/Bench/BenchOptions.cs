using System.Globalization;

namespace SlrtBot.Bench;

/// <summary>What to measure, and with how much.</summary>
/// <param name="WarmUp">How long it runs before anything counts: until what is used often was compiled for speed.</param>
/// <param name="ApiDelay">How long the Bot API takes to answer.</param>
internal sealed record BenchOptions(
    string Command, IReadOnlyList<string> Databases, int Rate, int Seconds, TimeSpan WarmUp, TimeSpan ApiDelay, int Conversations, int Kills,
    int Complaints, int Connections, int Rows)
{
    public const string Usage =
        """
        Usage: dotnet run -c Release --project bench/Bench -- COMMAND [--database sqlite|postgres|both] [--warm-up SECONDS] [...]
          webhook   acknowledgement and reply times at a steady rate     [--rate 50] [--seconds 20] [--api-delay MS]
          turns     full turns per second, every reply answered at once  [--conversations 200] [--seconds 20] [--api-delay MS]
          parallel  every update twice and shuffled: nothing doubled, order kept  [--conversations 200]
          kill      killed and started again under load: nothing lost    [--kills 20] [--conversations 100]
          queue     the console's queue                                  [--complaints 100000] [--connections 16] [--seconds 8]
          sizes     bytes of pages and their files, in Development and as published
          registry  a list of the poverty data: time, memory, the queue meanwhile, one look-up  [--rows 1000000] [--complaints 20000]
          search    the console's search, by name, number and words      [--complaints 20000] [--connections 1] [--seconds 8]
        PostgreSQL is found by SLRT_TEST_POSTGRES. The program measured is the one that bench/run has published.
        """;

    private static readonly string[] Commands = ["webhook", "turns", "parallel", "kill", "queue", "sizes", "search", "registry"];

    /// <returns>Null when the call makes no sense, or asks what there is.</returns>
    public static BenchOptions? Parse(string[] arguments)
    {
        if (arguments.Length % 2 == 0 || !Commands.Contains(arguments[0]))
        {
            return null;
        }

        var given = arguments.Skip(1).Chunk(2).ToDictionary(pair => pair[0].TrimStart('-'), pair => pair[1]);
        var (kill, search, isConsole) = (arguments[0] == "kill", arguments[0] is "search" or "registry", arguments[0] is "queue" or "search" or "registry");
        return new BenchOptions(
            arguments[0],
            given.GetValueOrDefault("database", "sqlite") is var database && database == "both" ? ["sqlite", "postgres"] : [database],
            Number("rate", 50),
            Math.Min(Number("seconds", isConsole ? 8 : 20), 300),
            TimeSpan.FromSeconds(Math.Min(Number("warm-up", isConsole ? 6 : 35), 120)),
            TimeSpan.FromMilliseconds(Number("api-delay", 0)),
            Number("conversations", kill ? 100 : 200),
            Math.Min(Number("kills", 20), 100),
            Number("complaints", search ? 20_000 : 100_000),
            Number("connections", search ? 1 : 16),
            Number("rows", 1_000_000));

        int Number(string name, int otherwise) =>
            given.TryGetValue(name, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
    }
}
