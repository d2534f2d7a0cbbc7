using System.CommandLine;
using CsvHelper;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Host.Verbs;

internal static class ImportStaffList
{
    private static readonly Argument<FileInfo> List = new Argument<FileInfo>("FILE.csv") { Description = "The list." }.AcceptExistingOnly();

    public static Verb Verb { get; } = new(
        "staff import", VerbKind.WritesBeside,
        "Make many accounts from a CSV file (user,name,role,area[,sensitive]): all or none. Prints a set-up link for each, as CSV.",
        RunAsync)
    {
        Operand = List,
    };

    private static async Task<int> RunAsync(VerbCall call, CancellationToken cancellationToken)
    {
        var list = await File.ReadAllBytesAsync(call.Given(List).FullName, cancellationToken);
        await call.Services.GetRequiredService<Core.Areas.PrepareAreas>().AtStartAsync(cancellationToken);
        var outcome = await call.Services.GetRequiredService<UnitOfWork>().RunAsync<ImportStaff, IReadOnlyList<StaffAdded>>(
            (act, cancel) => act.DoAsync(list, call.Provenance, cancel), cancellationToken);
        if (!outcome.Succeeded)
        {
            return call.Refuse(outcome.Refusals);
        }

        await using var csv = CsvWriter.Create(call.Out, new CsvWriterOptions(), leaveOpen: true);
        csv.WriteHeader("user", "name", "link");
        foreach (var added in outcome.Value)
        {
            csv.WriteRecord([added.UserName, added.Name, SetUpLink.Of(call.Services, added.SetUpToken!)]);
        }

        return ExitCode.Done;
    }
}
