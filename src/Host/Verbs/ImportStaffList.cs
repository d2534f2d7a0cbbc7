using CsvHelper;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Host.Verbs;

internal static class ImportStaffList
{
    public static Verb Verb { get; } = new(
        "staff import", VerbKind.Writes,
        "Make many accounts from a CSV file (user,name,role,area[,sensitive]): all or none. Prints a set-up link for each, as CSV.",
        RunAsync)
    {
        Operands = ["FILE.csv"],
    };

    private static async Task<int> RunAsync(VerbCall call, CancellationToken cancellationToken)
    {
        if (!File.Exists(call.Operands[0]))
        {
            throw new WrongCallException($"staff import: there is no file {call.Operands[0]}.");
        }

        var list = await File.ReadAllTextAsync(call.Operands[0], cancellationToken);
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
