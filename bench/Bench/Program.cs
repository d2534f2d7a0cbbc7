using SlrtBot.Bench;

#pragma warning disable RS0030 // The one place that knows the terminal; everything else writes to what it is given.
var output = System.Console.Out;
#pragma warning restore RS0030
if (BenchOptions.Parse(args) is not { } options)
{
    await output.WriteLineAsync(BenchOptions.Usage);
    return 2;
}

await using var place = await Place.MakeAsync(options.Database);
return options.Command switch
{
    "webhook" => await WebhookBench.RunAsync(options, place, output),
    "turns" => await TurnsBench.RunAsync(options, place, output),
    "parallel" => await ParallelBench.RunAsync(options, place, output),
    "kill" => await KillBench.RunAsync(options, place, output),
    "queue" => await QueueBench.RunAsync(options, place, output),
    _ => 2,
};
