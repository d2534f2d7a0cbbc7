using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Phrases;
using SlrtBot.Core.Staff;

namespace SlrtBot.Host.Demo;

/// <summary>Who may sign in to the demo, and with which password.</summary>
internal sealed record DemoAccounts(IReadOnlyList<string> UserNames, string Password);

/// <summary>One account per role, named like the role's code, for trying the console out. Never in Production.</summary>
internal sealed class DemoStaff(
    SlrtDbContext db, UnitOfWork units, AreaCatalogue areas, UserManager<StaffMember> accounts, TimeProvider clock, PhraseBook phrases)
{
    /// <summary>The mark in the audit by which demo accounts are known again.</summary>
    public const string Reason = "demo";

    private static readonly Role[] Sensitive = [Role.Manager, Role.Analyst, Role.Supervisor];

    /// <summary>User names of the demo accounts in this database.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(CancellationToken cancellationToken)
    {
        var names = Enum.GetValues<Role>().Select(r => Codes.Of(r).ToUpperInvariant()).ToList();
        return await db.StaffMembers
            .Where(s => names.Contains(s.NormalizedUserName) && s.IsActive)
            .Where(s => db.AuditActs.Any(a => a.SubjectId == s.Id && a.Verb == "staff.added" && a.Reason == Reason))
            .Select(s => s.UserName)
            .ToListAsync(cancellationToken);
    }

    public async Task AddAsync(string password, CancellationToken cancellationToken)
    {
        // One hash for all: the password is the same, and the hash is slow by design.
        var hash = accounts.PasswordHasher.HashPassword(null!, password);
        var by = Provenance.Job(Reason, clock.GetUtcNow().UtcDateTime);
        foreach (var role in Enum.GetValues<Role>())
        {
            var staff = new NewStaffMember(
                Codes.Of(role), phrases.Get("id", $"role.{Codes.Of(role)}"), [role], AreaOf(role), Sensitive.Contains(role), hash);
            var outcome = await units.RunAsync<AddStaffMember, StaffAdded>((act, cancel) => act.DoAsync(staff, by, cancel), cancellationToken);
            _ = outcome.Value;
        }
    }

    /// <summary>Gives the accounts the password that is told at this start, where it is another than before.</summary>
    public async Task KeepPasswordAsync(IReadOnlyList<string> userNames, string password, CancellationToken cancellationToken)
    {
        var staff = await db.StaffMembers.AsNoTracking().Where(s => userNames.Contains(s.UserName)).ToListAsync(cancellationToken);
        if (accounts.PasswordHasher.VerifyHashedPassword(staff[0], staff[0].PasswordHash ?? "", password) != PasswordVerificationResult.Failed)
        {
            return;
        }

        var hash = accounts.PasswordHasher.HashPassword(null!, password);
        var by = Provenance.Job(Reason, clock.GetUtcNow().UtcDateTime);
        foreach (var one in staff)
        {
            await units.RunAsync<KeepPassword, Done>(
                (act, cancel) => act.DoAsync(new NewPassword(one.Id, hash, SetUpToken.New(), one.Version), by, cancel), cancellationToken);
        }
    }

    private string AreaOf(Role role)
    {
        var regency = areas.HomeRegency;
        var district = areas.Districts(regency)[0].Code;
        return role switch
        {
            Role.Province => AreaCode.ProvinceOf(regency),
            Role.Supervisor => district,
            Role.Coordinator or Role.Facilitator => areas.Villages(district)[0].Code,
            _ => regency,
        };
    }
}
