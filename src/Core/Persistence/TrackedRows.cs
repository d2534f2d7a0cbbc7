using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Persistence;

/// <summary>
/// What a unit of work has changed, as rows to write. EF tracks and maps; it does not save, because it would compose and
/// prepare every statement anew at each save, on the writer's own thread (docs/adr/0007).
/// </summary>
internal sealed class TrackedRows
{
    private readonly Func<int, string> _parameter;
    private readonly Lazy<Dictionary<IEntityType, (int Rank, RowTable Table)>> _tables;

    /// <param name="parameter">How the database names its parameters, counted from 0.</param>
    public TrackedRows(ISlrtDatabase database, Func<int, string> parameter)
    {
        _parameter = parameter;
        _tables = new(() => TablesOf(database));
    }

    /// <summary>Removed rows first, since their keys become free; parents come before their children, and go after them.</summary>
    public List<RowWrite> Read(SlrtDbContext context)
    {
        var (removed, changed, added) = (new List<Tracked>(), new List<RowWrite>(), new List<Tracked>());
        foreach (var entry in context.ChangeTracker.Entries())
        {
            var (rank, table) = _tables.Value[entry.Metadata];
            switch (entry.State)
            {
                case EntityState.Deleted:
                    removed.Add(new Tracked(-rank, table.Delete(entry)));
                    break;
                case EntityState.Modified:
                    RaiseVersion(entry);
                    changed.Add(table.Update(entry));
                    break;
                case EntityState.Added:
                    added.Add(new Tracked(rank, table.Insert(entry.Entity)));
                    break;
            }
        }

        return [.. removed.OrderBy(t => t.Rank).Select(t => t.Write), .. changed, .. added.OrderBy(t => t.Rank).Select(t => t.Write)];
    }

    private static void RaiseVersion(EntityEntry entry)
    {
        if (entry.Entity is IVersioned)
        {
            // Through the entry: a unit has looked for changes already, and would not see this one.
            var version = entry.Property(nameof(IVersioned.Version));
            version.CurrentValue = (int)version.CurrentValue! + 1;
        }
    }

    private Dictionary<IEntityType, (int Rank, RowTable Table)> TablesOf(ISlrtDatabase database)
    {
        using var context = database.NewContext();
        return context.Model.GetEntityTypes().ToDictionary(t => t, t => (Rank(t), new RowTable(t, _parameter)));
    }

    /// <summary>How many parents stand above a table.</summary>
    private static int Rank(IEntityType entity) => entity.GetForeignKeys()
        .Where(key => key.PrincipalEntityType != entity)
        .Select(key => Rank(key.PrincipalEntityType) + 1).DefaultIfEmpty(0).Max();

    private readonly record struct Tracked(int Rank, RowWrite Write);
}
