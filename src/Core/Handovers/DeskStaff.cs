using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Tasks;

namespace SlrtBot.Core.Handovers;

/// <param name="AreaCode">Null for an office without accounts here.</param>
/// <param name="People">Who works there today and may see the complaint; none for a desk that is closed.</param>
public sealed record OpenDesk(HandoverDesk Desk, string? AreaCode, IReadOnlyList<string> People)
{
    /// <summary>Whether somebody would take it: one of ours, or whoever gets the link.</summary>
    public bool Takes => Desk.IsOutside() || People.Count > 0;
}

/// <summary>Where a complaint can be handed to, and who is there.</summary>
public sealed class DeskStaff(StaffQueries staff, AreaCatalogue areas)
{
    /// <summary>
    /// Every other desk of its place, lowest first. Offices outside are asked by the manager's desk alone: the manager makes
    /// all referrals of the regency (docs/domain.md).
    /// </summary>
    public async Task<IReadOnlyList<OpenDesk>> ForAsync(Complaint complaint, DateTime now, CancellationToken cancellationToken)
    {
        var from = HandoverDesks.Of(complaint.Status);
        var there = await WorkingAsync(complaint, now, cancellationToken);
        return
        [
            .. Enum.GetValues<HandoverDesk>()
                .Where(d => d != from && (!d.IsOutside() || (from == HandoverDesk.Manager && complaint.Concerns is null)))
                .Where(d => d == HandoverDesk.Centre || d.AreaOf(complaint) is not null)
                .Select(d => new OpenDesk(d, d.AreaOf(complaint), PeopleAt(d, complaint, there))),
        ];
    }

    /// <summary>The next desk above where somebody is; null where nobody stands above.</summary>
    public async Task<OpenDesk?> AboveAsync(HandoverDesk desk, Complaint complaint, DateTime now, CancellationToken cancellationToken)
    {
        var there = await WorkingAsync(complaint, now, cancellationToken);
        for (var above = desk.Above(); above is { } next; above = next.Above())
        {
            // What is about officials does not leave the regency by itself.
            if (next.IsOutside() && complaint.Concerns is not null)
            {
                return null;
            }

            if (next.AreaOf(complaint) is { } area && PeopleAt(next, complaint, there) is { Count: > 0 } people)
            {
                return new OpenDesk(next, area, people);
            }
        }

        return null;
    }

    /// <summary>Whether somebody is there today who may see it.</summary>
    public async Task<bool> IsServedAsync(HandoverDesk desk, Complaint complaint, DateTime now, CancellationToken cancellationToken) =>
        PeopleAt(desk, complaint, await WorkingAsync(complaint, now, cancellationToken)).Count > 0;

    private async Task<IReadOnlyList<StaffScope>> WorkingAsync(Complaint complaint, DateTime now, CancellationToken cancellationToken)
    {
        var today = LocalDay.Of(now, areas.ZoneOf(complaint.VillageCode));
        var away = await staff.AwayOnAsync(today, cancellationToken);
        return [.. (await staff.WorkingInAsync(AreaCode.Chain(complaint.VillageCode), today, cancellationToken)).Where(s => !away.ContainsKey(s.StaffId))];
    }

    private static List<string> PeopleAt(HandoverDesk desk, Complaint complaint, IReadOnlyList<StaffScope> there) => desk.RoleOf() is not { } role
        ? []
        : [.. there.Where(s => s.ServesDesk(role, complaint) && Sees(desk, s, complaint)).Select(s => s.Name).Order(StringComparer.Ordinal)];

    /// <summary>A province sees no complaint; it may be handed any that is not about officials.</summary>
    private static bool Sees(HandoverDesk desk, StaffScope scope, Complaint complaint) => desk.IsOutside()
        ? Sight.Of(scope, Permission.HandleTasks).Includes(complaint)
        : scope.MayHold(complaint);
}
