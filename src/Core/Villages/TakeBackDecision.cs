using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Villages;

/// <param name="Decision">The newest of the village that still holds.</param>
public sealed record TakeBackDecisionInput(VillageSeen Seen, Guid Decision, string? Reason);

/// <summary>
/// A decision about a village was a mistake: all is as it was before, roles too. Only the newest can go, and only while nothing was
/// built on it: no roles changed since, nothing told in a village that it made. What was told in a successor stays there.
/// </summary>
public sealed class TakeBackDecision(SlrtDbContext db, VillageReach reach, VillageRoles roles, VillageLog log)
{
    public async Task<Outcome<Done>> DoAsync(TakeBackDecisionInput input, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var found = await reach.FindAsync(input.Seen, actor, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Refusals.ToList();
        }

        var village = found.Value;
        var standing = Standing(await db.AreaDecisions.Where(d => d.AreaCode == village.Code).OrderByDescending(d => d.Id).ToListAsync(cancellationToken));
        if (standing is null || standing.Id != input.Decision)
        {
            return Refusal.Conflict("stale");
        }

        if (DecisionLog.Problem(input.Reason) is { } problem)
        {
            return problem;
        }

        if (await UndoAsync(village, standing, cancellationToken) is { } builtOn)
        {
            return builtOn;
        }

        var back = await roles.BringBackAsync(CarriedRole.Read(standing.Roles), village.Code, input.Reason!, by, cancellationToken);
        if (!back.Succeeded)
        {
            return back;
        }

        log.Record(village, new(AreaDecisionKind.TakenBack, standing.After, standing.Before, standing.Day, null, standing.Id), input.Reason!, by);
        return default(Done);
    }

    /// <summary>The newest that still holds; null where none does.</summary>
    /// <param name="newestFirst">All of one village.</param>
    public static AreaDecision? Standing(IReadOnlyList<AreaDecision> newestFirst)
    {
        var undone = newestFirst.Select(d => d.Undoes).OfType<Guid>().ToHashSet();
        return newestFirst.FirstOrDefault(d => d.Kind != AreaDecisionKind.TakenBack && !undone.Contains(d.Id));
    }

    private async Task<Refusal?> UndoAsync(Area village, AreaDecision decision, CancellationToken cancellationToken)
    {
        switch (decision.Kind)
        {
            case AreaDecisionKind.Renamed:
                if (await db.Areas.AnyAsync(
                    a => a.ParentCode == village.ParentCode && a.Code != village.Code && a.ValidTo == null && a.FoldedName == AreaName.Fold(decision.Before!), cancellationToken))
                {
                    return Refusal.Conflict("village_built_on");
                }

                db.Remove(await db.FormerNames.Where(n => n.AreaCode == village.Code).OrderByDescending(n => n.Id).FirstAsync(cancellationToken));
                village.Rename(decision.Before!);
                return null;
            case AreaDecisionKind.Ended:
                (village.ValidTo, village.SuccessorCode) = (null, null);
                return null;
            case AreaDecisionKind.Split:
                return await JoinAsync(village, decision, cancellationToken);
            default:
                village.PutAt(GeoPoint.OfPin(decision.Before ?? ""));
                return null;
        }
    }

    private async Task<Refusal?> JoinAsync(Area village, AreaDecision decision, CancellationToken cancellationToken)
    {
        string[] codes = decision.After!.Split('+');
        var carried = CarriedRole.Read(decision.Roles).SelectMany(r => r.At.Select(at => (r.Staff, r.Role, at))).ToHashSet();
        var held = await db.StaffRoles.Where(r => codes.Contains(r.AreaCode)).Select(r => new { r.StaffId, r.Role, r.AreaCode }).ToListAsync(cancellationToken);
        if (held.Exists(r => !carried.Contains((r.StaffId, r.Role, r.AreaCode)))
            || await db.Complaints.AnyAsync(c => codes.Contains(c.VillageCode), cancellationToken)
            || await db.AreaDecisions.AnyAsync(d => codes.Contains(d.AreaCode), cancellationToken)
            || await db.Areas.AnyAsync(a => a.SuccessorCode != null && codes.Contains(a.SuccessorCode) && a.Code != village.Code, cancellationToken)
            || await db.Settings.AnyAsync(s => codes.Contains(s.AreaCode), cancellationToken))
        {
            return Refusal.Conflict("village_built_on");
        }

        db.RemoveRange(await db.Areas.Where(a => codes.Contains(a.Code)).ToListAsync(cancellationToken));
        if (village.SuccessorCode is { } successor && codes.Contains(successor))
        {
            (village.ValidTo, village.SuccessorCode) = (null, null);
        }

        return null;
    }
}
