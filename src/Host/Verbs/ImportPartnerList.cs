using System.CommandLine;
using SlrtBot.Core.Partners;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Host.Verbs;

internal static class ImportPartnerList
{
    private static readonly Argument<FileInfo> List = new Argument<FileInfo>("FILE.csv") { Description = "The list." }.AcceptExistingOnly();

    public static Verb Verb { get; } = new(
        "partners import", VerbKind.WritesBeside,
        "Bring the partner directory in step with a CSV file (code,name,kind,services,area[,address,telephone,response_days]): all or none.",
        RunAsync)
    {
        Operand = List,
    };

    private static async Task<int> RunAsync(VerbCall call, CancellationToken cancellationToken)
    {
        var list = await File.ReadAllBytesAsync(call.Given(List).FullName, cancellationToken);
        var outcome = await call.Services.GetRequiredService<UnitOfWork>().RunAsync<ImportPartners, PartnersImported>(
            (act, cancel) => act.DoAsync(list, call.Provenance, cancel), cancellationToken);
        if (!outcome.Succeeded)
        {
            return call.Refuse(outcome.Refusals);
        }

        await call.Out.WriteLineAsync($"{outcome.Value.Added} partners added, {outcome.Value.Changed} brought up to date.");
        return ExitCode.Done;
    }
}
