using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Complaints;

/// <summary>
/// Where every query that staff see begins: only their areas, sensitive classes only for those who may, and complaints
/// about officials only for those who stand above them.
/// </summary>
public static class ComplaintScope
{
    /// <summary>What administrators may do with a complaint about the manager, and with no other.</summary>
    private static readonly string[] AboutManagers =
    [
        Permission.ReadComplaints, Permission.ReceiveComplaints, Permission.AnalyseComplaints, Permission.DecideComplaints,
        Permission.WriteToResidents, Permission.AssignComplaints,
    ];

    public static IQueryable<Complaint> VisibleTo(this IQueryable<Complaint> complaints, StaffScope scope) =>
        complaints.VisibleTo(scope, Permission.ReadComplaints);

    /// <summary>
    /// Complaints in the areas where the person holds the permission. One equality on the level's own column per area,
    /// so that the usual case of one area is one range of one index.
    /// </summary>
    public static IQueryable<Complaint> VisibleTo(this IQueryable<Complaint> complaints, StaffScope scope, string permission) =>
        complaints.Where(ConcernScope.Visible<Complaint>(
            scope, scope.AreasFor(permission), AboutManagers.Contains(permission) ? AdministeredAreas(scope) : []));

    public static bool Covers(this StaffScope scope, ComplaintKey key)
    {
        if (key.ConcernsStaffId == scope.StaffId
            || scope.OwnDesks().Any(own => own.Concern == key.Concerns && AreaCode.Contains(own.AreaCode, key.VillageCode)))
        {
            return false;
        }

        var ordinary = scope.MayIn(Permission.ReadComplaints, key.VillageCode) && (scope.ReadsSensitive || !key.IsSensitive)
            && (key.Concerns is not { } concern || scope.HandledIn(key.VillageCode).Contains(concern));
        return ordinary || (key.Concerns == Concern.Manager && AdministeredAreas(scope).Any(a => AreaCode.Contains(a, key.VillageCode)));
    }

    /// <summary>What some of those who may read in its area may not: a sensitive class, or about an official.</summary>
    public static IQueryable<Complaint> Delicate(this IQueryable<Complaint> complaints) =>
        complaints.Where(c => c.IsSensitive || c.Concerns != null);

    /// <summary>
    /// Whether one of these complaints is delicate and kept from the reader: a chat holds all that was told in it, so that
    /// one such complaint closes the whole.
    /// </summary>
    public static async Task<bool> HideAnyFromAsync(this IQueryable<Complaint> complaints, StaffScope scope, CancellationToken cancellationToken)
    {
        var delicate = complaints.Delicate();
        return await delicate.CountAsync(cancellationToken) > await delicate.VisibleTo(scope).CountAsync(cancellationToken);
    }

    /// <summary>Whether the person may do this with this complaint, which they are known to see.</summary>
    public static bool MayDo(this StaffScope scope, string permission, Complaint complaint) =>
        scope.MayIn(permission, complaint.VillageCode)
        || (complaint.Concerns == Concern.Manager && AboutManagers.Contains(permission)
            && AdministeredAreas(scope).Any(a => AreaCode.Contains(a, complaint.VillageCode)));

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

    /// <summary>A closure's field rather than a constant: the query's plan is compiled once for all areas.</summary>
    internal static MemberExpression Parameter<T>(T value) =>
        Expression.Property(Expression.Constant(new Holder<T>(value)), nameof(Holder<>.Value));

    /// <summary>Where the person administers and is not the manager, whom such complaints are about.</summary>
    private static List<string> AdministeredAreas(StaffScope scope)
    {
        var managed = scope.Roles.Where(r => r.Role == Role.Manager).Select(r => r.AreaCode).ToList();
        return [.. scope.AreasFor(Permission.ReadAboutManagers).Where(a => !managed.Any(m => AreaCode.Contains(a, m) || AreaCode.Contains(m, a)))];
    }

    private static string? ColumnOf(AreaLevel level) => level switch
    {
        AreaLevel.Regency => nameof(Complaint.RegencyCode),
        AreaLevel.District => nameof(Complaint.DistrictCode),
        AreaLevel.Village => nameof(Complaint.VillageCode),
        _ => null,
    };

    private sealed record Holder<T>(T Value);
}
