using SlrtBot.Bench;

#pragma warning disable RS0030 // The one place that knows the terminal; everything else writes to what it is given.
var output = System.Console.Out;
#pragma warning restore RS0030
if (BenchOptions.Parse(args) is not { } options)
{
    await output.WriteLineAsync(BenchOptions.Usage);
    return args is ["help" or "--help" or "-h"] ? 0 : 2;
}

var found = new List<(string, Findings)>();
if (options.Command == "sizes")
{
    found.Add(("Development", await SizesBench.RunAsync(isPublished: false)));
    found.Add(("published, Production", await SizesBench.RunAsync(isPublished: true)));
}

foreach (var database in options.Command == "sizes" ? [] : options.Databases)
{
    await using var place = await Place.MakeAsync(database);
    found.Add((database == "sqlite" ? "SQLite (FULL)" : "PostgreSQL", options.Command switch
    {
        "webhook" => await WebhookBench.RunAsync(options, place),
        "turns" => await TurnsBench.RunAsync(options, place),
        "parallel" => await ParallelBench.RunAsync(options, place),
        "kill" => await KillBench.RunAsync(options, place),
        "queue" => await QueueBench.RunAsync(options, place),
        "registry" => await RegistryBench.RunAsync(options, place),
        "search" => await SearchBench.RunAsync(options, place),
        _ => throw new NotSupportedException(BenchOptions.Usage),
    }));
}

await output.WriteLineAsync(Findings.Table(found));
return found.TrueForAll(f => f.Item2.Holds) ? 0 : 1;
