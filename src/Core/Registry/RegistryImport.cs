using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Imports;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Registry;

/// <summary>Lists of the poverty data: each becomes a <see cref="RegistrySnapshot"/> with its <see cref="RegistryEntry"/> rows.</summary>
public sealed class RegistryImport(AreaCatalogue areas, FieldCipher cipher, RegistryKeys keys, ISlrtDatabase database, TimeProvider clock, IEnumerable<IAfterList> after) : ListImport
{
    public const string Source = "source";
    public const string AsOf = "as_of";

    /// <summary>Nobody asks lists that are older.</summary>
    private static readonly DateOnly Oldest = new(2015, 1, 1);

    private readonly Lazy<EntityRows> _rows = new(() =>
    {
        using var context = database.NewContext();
        return EntityRows.Of<RegistryEntry>(context);
    });

    public override ImportKind Kind => ImportKind.Registry;

    public override string Permission => Staff.Permission.ImportRegistry;

    public override IReadOnlyList<ImportColumn> Columns => RegistryColumns.All;

    public override IEnumerable<Refusal> Problems(IReadOnlyDictionary<string, string> terms, IReadOnlySet<string> columns, DateOnly today)
    {
        if (!Codes.TryParse<RegistrySource>(terms.GetValueOrDefault(Source), out _))
        {
            yield return new Refusal("required", Source);
        }

        if (DayIn(terms.GetValueOrDefault(AsOf)) is not { } day)
        {
            yield return new Refusal("required", AsOf);
        }
        else if (day > today || day < Oldest)
        {
            yield return new Refusal("registry_as_of", AsOf);
        }

        if (!columns.Contains(RegistryColumns.Name))
        {
            yield return new Refusal("required", RegistryColumns.Name);
        }

        if (!columns.Contains(RegistryColumns.NationalId) && !columns.Contains(RegistryColumns.FamilyCard))
        {
            yield return new Refusal("required", RegistryColumns.NationalId);
        }
    }

    public override ImportPass Begin(ImportRun run) =>
        new RegistryPass(run, new RegistryRow(new VillagesOfList(areas, run.RegencyCode), LocalDay.Of(clock.GetUtcNow().UtcDateTime, areas.ZoneOf(run.RegencyCode))), cipher, keys, _rows.Value);

    public override void Finish(SlrtDbContext db, ImportRun run, Provenance by) => db.Add(new RegistrySnapshot
    {
        Id = run.Id,
        Source = Codes.Parse<RegistrySource>(run.Term(Source)),
        AsOf = DayIn(run.Term(AsOf))!.Value,
        RegencyCode = run.RegencyCode,
        Rows = run.StoredRows,
        StoredAt = by.At,
    });

    public override async Task HideAsync(SlrtDbContext db, ImportRun run, Provenance by, CancellationToken cancellationToken)
    {
        var snapshot = await db.RegistrySnapshots.SingleAsync(s => s.Id == run.Id, cancellationToken);
        snapshot.WithdrawnAt = by.At;
    }

    public override async Task<int> RemoveAsync(GateCommands gate, ImportRun run, int most)
    {
        var gone = await gate.ExecuteAsync(
            "delete from registry_entry where id in (select id from registry_entry where id between @p0 and @p1 limit @p2)",
            RegistryEntry.IdOf(run.Id, 0), RegistryEntry.IdOf(run.Id, int.MaxValue), most);
        foreach (var made in after)
        {
            // With each piece one of what was made of the list; with the last one what is left of it.
            while (await made.RemoveAsync(gate, run.Id, most) > 0 && gone == 0)
            {
            }
        }

        if (gone == 0)
        {
            await gate.ExecuteAsync("delete from list_follow_up where snapshot_id = @p0", run.Id);
        }

        return gone;
    }

    /// <summary>What the clock found goes with the list; what somebody found, or told, stays.</summary>
    public override async Task<Refusal?> BuiltOnAsync(SlrtDbContext db, ImportRun run, CancellationToken cancellationToken)
    {
        var isBuiltOn = await db.RegistryChecks.AnyAsync(c => c.SnapshotId == run.Id && c.MadeBy != null, cancellationToken);
        foreach (var made in after)
        {
            isBuiltOn = isBuiltOn || await made.IsBuiltOnAsync(db, run.Id, cancellationToken);
        }

        return isBuiltOn ? new Refusal("registry_built_on") : null;
    }

    internal static DateOnly? DayIn(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
