using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace SlrtBot.Core.Persistence;

/// <summary>
/// Entities as plain rows of their table, after the model's own mapping: for filling in so many that tracking each
/// would take longer than storing it.
/// </summary>
public sealed class EntityRows
{
    private readonly Func<object, object?>[] _read;

    private EntityRows(IEntityType entity)
    {
        var properties = entity.GetProperties().ToList();
        Table = entity.GetTableName()!;
        Columns = [.. properties.Select(p => p.GetColumnName())];
        _read = [.. properties.Select(Reader)];
    }

    public string Table { get; }

    public IReadOnlyList<string> Columns { get; }

    public static EntityRows Of<TEntity>(SlrtDbContext context) => new(context.Model.FindEntityType(typeof(TEntity))!);

    public List<object?[]> Read<TEntity>(IReadOnlyCollection<TEntity> entities)
        where TEntity : class
    {
        var rows = new List<object?[]>(entities.Count);
        foreach (var entity in entities)
        {
            rows.Add(Array.ConvertAll(_read, read => read(entity)));
        }

        return rows;
    }

    private static Func<object, object?> Reader(IProperty property)
    {
        var getter = property.GetGetter();
        var converter = property.GetTypeMapping().Converter as ValueConverter;
        return converter is null
            ? getter.GetClrValue
            : entity => getter.GetClrValue(entity) is { } value ? converter.ConvertToProvider(value) : null;
    }
}
