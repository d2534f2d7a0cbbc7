using System.Linq.Expressions;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Complaints.Access;

/// <summary>
/// What of the complaints a member of staff sees: the rule, once. Lists, counts, badges and search take it as a condition of the
/// query; what is at hand already is asked about directly. For complaints, for what bears the same columns, and through
/// <see cref="OpenChats"/> for all that was told in the same chat.
/// </summary>
public sealed class Sight
{
    /// <summary>What administrators may do with a complaint about the manager, and with no other.</summary>
    internal static IReadOnlySet<string> AboutManagers { get; } = new HashSet<string>
    {
        Permission.ReadComplaints, Permission.ReceiveComplaints, Permission.AnalyseComplaints, Permission.DecideComplaints,
        Permission.JudgeOfficials, Permission.WriteToResidents, Permission.AssignComplaints, Permission.AnswerDataRequests, Permission.HandleTasks,
    };

    private readonly IReadOnlyList<Window> _windows;
    private readonly Guid _me;

    /// <summary>Whoever also works where a complaint is about does not see it, however high they stand elsewhere.</summary>
    private readonly IReadOnlyList<(Concern Concern, string AreaCode)> _desks;

    private Sight(StaffScope scope, IReadOnlyList<Window> windows) => (_windows, _me, _desks) = (windows, scope.StaffId, [.. scope.OwnDesks()]);

    /// <summary>Where the person holds the permission; administrators see complaints about the manager as well.</summary>
    public static Sight Of(StaffScope scope, string permission = Permission.ReadComplaints)
    {
        var windows = scope.AreasFor(permission)
            .GroupBy(area => scope.ReadsSensitive ? scope.HandledIn(area).Count : 0)
            .Select(areas => scope.ReadsSensitive
                ? new Window([.. areas], IsWide: true, IncludesOrdinary: true, scope.HandledIn(areas.First()))
                : new Window([.. areas], IsWide: false, IncludesOrdinary: true, []))
            .ToList();
        if (AboutManagers.Contains(permission) && scope.Administered() is { Count: > 0 } administered)
        {
            windows.Add(new Window(administered, IsWide: true, IncludesOrdinary: false, [Concern.Manager]));
        }

        return new Sight(scope, windows);
    }

    public bool Includes(IDelicate row) => _windows.Any(w => w.Areas.Any(a => AreaCode.Contains(a, row.Closest())) && Shows(w, row));

    internal Expression<Func<TRow, bool>> Condition<TRow>()
        where TRow : IDelicate
    {
        var row = Expression.Parameter(typeof(TRow), "row");
        return Expression.Lambda<Func<TRow, bool>>(Condition<TRow>(row), row);
    }

    /// <summary>The opposite, for finding what is kept from somebody.</summary>
    internal Expression<Func<TRow, bool>> Hidden<TRow>()
        where TRow : IDelicate
    {
        var row = Expression.Parameter(typeof(TRow), "row");
        return Expression.Lambda<Func<TRow, bool>>(Expression.Not(Condition<TRow>(row)), row);
    }

    private bool Shows(Window window, IDelicate row) => !Recusals.Has(row.Recused, _me) && (window.IsWide
        ? (row.Concerns is { } concern ? window.About.Contains(concern) : window.IncludesOrdinary)
            && row.ConcernsStaffId != _me
            && !_desks.Any(own => own.Concern == row.Concerns && AreaCode.Contains(own.AreaCode, row.Closest()))
        : !row.IsSensitive && row.Concerns is null);

    private Expression Condition<TRow>(Expression row)
        where TRow : IDelicate =>
        _windows.Select(w => (Expression)Expression.AndAlso(PlacedIn.Areas<TRow>(row, w.Areas), Expression.AndAlso(Shown<TRow>(row, w), NotAside<TRow>(row))))
            .Aggregate((Expression?)null, (sum, one) => sum is null ? one : Expression.OrElse(sum, one)) ?? Expression.Constant(false);

    /// <summary>The reader has not stepped aside from it.</summary>
    private BinaryExpression NotAside<TRow>(Expression row)
        where TRow : IDelicate
    {
        var aside = Column<TRow>(row, nameof(IDelicate.Recused));
        return Expression.OrElse(
            Expression.Equal(aside, Expression.Constant(null, typeof(string))),
            Expression.Not(Expression.Call(aside, nameof(string.Contains), [], QueryParameter.Of(Recusals.Mark(_me)))));
    }

    private BinaryExpression Shown<TRow>(Expression row, Window window)
        where TRow : IDelicate
    {
        var about = Column<TRow>(row, nameof(IDelicate.Concerns));
        var nobody = Expression.Equal(about, Expression.Constant(null, typeof(Concern?)));
        if (!window.IsWide)
        {
            return Expression.AndAlso(Expression.Not(Column<TRow>(row, nameof(IDelicate.IsSensitive))), nobody);
        }

        var allowed = window.About.Select(concern => Is(about, concern))
            .Aggregate(window.IncludesOrdinary ? nobody : null, (sum, one) => sum is null ? one : Expression.OrElse(sum, one))!;
        var notMe = Expression.NotEqual(Column<TRow>(row, nameof(IDelicate.ConcernsStaffId)), QueryParameter.Of<Guid?>(_me));
        return _desks.Aggregate(
            Expression.AndAlso(allowed, notMe),
            (sum, own) => Expression.AndAlso(
                sum, Expression.Not(Expression.AndAlso(Is(about, own.Concern), PlacedIn.Areas<TRow>(row, [own.AreaCode])))));
    }

    private static BinaryExpression Is(Expression about, Concern concern) =>
        Expression.Equal(about, Expression.Constant((Concern?)concern, typeof(Concern?)));

    private static MemberExpression Column<TRow>(Expression row, string member)
        where TRow : IDelicate =>
        InterfaceColumn<TRow, IDelicate>.Of(row, member);

    /// <param name="IsWide">Holds sensitive classes too.</param>
    /// <param name="IncludesOrdinary">Holds what is about none of ours.</param>
    /// <param name="About">And what is about these.</param>
    private sealed record Window(IReadOnlyList<string> Areas, bool IsWide, bool IncludesOrdinary, IReadOnlyList<Concern> About);
}
