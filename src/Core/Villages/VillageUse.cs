using SlrtBot.Core.Areas;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Villages;

/// <summary>A role that somebody holds in a village.</summary>
/// <param name="MayCarry">The reader may let it go along.</param>
public sealed record VillageRole(Guid Id, Guid StaffId, string Name, Role Role, DateOnly? To, bool MayCarry);

/// <summary>What hangs on a village; counts stop at <see cref="Most"/>.</summary>
/// <param name="Open">Complaints that are not settled.</param>
/// <param name="Settings">Hours and days off of its own.</param>
public sealed record VillageUse(int Open, int Tasks, int Visits, int Settings, IReadOnlyList<VillageRole> Roles)
{
    public const int Most = 1000;
}

/// <param name="IsTakenBack">It no longer holds.</param>
public sealed record VillageLogLine(AreaDecision Decision, string? By, string? Reason, bool IsTakenBack);

/// <param name="Empty">Roles that a village needs and nobody holds there, or further up.</param>
public sealed record VillageSheet(Area Village, VillageUse Use, IReadOnlyList<Role> Empty, IReadOnlyList<VillageLogLine> Log, Guid LastDecision, Guid? TakesBack);

/// <summary>What would happen, before it does.</summary>
/// <param name="Carried">Roles that go along.</param>
/// <param name="Staying">Roles that stay with the old code.</param>
/// <param name="Empty">By village: roles that nobody would hold there.</param>
public sealed record VillagePreview(IReadOnlyList<VillageRole> Carried, IReadOnlyList<VillageRole> Staying, IReadOnlyList<(string Village, Role Role)> Empty);
