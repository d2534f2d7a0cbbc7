using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Complaints.Intake;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Villages;
using SlrtBot.TestKit;

namespace SlrtBot.Core.Tests.Villages;

/// <summary>Acts of an administrator on villages of one sub-district, and what is there afterwards.</summary>
internal static class VillageActs
{
    public const string Nagrak = "32.04.44.2003";
    public const string Cangkuang = "32.04.44.2001";
    public const string Ciluncat = "32.04.44.2002";
    public const string New = "32.04.44.2090";
    public static readonly DateOnly Today = new(2026, 11, 23);
    public static readonly StaffScope Admin = TestData.Staff(Role.Administrator);

    public static Task<Outcome<Done>> RenameAsync(TestDatabase database, string code, string name, DateOnly day) =>
        RunAsync<RenameVillage>(database, async (act, by) => await act.DoAsync(new(await SeenAsync(database, code), name, day, " SK Bupati 7 "), Admin, by, default));

    public static Task<Outcome<Done>> EndAsync(TestDatabase database, string code, string successor, DateOnly day, Guid[] roles) =>
        RunAsync<EndVillage>(database, async (act, by) => await act.DoAsync(new(await SeenAsync(database, code), successor, day, roles, "Perda 3"), Admin, by, default));

    public static Task<Outcome<Done>> SplitAsync(TestDatabase database, string code, NewVillage[] made, bool goesOn, Guid[] roles, string? successor = null) =>
        RunAsync<SplitVillage>(database, async (act, by) => await act.DoAsync(new(await SeenAsync(database, code), made, goesOn, successor, Today, roles, "Perda 3"), Admin, by, default));

    public static Task<Outcome<Done>> BackAsync(TestDatabase database, string code) => RunAsync<TakeBackDecision>(database, async (act, by) =>
    {
        var log = await database.ReadAsync(db => db.AreaDecisions.Where(d => d.AreaCode == code).OrderByDescending(d => d.Id).ToListAsync());
        return await act.DoAsync(new(new(code, log[0].Id), TakeBackDecision.Standing(log)?.Id ?? Guid.Empty, "Keliru"), Admin, by, default);
    });

    public static async Task<Outcome<Done>> RunAsync<TAct>(TestDatabase database, Func<TAct, Provenance, Task<Outcome<Done>>> act)
        where TAct : notnull
    {
        var outcome = await database.Units.RunAsync<TAct, Done>((found, _) => act(found, Provenance.Staff(Admin.StaffId, database.Clock.UtcNow)), default);
        await database.Services.GetRequiredService<PrepareAreas>().LoadAsync(default);
        return outcome;
    }

    public static async Task<VillageSeen> SeenAsync(TestDatabase database, string code) =>
        new(code, await database.ReadAsync(db => db.AreaDecisions.Where(d => d.AreaCode == code).OrderByDescending(d => d.Id).Select(d => d.Id).FirstOrDefaultAsync()));

    public static async Task<StaffMember> StaffAsync(
        TestDatabase database, string name, string area, (Role Role, string Area)? more = null, Guid? standsInFor = null)
    {
        var staff = new StaffMember
        {
            Id = SequentialId.Next(database.Clock.UtcNow), UserName = name, NormalizedUserName = name.ToUpperInvariant(), Name = name, SecurityStamp = "x", CreatedAt = database.Clock.UtcNow,
        };
        DateOnly? until = standsInFor is null ? null : Today.AddDays(9);
        staff.Roles.Add(new StaffRole { Id = SequentialId.Next(database.Clock.UtcNow), StaffId = staff.Id, Role = Role.Coordinator, AreaCode = area, ValidFrom = standsInFor is null ? null : Today, ValidTo = until, StandsInFor = standsInFor });
        if (more is { } one)
        {
            staff.Roles.Add(new StaffRole { Id = SequentialId.Next(database.Clock.UtcNow), StaffId = staff.Id, Role = one.Role, AreaCode = one.Area });
        }

        await database.AddAsync([staff, .. staff.Roles]);
        return staff;
    }

    /// <summary>Areas, former names and roles, as they are in the tables; only the roles' own ids are others.</summary>
    public static Task<string> StateAsync(TestDatabase database) => database.ReadAsync(async db =>
    {
        var areas = await db.Areas.AsNoTracking().Where(a => a.ParentCode == "32.04.44").OrderBy(a => a.Code).ToListAsync();
        var names = await db.FormerNames.AsNoTracking().OrderBy(n => n.Id).ToListAsync();
        var roles = await db.StaffRoles.AsNoTracking().ToListAsync();
        return string.Join(
            '\n', areas.Select(a => $"{a.Code} {a.Name} {a.FoldedName} {a.ValidFrom} {a.ValidTo} {a.SuccessorCode} {a.OriginCode} {a.Point}")
                .Concat(names.Select(n => $"{n.AreaCode} {n.Name} {n.Until}"))
                .Concat(roles.Select(r => $"{r.StaffId} {r.Role} {r.AreaCode} {r.ValidFrom} {r.ValidTo} {r.StandsInFor}").Order(StringComparer.Ordinal)));
    });

    public static async Task<StaffScope> ScopeAsync(TestDatabase database, Guid staff) =>
        (await InScopeAsync<StaffQueries, StaffScope?>(database, q => q.ScopeOfAsync(staff, Today, default)))!;

    public static async Task<bool> SeesAsync(TestDatabase database, Guid staff, Guid complaint)
    {
        var scope = await ScopeAsync(database, staff);
        return await database.ReadAsync(db => db.Complaints.VisibleTo(scope).AnyAsync(c => c.Id == complaint));
    }

    public static async Task<T> InScopeAsync<TService, T>(TestDatabase database, Func<TService, Task<T>> ask)
        where TService : notnull
    {
        await using var scope = database.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public static Task<Outcome<Complaint>> RegisterAsync(TestDatabase database, string village)
    {
        var staff = TestData.Staff(Role.Frontoffice);
        var input = new RegisterComplaintInput
        {
            DraftId = SequentialId.Next(database.Clock.UtcNow), Channel = DeskChannel.Desk, Subject = Subject.Self, Name = "Entin Rahayu", Story = "Beras tidak datang", CategoryCode = "P1",
            VillageCode = village, Consent = ConsentGiver.Self, ConsentOn = Today,
        };
        return database.Units.RunAsync<RegisterComplaint, Complaint>((act, cancel) => act.DoAsync(input, staff, Provenance.Staff(staff.StaffId, database.Clock.UtcNow), cancel), default);
    }
}
