using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Staff;

public sealed record StaffLeaves(Guid StaffId);

/// <summary>A member of staff has left: slices that keep work in their name hand it back.</summary>
public sealed record StaffMemberDeactivated(Guid StaffId, Provenance By) : IDomainEvent;

/// <summary>Closes an account: its sessions end, its links die, its name stays in the history.</summary>
public sealed class DeactivateStaffMember(SlrtDbContext db, AuditTrail audit, DomainEvents events)
{
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

        if (staff.Roles.Any(r => r.Role == Role.Administrator) && !await IsAnotherAdministratorAsync(staff.Id, cancellationToken))
        {
            return Refusal.Conflict("last_administrator");
        }

        staff.IsActive = false;
        staff.SecurityStamp = SetUpToken.New();
        staff.SetUpTokenHash = null;
        staff.SetUpTokenExpires = null;
        staff.ChatCodeHash = null;
        staff.ChatCodeExpires = null;
        audit.Record(by, "staff.deactivated", "staff_member", staff.Id);
        events.Raise(new StaffMemberDeactivated(staff.Id, by));
        return new Done();
    }

    private Task<bool> IsAnotherAdministratorAsync(Guid staffId, CancellationToken cancellationToken) =>
        db.StaffMembers.AnyAsync(
            s => s.Id != staffId && s.IsActive && s.Roles.Any(r => r.Role == Role.Administrator && r.ValidTo == null), cancellationToken);
}
