using System.Linq.Expressions;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Tasks;

public static class TaskScope
{
    /// <summary>Tasks about what the person may see, whatever the desk.</summary>
    public static IQueryable<WorkTask> VisibleTo(this IQueryable<WorkTask> tasks, StaffScope scope) =>
        tasks.Where(Sight.Of(scope, Permission.HandleTasks).Condition<WorkTask>());

    /// <summary>Tasks at desks where the person works, and which they may see.</summary>
    public static IQueryable<WorkTask> AtDesksOf(this IQueryable<WorkTask> tasks, StaffScope scope)
    {
        var row = Expression.Parameter(typeof(WorkTask), "task");
        var any = scope.DesksServed()
            .Select(desk => (Expression)Expression.AndAlso(
                Expression.Equal(Expression.Property(row, nameof(WorkTask.DeskRole)), Expression.Constant((Role?)desk.Key, typeof(Role?))),
                PlacedIn.Areas<WorkTask>(row, desk.Value)))
            .Aggregate((Expression?)null, (sum, one) => sum is null ? one : Expression.OrElse(sum, one)) ?? Expression.Constant(false);
        return tasks.VisibleTo(scope).Where(Expression.Lambda<Func<WorkTask, bool>>(any, row));
    }

    /// <summary>Whether the person works at that desk for what lies there.</summary>
    public static bool ServesDesk(this StaffScope scope, Role desk, IPlaced placed) =>
        scope.Roles.Any(r => Desk.ServedBy(r.Role).Contains(desk) && AreaCode.Contains(r.AreaCode, placed.Closest()));

    private static Dictionary<Role, IReadOnlyList<string>> DesksServed(this StaffScope scope) => scope.Roles
        .SelectMany(r => Desk.ServedBy(r.Role), (r, desk) => (desk, r.AreaCode))
        .GroupBy(d => d.desk, d => d.AreaCode)
        .ToDictionary(g => g.Key, IReadOnlyList<string> (g) =>
        {
            var areas = g.Distinct().ToList();
            return [.. areas.Where(a => !areas.Any(b => b != a && AreaCode.Contains(b, a)))];
        });
}
