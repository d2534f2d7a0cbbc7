using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Staff;

public sealed record StaffLeaves(Guid StaffId, string? Reason = null);

/// <summary>A member of staff has left: slices that keep work in their name hand it back.</summary>
public sealed record StaffMemberDeactivated(Guid StaffId, Provenance By) : IDomainEvent;

/// <summary>Closes an account: its sessions end, its links die, its name stays in the history.</summary>
public sealed class DeactivateStaffMember(
    SlrtDbContext db, AccountReach reach, LastAdministrator last, EndOfSessions sessions, DecisionLog log, DomainEvents events)
{
    /// <summary>By an administrator, with a reason.</summary>
    public async Task<Outcome<Done>> DoAsync(
        AccountSeen seen, string? reason, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var found = await reach.FindOtherAsync(seen, actor, by, cancellationToken);
        return !found.Succeeded ? found.Refusals.ToList()
            : DecisionLog.Problem(reason) is { } problem ? problem
            : await DoAsync(new(seen.StaffId, reason), by, cancellationToken);
    }

    public async Task<Outcome<Done>> DoAsync(StaffLeaves input, Provenance by, CancellationToken cancellationToken)
    {
        var staff = await db.StaffMembers.Include(s => s.Roles).SingleOrDefaultAsync(s => s.Id == input.StaffId, cancellationToken);
        if (staff is null)
        {
            return Refusal.NotFound();
        }

        if (!staff.IsActive)
        {
            return Refusal.Conflict("already_done");
        }

        if (await last.ProblemAsync(staff, [], by, cancellationToken) is { } alone)
        {
            return alone;
        }

        staff.IsActive = false;
        staff.SetUpTokenHash = null;
        staff.SetUpTokenExpires = null;
        staff.ChatCodeHash = null;
        staff.ChatCodeExpires = null;
        await sessions.OfAsync(staff, by, cancellationToken);
        log.Record(staff, new(DecisionKind.Deactivated, HeldRole.Write(staff.Roles), null, input.Reason), by);
        events.Raise(new StaffMemberDeactivated(staff.Id, by));
        return default(Done);
    }
}
