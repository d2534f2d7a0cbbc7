using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Staff;

public sealed record StaffLeaves(Guid StaffId);

/// <summary>A member of staff has left: slices that keep work in their name hand it back.</summary>
public sealed record StaffMemberDeactivated(Guid StaffId, Provenance By) : IDomainEvent;

/// <summary>Closes an account: its sessions end, its links die, its name stays in the history.</summary>
public sealed class DeactivateStaffMember(SlrtDbContext db, AreaCatalogue areas, AuditTrail audit, DomainEvents events)
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

        var today = LocalDay.Of(by.At, areas.HomeZone);
        if (Administers(staff, today))
        {
            if (await AnotherAdministratorAsync(staff.Id, today, cancellationToken) is not { } stays)
            {
                return Refusal.Conflict("last_administrator");
            }

            // Counts as a change of the one who stays: of two who leave at once, the second is decided anew.
            db.Entry(stays).Property(s => s.Version).IsModified = true;
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

    private static bool Administers(StaffMember staff, DateOnly day) => staff.Roles.Any(r => r.Role == Role.Administrator && r.HoldsOn(day));

    private async Task<StaffMember?> AnotherAdministratorAsync(Guid staffId, DateOnly day, CancellationToken cancellationToken) =>
        (await db.StaffMembers.Include(s => s.Roles)
            .Where(s => s.Id != staffId && s.IsActive && s.Roles.Any(r => r.Role == Role.Administrator)).OrderBy(s => s.Id)
            .ToListAsync(cancellationToken)).Find(s => Administers(s, day));
}
