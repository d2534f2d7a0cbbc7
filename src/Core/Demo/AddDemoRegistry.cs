using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Registry;

namespace SlrtBot.Core.Demo;

/// <summary>
/// Two made-up lists of the poverty data for the demo regency, an old and a new one: neighbours in every village, and of the first
/// complaints' people some who are listed, some who are only alike, a twin here, one who has died there, and many who are missing.
/// Between the two some have vanished, some came, and deciles moved; open complaints were checked in the older one.
/// </summary>
public sealed class AddDemoRegistry(WriteGate gate, UnitOfWork units, ISlrtDatabase database, DemoRegistryEntries entries)
{
    private const int MostComplaints = 600;
    private static readonly (int DaysAgo, bool IsNew)[] Lists = [(75, false), (12, true)];

    /// <returns>Rows stored; 0 where lists are here already.</returns>
    public async Task<int> FillAsync(DemoPlan plan, string regency, Provenance by, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        if (await context.RegistrySnapshots.AnyAsync(s => s.RegencyCode == regency, cancellationToken))
        {
            return 0;
        }

        var complaints = await context.Complaints.AsNoTracking().Where(c => c.RegencyCode == regency && !c.IsAnonymous).OrderBy(c => c.Id).Take(MostComplaints).ToListAsync(cancellationToken);
        var (snapshots, table, stored) = (EntityRows.Of<RegistrySnapshot>(context), EntityRows.Of<RegistryEntry>(context), 0);
        foreach (var (daysAgo, isNew) in Lists)
        {
            var id = SequentialId.Next(by.At);
            var rows = entries.Of(plan, regency, id, complaints, isNew).ToList();
            var snapshot = new RegistrySnapshot
            {
                Id = id, Source = RegistrySource.SiksNg, AsOf = plan.Until.AddDays(-daysAgo), RegencyCode = regency, Rows = rows.Count, StoredAt = by.At,
            };
            await gate.ExecuteAsync(
                async commands =>
                {
                    await commands.InsertAsync(snapshots.Table, snapshots.Columns, snapshots.Read([snapshot]));
                    await commands.InsertAsync(table.Table, table.Columns, table.Read(rows));
                    return rows.Count;
                }, cancellationToken);
            stored += rows.Count;
            if (!isNew)
            {
                await units.RunAsync<AddDemoChecks, int>((act, cancel) => act.DoAsync(regency, by, cancel), cancellationToken);
            }
        }

        return stored;
    }
}
