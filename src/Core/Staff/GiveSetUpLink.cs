using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Staff;

public sealed record LinkWanted(string UserName);

/// <summary>
/// A new set-up link for someone who lost the password or the first link; there is no mail. The old password serves
/// until the link is used, an older link no longer.
/// </summary>
public sealed class GiveSetUpLink(SlrtDbContext db, AuditTrail audit)
{
    public async Task<Outcome<StaffAdded>> DoAsync(LinkWanted input, Provenance by, CancellationToken cancellationToken)
    {
        var name = input.UserName.ToUpperInvariant();
        var staff = await db.StaffMembers.SingleOrDefaultAsync(s => s.NormalizedUserName == name, cancellationToken);
        if (staff is null or { IsActive: false })
        {
            return StaffMember.Unknown(input.UserName);
        }

        var token = SetUpToken.New();
        staff.SetUpTokenHash = SetUpToken.Hash(token);
        staff.SetUpTokenExpires = by.At + SetUpToken.Life;
        audit.Record(by, "staff.link_given", "staff_member", staff.Id);
        return new StaffAdded(staff.Id, staff.UserName, staff.Name, token);
    }
}
