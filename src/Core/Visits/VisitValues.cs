using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Visits;

/// <summary>Opens what was noted: of each field the newest, and what stood there before.</summary>
public sealed class VisitValues(SlrtDbContext db, FieldCipher cipher)
{
    /// <summary>Oldest round first, with those of the unit at hand.</summary>
    internal async Task<IReadOnlyList<VisitValue>> RowsAsync(Guid visitId, CancellationToken cancellationToken)
    {
        await db.VisitValues.Where(v => v.VisitId == visitId).LoadAsync(cancellationToken);
        return [.. db.VisitValues.Local.Where(v => v.VisitId == visitId).OrderBy(v => v.Round)];
    }

    /// <summary>As the report stands now, by field; what was taken out is not in it.</summary>
    internal IReadOnlyDictionary<string, string> Now(IEnumerable<VisitValue> rows) => rows.GroupBy(r => r.Field)
        .Select(g => (g.Key, Value: Open(g.MaxBy(r => r.Round)!))).Where(v => v.Value is not null)
        .ToDictionary(v => v.Key, v => v.Value!);

    internal string? Open(VisitValue row) => cipher.OpenOptional(row.Value, VisitValue.Table, row.Id, "value");

    internal Sealed? Seal(string? value, Guid id) => cipher.SealOptional(value, VisitValue.Table, id, "value");
}
