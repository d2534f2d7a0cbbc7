using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Staff;

/// <param name="Hash">The hash only; the act never sees a password.</param>
/// <param name="Stamp">A new one: every other session ends.</param>
/// <param name="Version">Of the row that the change was decided on.</param>
public sealed record NewPassword(Guid StaffId, string Hash, string Stamp, int Version);

/// <summary>Stores a new password's hash, which also uses up a set-up link and ends the waits for that name.</summary>
public sealed class KeepPassword(SlrtDbContext db, SignInCounts counts, AuditTrail audit)
{
    public async Task<Outcome<Done>> DoAsync(NewPassword input, Provenance by, CancellationToken cancellationToken)
    {
        var staff = await db.StaffMembers.SingleOrDefaultAsync(s => s.Id == input.StaffId, cancellationToken);
        if (staff is null || !staff.IsActive)
        {
            return Refusal.NotFound();
        }

        if (staff.Version != input.Version)
        {
            return Refusal.Conflict("stale");
        }

        staff.PasswordHash = input.Hash;
        staff.SecurityStamp = input.Stamp;
        staff.SetUpTokenHash = null;
        staff.SetUpTokenExpires = null;
        await counts.ForgetAllAsync(staff.NormalizedUserName, cancellationToken);
        audit.Record(by, "staff.password_changed", "staff_member", staff.Id);
        return new Done();
    }
}
