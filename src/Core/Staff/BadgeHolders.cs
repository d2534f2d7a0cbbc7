using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Staff;

/// <param name="AreaCode">Where the role is held.</param>
public sealed record BadgeHolder(Guid StaffId, string Name, Role Role, string AreaCode);

/// <summary>Who bears a badge code, for residents at whose door somebody stands.</summary>
public sealed class BadgeHolders(SlrtDbContext db, BadgeCode codes)
{
    /// <param name="code">As <see cref="BadgeCode.Read"/> returns it.</param>
    /// <param name="day">The service day.</param>
    /// <returns>Null for an unknown code, and alike for somebody who has left or holds no role on that day.</returns>
    public async Task<BadgeHolder?> FindAsync(string code, DateOnly day, CancellationToken cancellationToken)
    {
        // The code follows from the id by a keyed hash, which only this program can compute: some hundred of them.
        var ids = await db.StaffMembers.Where(s => s.IsActive).Select(s => s.Id).ToListAsync(cancellationToken);
        var id = ids.Find(one => codes.Of(one) == code);
        var staff = id == default
            ? null
            : await db.StaffMembers.AsNoTracking().Include(s => s.Roles).SingleOrDefaultAsync(s => s.Id == id, cancellationToken);
        return staff?.Roles.Where(r => r.HoldsOn(day)).OrderBy(r => r.Role).FirstOrDefault() is { } role
            ? new BadgeHolder(staff.Id, staff.Name, role.Role, role.AreaCode)
            : null;
    }
}
