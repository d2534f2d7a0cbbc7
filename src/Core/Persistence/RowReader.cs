using System.Data.Common;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;

namespace SlrtBot.Core.Persistence;

/// <summary>Makes entities of rows that a statement of our own returns, after the model's own mapping.</summary>
internal sealed class RowReader<TEntity>
    where TEntity : class
{
    private readonly IReadOnlyList<IProperty> _columns;
    private readonly Func<DbDataReader, int, TEntity> _read;

    public RowReader(IModel model)
    {
        _columns = [.. model.FindEntityType(typeof(TEntity))!.GetProperties()];
        _read = Compile();
    }

    public int Count => _columns.Count;

    /// <summary>For the select list, in the order in which <see cref="Read"/> wants them.</summary>
    public string Columns(string alias) => string.Join(", ", _columns.Select(c => $"{alias}.\"{c.GetColumnName()}\""));

    /// <param name="first">Where this entity's columns begin in the row.</param>
    public TEntity Read(DbDataReader row, int first) => _read(row, first);

    private Func<DbDataReader, int, TEntity> Compile()
    {
        var (row, first) = (Expression.Parameter(typeof(DbDataReader)), Expression.Parameter(typeof(int)));
        var entity = Expression.MemberInit(
            Expression.New(typeof(TEntity)),
            _columns.Select((c, i) => Expression.Bind(c.PropertyInfo!, Value(c, row, Expression.Add(first, Expression.Constant(i))))));
        return Expression.Lambda<Func<DbDataReader, int, TEntity>>(entity, row, first).Compile();
    }

    private static Expression Value(IProperty column, Expression row, Expression at)
    {
        var converter = column.GetTypeMapping().Converter;
        var stored = converter?.ProviderClrType ?? Nullable.GetUnderlyingType(column.ClrType) ?? column.ClrType;
        Expression value = Expression.Call(row, nameof(DbDataReader.GetFieldValue), [stored], at);
        if (converter?.ConvertFromProviderExpression is { } convert)
        {
            value = ReplacingExpressionVisitor.Replace(convert.Parameters[0], value, convert.Body);
        }

        value = value.Type == column.ClrType ? value : Expression.Convert(value, column.ClrType);
        return column.IsNullable
            ? Expression.Condition(Expression.Call(row, nameof(DbDataReader.IsDBNull), null, at), Expression.Default(column.ClrType), value)
            : value;
    }
}
