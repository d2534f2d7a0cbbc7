using SlrtBot.Core.Imports;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Registry;

/// <summary>One reading of a list: checks its rows, and makes sealed entries of the good ones.</summary>
internal sealed class RegistryPass(ImportRun run, RegistryRow reader, FieldCipher cipher, RegistryKeys keys, EntityRows table) : ImportPass
{
    /// <summary>Numbers that came before: eight bytes each, of a million rows some forty megabytes.</summary>
    private readonly HashSet<long> _seen = [];
    private readonly List<RegistryEntry> _prepared = [];

    public override IReadOnlyList<Refusal> Problems(ImportRow row)
    {
        var problems = reader.Problems(row).ToList();
        if (problems.Count == 0 && RegistryRow.NumberOf(row) is { } number && !_seen.Add(number))
        {
            problems.Add(new Refusal("registry_nik_twice", RegistryColumns.NationalId));
        }

        return problems;
    }

    public override void Prepare(ImportRow row)
    {
        var (record, area, id) = (RegistryRow.Read(row), reader.AreaOf(row), RegistryEntry.IdOf(run.Id, row.Ordinal));
        _prepared.Add(new RegistryEntry
        {
            Id = id,
            SnapshotId = run.Id,
            AreaCode = area,
            Decile = RegistryRow.DecileOf(row),
            NationalIdIndex = record.NationalId is { } nik ? keys.OfNationalId(nik) : null,
            FamilyCardIndex = record.FamilyCard is { } kk ? keys.OfFamilyCard(kk) : null,
            BirthIndex = record.BornOn is { } born ? keys.OfBirth(area, born) : null,
            NameIndex = keys.OfName(area, record.Name),
            Record = cipher.SealBytes(record.ToBytes(), RegistryEntry.Table, id, "record"),
        });
    }

    public override Task StoreAsync(GateCommands gate) =>
        _prepared.Count == 0 ? Task.CompletedTask : gate.InsertAsync(table.Table, table.Columns, table.Read(_prepared));

    public override void Clear() => _prepared.Clear();
}
