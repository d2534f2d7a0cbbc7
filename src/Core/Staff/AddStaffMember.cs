using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Staff;

/// <summary>Makes an account with its roles. Without a password its owner sets one over a link that serves once.</summary>
public sealed class AddStaffMember(SlrtDbContext db, AuditTrail audit)
{
    public async Task<Outcome<StaffAdded>> DoAsync(NewStaffMember input, Provenance by, CancellationToken cancellationToken)
    {
        var problems = input.Problems().ToList();
        if (problems.Count > 0)
        {
            return problems;
        }

        var name = input.NormalizedUserName;
        if (await db.StaffMembers.AnyAsync(s => s.NormalizedUserName == name, cancellationToken))
        {
            return NewStaffMember.Taken(input.UserName);
        }

        if (!await db.Areas.AnyAsync(a => a.Code == input.AreaCode && a.ValidTo == null, cancellationToken))
        {
            return NewStaffMember.UnknownArea(input.AreaCode);
        }

        var (staff, token) = input.Make(by);
        db.Add(staff);
        Record(audit, staff, by);
        return new StaffAdded(staff.Id, staff.UserName, staff.Name, token);
    }

    internal static void Record(AuditTrail audit, StaffMember staff, Provenance by) =>
        audit.Record(by, "staff.added", "staff_member", staff.Id, new
        {
            roles = staff.Roles.Select(r => Codes.Of(r.Role)),
            area = staff.Roles[0].AreaCode,
            sensitive = staff.ReadsSensitive,
        });
}
