using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Persistence;

/// <summary>
/// The sealed columns of a row, by the model: a column that is added later is emptied with the others, without anybody
/// having to think of it.
/// </summary>
public sealed class SealedColumns(SlrtDbContext db, FieldCipher cipher)
{
    /// <summary>Nothing of what was sealed can be read any more once this is saved.</summary>
    /// <param name="row">Tracked, with a key called Id.</param>
    /// <param name="instead">What stands where a column may not be empty.</param>
    /// <param name="keep">Names of properties that stay as they are.</param>
    public void Empty(object row, string instead = "", params ReadOnlySpan<string> keep)
    {
        var entry = db.Entry(row);
        var id = (Guid)entry.Property("Id").CurrentValue!;
        foreach (var column in entry.Metadata.GetProperties())
        {
            if (column.ClrType == typeof(Sealed) && !keep.Contains(column.Name))
            {
                entry.Property(column).CurrentValue = column.IsNullable
                    ? null
                    : cipher.Seal(instead, SealedTable.Of(entry.Metadata.ClrType), id, column.GetColumnName());
            }
        }
    }
}
