using System.Linq.Expressions;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Areas;

/// <summary>
/// "Lies in one of these areas", as a condition of a query: one equality on the level's own column per area, so that the usual
/// case of one area is one range of one index.
/// </summary>
public static class PlacedIn
{
    public static IQueryable<TRow> InAreas<TRow>(this IQueryable<TRow> rows, IReadOnlyList<string> areas)
        where TRow : class, IPlaced
    {
        var row = Expression.Parameter(typeof(TRow), "row");
        return rows.Where(Expression.Lambda<Func<TRow, bool>>(Areas<TRow>(row, areas), row));
    }

    /// <summary>The same, to be joined with other conditions on <paramref name="row"/>.</summary>
    internal static Expression Areas<TRow>(Expression row, IReadOnlyList<string> areas)
        where TRow : IPlaced
    {
        Expression? any = null;
        foreach (var level in areas.GroupBy(AreaCode.LevelOf))
        {
            IEnumerable<Expression> conditions = ColumnOf(level.Key) is { } column
                ? [In(InterfaceColumn<TRow, IPlaced>.Of(row, column), [.. level])]
                // A province sees all regencies of this installation that lie in it.
                : level.Select(Expression (province) => Below(InterfaceColumn<TRow, IPlaced>.Of(row, nameof(IPlaced.RegencyCode)), province));
            any = conditions.Aggregate(any, (sum, one) => sum is null ? one : Expression.OrElse(sum, one));
        }

        return any ?? Expression.Constant(false);
    }

    private static Expression In(Expression column, string[] codes) => codes.Length == 1
        ? Expression.Equal(column, QueryParameter.Of(codes[0]))
        : Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [typeof(string)], QueryParameter.Of(codes), column);

    private static MethodCallExpression Below(Expression column, string province) =>
        Expression.Call(column, nameof(string.StartsWith), [], QueryParameter.Of($"{province}."));

    private static string? ColumnOf(AreaLevel level) => level switch
    {
        AreaLevel.Regency => nameof(IPlaced.RegencyCode),
        AreaLevel.District => nameof(IPlaced.DistrictCode),
        AreaLevel.Village => nameof(IPlaced.VillageCode),
        _ => null,
    };
}
