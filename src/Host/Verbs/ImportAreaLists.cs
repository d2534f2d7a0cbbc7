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

    public static Verb Verb { get; } = new(
        "areas import", VerbKind.WritesBeside, "Bring the areas up to the official lists beside the program.", RunAsync)
    {
        Options = [Regency],
    };

    private static async Task<int> RunAsync(VerbCall call, CancellationToken cancellationToken)
    {
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
