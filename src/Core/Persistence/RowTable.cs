using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace SlrtBot.Core.Persistence;

/// <summary>A statement for one row, with a parameter for each of these columns in this order.</summary>
internal sealed record RowStatement(string Sql, IReadOnlyList<IProperty> Parameters);

/// <summary>One row that a unit writes. The statement is the same object from unit to unit, so that it can stay prepared.</summary>
/// <param name="Values">As the database takes them; null for null.</param>
internal sealed record RowWrite(RowStatement Statement, object?[] Values);

/// <summary>
/// The statements of one table, after the model's own mapping: inserts of whole rows, updates of what was changed,
/// both refused by the database where a key or a version no longer holds.
/// </summary>
internal sealed class RowTable
{
    private readonly string _table;
    private readonly IReadOnlyList<IProperty> _columns;

    /// <summary>What must be as it was read: the key, and the columns that the model calls concurrency tokens.</summary>
    private readonly IReadOnlyList<IProperty> _held;
    private readonly Func<int, string> _parameter;
    private readonly RowStatement _insert;
    private readonly RowStatement _delete;
    private readonly ConcurrentDictionary<UInt128, RowStatement> _updates = new();

    /// <param name="parameter">How the database names its parameters, counted from 0.</param>
    public RowTable(IEntityType entity, Func<int, string> parameter)
    {
        _table = entity.GetTableName()!;
        _columns = [.. entity.GetProperties()];
        _held = [.. _columns.Where(c => c.IsPrimaryKey() || c.IsConcurrencyToken)];
        _parameter = parameter;
        _insert = new RowStatement(
            $"insert into {_table} ({Join(_columns, 0, (name, _) => name, ", ")}) values ({Join(_columns, 0, (_, value) => value, ", ")})", _columns);
        _delete = new RowStatement($"delete from {_table} where {Join(_held, 0, Equal, " and ")}", _held);
    }

    public RowWrite Insert(object entity) => new(_insert, [.. _columns.Select(c => Current(c, entity))]);

    public RowWrite Delete(EntityEntry entry) => new(_delete, [.. _held.Select(c => Original(c, entry))]);

    public RowWrite Update(EntityEntry entry)
    {
        var (changed, set) = (UInt128.Zero, new List<object?>());
        for (var i = 0; i < _columns.Count; i++)
        {
            if (entry.Property(_columns[i]).IsModified)
            {
                changed |= UInt128.One << i;
                set.Add(Current(_columns[i], entry.Entity));
            }
        }

        return new RowWrite(_updates.GetOrAdd(changed, UpdateOf), [.. set, .. _held.Select(c => Original(c, entry))]);
    }

    private RowStatement UpdateOf(UInt128 changed)
    {
        var set = _columns.Where((_, i) => (changed & (UInt128.One << i)) != UInt128.Zero).ToList();
        return new RowStatement(
            $"update {_table} set {Join(set, 0, Equal, ", ")} where {Join(_held, set.Count, Equal, " and ")}", [.. set, .. _held]);
    }

    private string Join(IEnumerable<IProperty> columns, int first, Func<string, string, string> part, string between) =>
        string.Join(between, columns.Select((c, i) => part($"\"{c.GetColumnName()}\"", _parameter(first + i))));

    private static string Equal(string name, string value) => $"{name} = {value}";

    private static object? Current(IProperty column, object entity) => Stored(column, column.GetGetter().GetClrValue(entity));

    private static object? Original(IProperty column, EntityEntry entry) => Stored(column, entry.OriginalValues[column]);

    private static object? Stored(IProperty column, object? value) => column.GetTypeMapping().Converter is { } converter && value is not null
        ? converter.ConvertToProvider(value)
        : value;
}
