using SlrtBot.Core.Areas;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Programmes;

namespace SlrtBot.Core.Demo;

/// <summary>Makes a demo of a database: staff and partners of the regency, and the complaints of a plan.</summary>
public sealed class PrepareDemo(UnitOfWork units, FillDemo complaints, AddDemoRegistry registry, AreaCatalogue areas, TimeProvider clock)
{
    /// <summary>What a first start in Development fills in: enough for a lively queue, ready in a second.</summary>
    public const int AtFirstStart = 300;

    public const long UsualSeed = 1;

    /// <summary>Today in the first regency served.</summary>
    public DateOnly Today => LocalDay.Of(clock.GetUtcNow().UtcDateTime, areas.HomeZone);

    public async Task<DemoFilled> RunAsync(DemoPlan plan, Provenance by, IProgress<DemoProgress> progress, CancellationToken cancellationToken)
    {
        await units.RunAsync<AddProgrammes, int>((act, stop) => act.DoAsync(by, stop), cancellationToken);
        await units.RunAsync<AddDemoStaff, int>((act, stop) => act.DoAsync(by, stop), cancellationToken);
        await units.RunAsync<AddDemoPartners, int>((act, stop) => act.DoAsync(by, stop), cancellationToken);
        var filled = await complaints.RunAsync(plan, by, progress, cancellationToken);
        await registry.FillAsync(plan, areas.HomeRegency, by, cancellationToken);
        await units.RunAsync<RecordDemo, Done>((act, stop) => act.DoAsync(plan, filled, by, stop), cancellationToken);
        return filled;
    }
}

/// <summary>One line in the audit for all that was filled in.</summary>
public sealed class RecordDemo(AuditTrail audit)
{
    public Task<Outcome<Done>> DoAsync(DemoPlan plan, DemoFilled filled, Provenance by, CancellationToken cancellationToken)
    {
        audit.Record(by, "demo.filled", "demo", SequentialId.Next(by.At), new { plan.Seed, plan.Until, filled.Complaints, filled.Rows });
        return Task.FromResult<Outcome<Done>>(default(Done));
    }
}
