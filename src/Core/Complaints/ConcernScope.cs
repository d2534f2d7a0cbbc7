using System.Linq.Expressions;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Complaints;

/// <summary>
/// Complaints about officials, kept from those officials: as a condition of the query, so that lists, counts, search and
/// single looks leave them out alike. For complaints, and for referrals, which bear the same columns.
/// </summary>
internal static class ConcernScope
{
    /// <param name="areas">Where the person may read.</param>
    /// <param name="administered">Where the person sees complaints about the manager, and no others.</param>
    public static Expression<Func<TRow, bool>> Visible<TRow>(
        StaffScope scope, IReadOnlyList<string> areas, IReadOnlyList<string> administered)
    {
        var row = Expression.Parameter(typeof(TRow), "row");
        var groups = areas.GroupBy(a => scope.ReadsSensitive ? scope.HandledIn(a).Count : 0)
            .Select(g => Expression.AndAlso(In<TRow>(row, [.. g]), MayHandle<TRow>(row, scope, g.First())));
        var managers = administered.Count == 0
            ? []
            : new[] { Expression.AndAlso(In<TRow>(row, administered), Expression.AndAlso(Is(row, Concern.Manager), NotMe(row, scope))) };
        var any = groups.Concat(managers).Aggregate((Expression?)null, (sum, one) => sum is null ? one : Expression.OrElse(sum, one));
        return Expression.Lambda<Func<TRow, bool>>(any ?? Expression.Constant(false), row);
    }

    private static BinaryExpression MayHandle<TRow>(ParameterExpression row, StaffScope scope, string area)
    {
        var about = Expression.Property(row, nameof(Complaint.Concerns));
        var nobody = Expression.Equal(about, Expression.Constant(null, typeof(Concern?)));
        if (!scope.ReadsSensitive)
        {
            return Expression.AndAlso(Expression.Not(Expression.Property(row, nameof(Complaint.IsSensitive))), nobody);
        }

        var handled = scope.HandledIn(area).Select(c => Is(row, c)).Aggregate(nobody, Expression.OrElse);
        return scope.OwnDesks().Aggregate(
            Expression.AndAlso(handled, NotMe(row, scope)),
            (sum, own) => Expression.AndAlso(sum, Expression.Not(Expression.AndAlso(Is(row, own.Concern), In<TRow>(row, [own.AreaCode])))));
    }

    private static BinaryExpression Is(ParameterExpression row, Concern concern) => Expression.Equal(
        Expression.Property(row, nameof(Complaint.Concerns)), Expression.Constant((Concern?)concern, typeof(Concern?)));

    private static BinaryExpression NotMe(ParameterExpression row, StaffScope scope) => Expression.NotEqual(
        Expression.Property(row, nameof(Complaint.ConcernsStaffId)), ComplaintScope.Parameter<Guid?>(scope.StaffId));

    private static Expression In<TRow>(ParameterExpression row, IReadOnlyList<string> areas)
    {
        var inAreas = ComplaintScope.InAreas<TRow>(areas);
        return new Renamed(inAreas.Parameters[0], row).Visit(inAreas.Body);
    }

    private sealed class Renamed(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
