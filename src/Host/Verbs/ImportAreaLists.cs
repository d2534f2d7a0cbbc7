using System.CommandLine;
using SlrtBot.Core.Areas;

namespace SlrtBot.Host.Verbs;

internal static class ImportAreaLists
{
    private static readonly Option<string> Regency = new("--regency")
    {
        Description = "Instead of those of Slrt__Regency.",
        HelpName = "CODE[,CODE]",
    };

    private static readonly Option<FileInfo> Centroids = new Option<FileInfo>("--centroids")
    {
        Description = "Instead: where villages lie, from a CSV file (code;latitude;longitude, in degrees); all or none.",
        HelpName = "FILE.csv",
    }.AcceptExistingOnly();

    public static Verb Verb { get; } = new(
        "areas import", VerbKind.WritesBeside, "Bring the areas up to the official lists beside the program, or say where villages lie.", RunAsync)
    {
        Options = [Regency, Centroids],
    };

    private static async Task<int> RunAsync(VerbCall call, CancellationToken cancellationToken)
    {
        if (call.Value(Centroids) is { } file)
        {
            var list = await File.ReadAllBytesAsync(file.FullName, cancellationToken);
            var points = await call.Services.GetRequiredService<PrepareAreas>().ImportPointsAsync(list, call.Provenance, cancellationToken);
            if (!points.Succeeded)
            {
                return call.Refuse(points.Refusals);
            }

            await call.Out.WriteLineAsync($"{points.Value} points of villages are new or another.");
            return ExitCode.Done;
        }

        var regencies = call.Value(Regency)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var outcome = await call.Services.GetRequiredService<PrepareAreas>().ImportAsync(regencies, call.Provenance, cancellationToken);
        if (!outcome.Succeeded)
        {
            return call.Refuse(outcome.Refusals);
        }

        var (total, added, renamed, ended) = outcome.Value;
        await call.Out.WriteLineAsync($"{total} areas in the lists: {added} added, {renamed} renamed, {ended} ended.");
        return ExitCode.Done;
    }
}
