using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Villages;

/// <summary>A village with what hangs on it and what was decided about it, for whoever decides.</summary>
public sealed class VillageQueries(SlrtDbContext db, VillageRoles roles, AreaCatalogue areas, FieldCipher cipher)
{
    private const int LogLines = 50;

    /// <summary>Without one of these the workflow stands still in a village.</summary>
    private static readonly Role[] Needed = [Role.Coordinator, Role.Facilitator];

    private static readonly Role?[] Desks = [.. Enum.GetValues<Role>()];

    /// <returns>Null for a miss, and for a village elsewhere alike.</returns>
    public async Task<VillageSheet?> FindAsync(string code, StaffScope scope, Provenance by, CancellationToken cancellationToken)
    {
        if (!scope.MayIn(VillageReach.Permit, code)
            || await db.Areas.AsNoTracking().SingleOrDefaultAsync(a => a.Code == code && a.Level == AreaLevel.Village, cancellationToken) is not { } village)
        {
            return null;
        }

        var log = await db.AreaDecisions.AsNoTracking().Where(d => d.AreaCode == code).OrderByDescending(d => d.Id).Take(LogLines).ToListAsync(cancellationToken);
        var deciders = log.Select(d => d.DecidedBy).OfType<Guid>().Distinct().ToList();
        var names = await db.StaffMembers.Where(s => deciders.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, cancellationToken);
        var undone = log.Select(d => d.Undoes).OfType<Guid>().ToHashSet();
        return new VillageSheet(
            village, await UseAsync(code, scope, by, cancellationToken), await EmptyAsync(code, [], LocalDay.Of(by.At, areas.HomeZone), cancellationToken),
            [
                .. log.Select(d => new VillageLogLine(
                    d, d.DecidedBy is { } who ? names.GetValueOrDefault(who) : null, cipher.OpenOptional(d.Reason, AreaDecision.Table, d.Id, "reason"), undone.Contains(d.Id))),
            ],
            log.Count == 0 ? Guid.Empty : log[0].Id, TakeBackDecision.Standing(log)?.Id);
    }

    /// <param name="chosen">Ids of roles that are to go along.</param>
    /// <param name="to">Codes of the villages after it, the old one too where it goes on.</param>
    public async Task<VillagePreview> PreviewAsync(
        VillageSheet sheet, IReadOnlyCollection<Guid> chosen, IReadOnlyList<string> to, Provenance by, CancellationToken cancellationToken)
    {
        var carried = sheet.Use.Roles.Where(r => chosen.Contains(r.Id)).ToList();
        var empty = new List<(string, Role)>();
        foreach (var code in to)
        {
            empty.AddRange((await EmptyAsync(code, [.. carried.Select(c => c.Role)], LocalDay.Of(by.At, areas.HomeZone), cancellationToken)).Select(role => (code, role)));
        }

        return new VillagePreview(carried, [.. sheet.Use.Roles.Except(carried)], empty);
    }

    private async Task<VillageUse> UseAsync(string code, StaffScope scope, Provenance by, CancellationToken cancellationToken)
    {
        var holders = await roles.HoldersAsync(code, cancellationToken);
        return new VillageUse(
            await db.Complaints.Where(c => c.VillageCode == code && (c.StatusType == StatusType.Open || c.StatusType == StatusType.Waiting)).Take(VillageUse.Most).CountAsync(cancellationToken),
            // By desk, since that is how tasks are ordered.
            await db.WorkTasks.Where(t => Desks.Contains(t.DeskRole) && t.VillageCode == code).Take(VillageUse.Most).CountAsync(cancellationToken)
                + await db.WorkTasks.Where(t => t.DeskRole == null && t.VillageCode == code).Take(VillageUse.Most).CountAsync(cancellationToken),
            await db.Visits.Where(v => v.IsRunning && v.VillageCode == code).Take(VillageUse.Most).CountAsync(cancellationToken),
            await db.Settings.CountAsync(s => s.AreaCode == code, cancellationToken),
            [
                .. holders.SelectMany(s => s.Roles.Where(r => r.AreaCode == code).OrderBy(r => r.Role)
                    .Select(r => new VillageRole(r.Id, s.Id, s.Name, r.Role, r.ValidTo, roles.MayCarry(s, scope, by)))),
            ]);
    }

    private async Task<IReadOnlyList<Role>> EmptyAsync(string code, IReadOnlyCollection<Role> coming, DateOnly today, CancellationToken cancellationToken)
    {
        var chain = AreaCode.Chain(code);
        var held = await db.StaffRoles
            .Where(r => chain.Contains(r.AreaCode) && Needed.Contains(r.Role) && (r.ValidFrom == null || r.ValidFrom <= today) && (r.ValidTo == null || r.ValidTo >= today))
            .Join(db.StaffMembers.Where(s => s.IsActive), r => r.StaffId, s => s.Id, (r, _) => r.Role).Distinct().ToListAsync(cancellationToken);
        return [.. Needed.Except(held).Except(coming)];
    }
}
