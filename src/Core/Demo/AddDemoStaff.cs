using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Demo;

/// <summary>
/// The people of SLRT in a regency, without passwords: a small office, a supervisor per sub-district, a facilitator per
/// village. Whoever is already there stays.
/// </summary>
public sealed class AddDemoStaff(SlrtDbContext db, AreaCatalogue areas, AuditTrail audit)
{
    private static readonly (Role Role, int People)[] Office =
        [(Role.Frontoffice, 2), (Role.Analyst, 2), (Role.Backoffice, 2), (Role.Manager, 1)];

    /// <summary>To them complaints about officials go (docs/domain.md): without the permission nobody would ever read these.</summary>
    private static readonly Role[] ReadsSensitive = [Role.Supervisor, Role.Manager];

    /// <summary>The same ids in every demo, so that histories name the same people.</summary>
    internal static readonly DateTime LongAgo = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <returns>How many were added.</returns>
    public async Task<Outcome<int>> DoAsync(Provenance by, CancellationToken cancellationToken)
    {
        var known = await db.StaffMembers.Select(s => s.NormalizedUserName).ToHashSetAsync(cancellationToken);
        var added = 0;
        foreach (var (userName, role, area) in Wanted())
        {
            if (known.Contains(userName.ToUpperInvariant()))
            {
                continue;
            }

            var staff = Make(userName, role, area, by.At);
            db.Add(staff);
            audit.Record(by, "staff.added", "staff_member", staff.Id, new { roles = new[] { Codes.Of(role) }, area, sensitive = staff.ReadsSensitive });
            added++;
        }

        return added;
    }

    private IEnumerable<(string UserName, Role Role, string Area)> Wanted()
    {
        foreach (var regency in areas.Regencies)
        {
            foreach (var (role, people) in Office)
            {
                for (var i = 1; i <= people; i++)
                {
                    yield return ($"{Codes.Of(role)}.{Digits(regency)}.{i}", role, regency);
                }
            }

            foreach (var district in areas.Districts(regency))
            {
                yield return ($"supervisor.{Digits(district.Code)}", Role.Supervisor, district.Code);
                foreach (var village in areas.Villages(district.Code))
                {
                    yield return ($"facilitator.{Digits(village.Code)}", Role.Facilitator, village.Code);
                }
            }
        }
    }

    private static StaffMember Make(string userName, Role role, string area, DateTime now)
    {
        var staff = new StaffMember
        {
            Id = DemoRandom.For(0, userName, 1).Id(LongAgo),
            UserName = userName,
            NormalizedUserName = userName.ToUpperInvariant(),
            Name = DemoPeople.StaffName(DemoRandom.For(0, userName, 0)),
            SecurityStamp = SetUpToken.New(),
            ReadsSensitive = ReadsSensitive.Contains(role),
            CreatedAt = now,
        };
        staff.Roles.Add(new StaffRole { Id = SequentialId.Next(now), StaffId = staff.Id, Role = role, AreaCode = area });
        return staff;
    }

    private static string Digits(string code) => code.Replace(".", "", StringComparison.Ordinal);
}
