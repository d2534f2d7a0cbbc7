using System.Linq.Expressions;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Complaints;

/// <summary>Where every query that staff see begins: only their areas, and sensitive classes only for those who may.</summary>
public static class ComplaintScope
{
    public static IQueryable<Complaint> VisibleTo(this IQueryable<Complaint> complaints, StaffScope scope) =>
        complaints.VisibleTo(scope, Permission.ReadComplaints);

    /// <summary>
    /// Complaints in the areas where the person holds the permission. One equality on the level's own column per area,
    /// so that the usual case of one area is one range of one index.
    /// </summary>
    public static IQueryable<Complaint> VisibleTo(this IQueryable<Complaint> complaints, StaffScope scope, string permission)
    {
        var visible = complaints.Where(InAreas<Complaint>(scope.AreasFor(permission)));
        return scope.ReadsSensitive ? visible : visible.Where(c => !c.IsSensitive);
    }

    public static bool Covers(this StaffScope scope, ComplaintKey key) =>
        (scope.ReadsSensitive || !key.IsSensitive) && scope.MayIn(Permission.ReadComplaints, key.VillageCode);

    /// <summary>For whatever bears its area in the columns of a complaint.</summary>
    internal static Expression<Func<TRow, bool>> InAreas<TRow>(IReadOnlyList<string> areas)
    {
        var row = Expression.Parameter(typeof(TRow), "row");
        Expression any = Expression.Constant(false);
        foreach (var level in areas.GroupBy(AreaCode.LevelOf))
        {
            if (ColumnOf(level.Key) is { } column)
            {
                var codes = level.ToArray();
                var value = Expression.Property(row, column);
                Expression one = codes.Length == 1
                    ? Expression.Equal(value, Parameter(codes[0]))
                    : Expression.Call(
                        typeof(Enumerable), nameof(Enumerable.Contains), [typeof(string)], Parameter(codes), value);
                any = any is ConstantExpression ? one : Expression.OrElse(any, one);
            }
            else
            {
                // A province sees all regencies of this installation that lie in it.
                any = level.Aggregate(any, (sum, province) => Expression.OrElse(sum, Expression.Call(
                    Expression.Property(row, nameof(Complaint.RegencyCode)),
                    nameof(string.StartsWith), [], Parameter($"{province}."))));
            }
        }

        return Expression.Lambda<Func<TRow, bool>>(any, row);
    }

    private static string? ColumnOf(AreaLevel level) => level switch
    {
        AreaLevel.Regency => nameof(Complaint.RegencyCode),
        AreaLevel.District => nameof(Complaint.DistrictCode),
        AreaLevel.Village => nameof(Complaint.VillageCode),
        _ => null,
    };

    /// <summary>A closure's field rather than a constant: the query's plan is compiled once for all areas.</summary>
    private static MemberExpression Parameter<T>(T value) =>
        Expression.Property(Expression.Constant(new Holder<T>(value)), nameof(Holder<>.Value));

    private sealed record Holder<T>(T Value);
}
