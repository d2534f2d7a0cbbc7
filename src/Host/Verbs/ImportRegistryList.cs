using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Imports;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Registry;

namespace SlrtBot.Host.Verbs;

/// <summary>The same acts as the page, one after the other: taken in, checked, stored.</summary>
internal static class ImportRegistryList
{
    private const int MostShown = 20;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private static readonly Argument<FileInfo> List = new Argument<FileInfo>("FILE") { Description = "The list: .csv or .xlsx, with headings in its first rows." }.AcceptExistingOnly();

    private static readonly Option<DateOnly> AsOf = new("--as-of") { Description = "The day that its data are of: 2026-11-01.", Required = true, HelpName = "DATE" };

    private static readonly Option<string> Source = new("--source")
    {
        Description = $"{string.Join(", ", Enum.GetValues<RegistrySource>().Select(Codes.Of))}; siks_ng where nothing is said.", DefaultValueFactory = _ => Codes.Of(RegistrySource.SiksNg),
    };

    private static readonly Option<string> Regency = new("--regency") { Description = "The first of Slrt__Regency where nothing is said.", HelpName = "CODE" };

    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Check every row, and store nothing." };

    public static Verb Verb { get; } = new(
        "registry import", VerbKind.WritesBeside, "Bring in a list of the poverty data: good rows are stored, wrong ones are said and left out.", RunAsync)
    {
        Operand = List, Options = [AsOf, Source, Regency, DryRun],
    };

    private static async Task<int> RunAsync(VerbCall call, CancellationToken cancellationToken)
    {
        await call.Services.GetRequiredService<PrepareAreas>().AtStartAsync(cancellationToken);
        var started = await StartAsync(call, cancellationToken);
        if (!started.Succeeded)
        {
            return call.Refuse(started.Refusals);
        }

        var terms = new Dictionary<string, string> { [RegistryImport.Source] = call.Value(Source)!, [RegistryImport.AsOf] = call.Given(AsOf).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) };
        var run = started.Value;
        var begun = await ActAsync<CheckImport>(call, (act, by, cancel) => act.DoAsync(new(new(run.Id, run.Version), run.Places, terms), null, by, cancel), cancellationToken);
        if (!begun.Succeeded)
        {
            await ActAsync<EndImport>(call, (act, by, cancel) => act.DoAsync(new(run.Id, run.Version), null, null, by, cancel), cancellationToken);
            return call.Refuse(begun.Refusals);
        }

        run = await WorkAsync(call, run.Id, cancellationToken);
        await TellAsync(call, run);
        if (run.State != ImportState.Checked)
        {
            return call.Refuse([new Refusal(run.Failure ?? "import_moved_on")]);
        }

        return call.Value(DryRun) || run.Rows == run.Wrong ? await LeaveAsync(call, run, cancellationToken) : await StoreAsync(call, run, cancellationToken);
    }

    private static async Task<Outcome<ImportRun>> StartAsync(VerbCall call, CancellationToken cancellationToken)
    {
        var (file, regency) = (call.Given(List), call.Value(Regency) ?? call.Services.GetRequiredService<AreaCatalogue>().HomeRegency);
        await using var content = file.OpenRead();
        return await call.Services.GetRequiredService<TakeList>().StartAsync(
            content, kept => ActAsync<StartImport>(call, (act, by, cancel) => act.DoAsync(new(kept, ImportKind.Registry, regency, file.Name), null, by, cancel), cancellationToken),
            call.Provenance.At, cancellationToken);
    }

    private static async Task<int> StoreAsync(VerbCall call, ImportRun run, CancellationToken cancellationToken)
    {
        await ActAsync<StoreImport>(call, (act, by, cancel) => act.DoAsync(new(run.Id, run.Version), null, by, cancel), cancellationToken);
        run = await WorkAsync(call, run.Id, cancellationToken);
        if (run.State != ImportState.Stored)
        {
            return call.Refuse([new Refusal(run.Failure ?? "import_moved_on")]);
        }

        await call.Out.WriteLineAsync($"{run.StoredRows} rows stored: {run.Term(RegistryImport.Source)}, data as of {run.Term(RegistryImport.AsOf)}.");
        return ExitCode.Done;
    }

    /// <summary>Nothing of it stays.</summary>
    private static async Task<int> LeaveAsync(VerbCall call, ImportRun run, CancellationToken cancellationToken)
    {
        await ActAsync<EndImport>(call, (act, by, cancel) => act.DoAsync(new(run.Id, run.Version), null, null, by, cancel), cancellationToken);
        await call.Out.WriteLineAsync("Nothing was stored.");
        return call.Value(DryRun) ? ExitCode.Done : ExitCode.Failed;
    }

    /// <summary>Row numbers and what is wrong; never what stands in the row.</summary>
    private static async Task TellAsync(VerbCall call, ImportRun run)
    {
        await call.Out.WriteLineAsync($"{run.Rows} rows, {run.Rows - run.Wrong} good, {run.Wrong} wrong.");
        await using var scope = call.Services.CreateAsyncScope();
        foreach (var (row, problems) in scope.ServiceProvider.GetRequiredService<ImportQueries>().Wrong(run).Take(run.Wrong == 0 ? 0 : MostShown))
        {
            call.Refuse(problems.Select(p => p with { Field = $"row {row.Row.Number}, {p.Field ?? "row"}" }));
        }
    }

    /// <summary>Where the program serves from another process, its clock may have it in hand already.</summary>
    private static async Task<ImportRun> WorkAsync(VerbCall call, Guid id, CancellationToken cancellationToken)
    {
        while (true)
        {
            await call.Services.GetRequiredService<RunImportsJob>().RunAsync(cancellationToken);
            await using var context = call.Services.GetRequiredService<ISlrtDatabase>().NewContext();
            var run = await context.ImportRuns.AsNoTracking().SingleAsync(r => r.Id == id, cancellationToken);
            if (!run.IsRunning)
            {
                return run;
            }

            await Task.Delay(Pause, call.Services.GetRequiredService<TimeProvider>(), cancellationToken);
        }
    }

    private static Task<Outcome<ImportRun>> ActAsync<TAct>(VerbCall call, Func<TAct, Provenance, CancellationToken, Task<Outcome<ImportRun>>> act, CancellationToken cancellationToken)
        where TAct : notnull
    {
        var by = call.Provenance;
        return call.Services.GetRequiredService<UnitOfWork>().RunAsync<TAct, ImportRun>((found, cancel) => act(found, by, cancel), cancellationToken);
    }
}
