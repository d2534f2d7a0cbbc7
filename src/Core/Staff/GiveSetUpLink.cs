using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Staff;

public sealed record LinkWanted(string UserName);

/// <summary>
/// A new set-up link for someone who lost the password or the first link; there is no mail. The old password serves
/// until the link is used, an older link no longer.
/// </summary>
public sealed class GiveSetUpLink(SlrtDbContext db, AccountReach reach, EndOfSessions sessions, DecisionLog log)
{
    /// <summary>By an administrator: whoever is signed in with the account has to sign in again.</summary>
    public async Task<Outcome<StaffAdded>> DoAsync(AccountSeen seen, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var found = await reach.FindAsync(seen, actor, by, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Refusals.ToList();
        }

        if (!found.Value.IsActive)
        {
            return Refusal.Conflict("account_closed");
        }

        // Whoever has the link has the account.
        if (FreshPassword.Problem(true, actor, by) is { } unsaid)
        {
            return unsaid;
        }

        await sessions.OfAsync(found.Value, by, cancellationToken);
        return Give(found.Value, by);
    }

    public async Task<Outcome<StaffAdded>> DoAsync(LinkWanted input, Provenance by, CancellationToken cancellationToken)
    {
        var name = input.UserName.ToUpperInvariant();
        var staff = await db.StaffMembers.SingleOrDefaultAsync(s => s.NormalizedUserName == name, cancellationToken);
        if (staff is null or { IsActive: false })
        {
            return StaffMember.Unknown(input.UserName);
        }

        return Give(staff, by);
    }

    /// <returns>The new link's secret; an older one no longer serves.</returns>
    internal static string Renew(StaffMember staff, Provenance by)
    {
        var token = SetUpToken.New();
        staff.SetUpTokenHash = SetUpToken.Hash(token);
        staff.SetUpTokenExpires = by.At + SetUpToken.Life;
        return token;
    }

    private StaffAdded Give(StaffMember staff, Provenance by)
    {
        var token = Renew(staff, by);
        log.Record(staff, new(DecisionKind.LinkGiven), by);
        return new StaffAdded(staff.Id, staff.UserName, staff.Name, token);
    }
}
