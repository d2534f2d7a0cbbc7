using SlrtBot.Core.Areas;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Staff;

/// <summary>
/// A screen that was left open must not be enough to make oneself an administrator: grave decisions about accounts ask for the
/// deciding person's own password, where it was not said in this session lately.
/// </summary>
public static class FreshPassword
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    public static bool IsFresh(StaffScope actor, DateTime at) => actor.ConfirmedAt is { } said && said <= at && at - said < Life;

    /// <summary>Whoever holds it reaches the work of a whole regency, or the accounts of others.</summary>
    public static bool IsGrave(RoleWanted wanted) =>
        wanted.Role == Role.Administrator || AreaCode.LevelOf(wanted.AreaCode) is AreaLevel.Regency or AreaLevel.Province;

    /// <returns><c>password_needed</c> where a grave decision lacks it; else null.</returns>
    internal static Refusal? Problem(bool isGrave, StaffScope actor, Provenance by) =>
        isGrave && !IsFresh(actor, by.At) ? new Refusal("password_needed", "own_password") : null;
}
