using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;

namespace SlrtBot.Core.Tests.Accounts;

/// <summary>Accounts of two regencies and acts of an administrator on them.</summary>
internal sealed class AccountStage : IAsyncDisposable
{
    public const string Regency = "32.04";
    public const string District = "32.04.37";
    public const string Village = "32.04.37.2001";
    public const string Elsewhere = "32.05";

    private AccountStage(TestDatabase database) => Database = database;

    public TestDatabase Database { get; }

    public DateOnly Today => LocalDay.Of(Database.Clock.UtcNow, Database.Services.GetRequiredService<AreaCatalogue>().HomeZone);

    public static async Task<AccountStage> OpenAsync(DatabaseProvider provider) => new(await TestData.WithAreasAsync(provider));

    /// <returns>The account as its own scope, to act with.</returns>
    public async Task<StaffScope> AddAsync(string user, Role role, string area = Regency, bool sensitive = false)
    {
        var added = await Database.Units.RunAsync<AddStaffMember, StaffAdded>(
            (act, cancel) => act.DoAsync(new NewStaffMember(user, $"Nama {user}", [role], area, sensitive), Cli, cancel), default);
        return new StaffScope(added.Value.Id, $"Nama {user}", sensitive, [(role, area)]);
    }

    public Task<StaffMember> AccountAsync(StaffScope of) =>
        Database.ReadAsync(db => db.StaffMembers.Include(s => s.Roles).SingleAsync(s => s.Id == of.StaffId));

    public async Task<AccountSeen> SeenAsync(StaffScope of) => new(of.StaffId, await Database.ReadAsync(db => db.StaffDecisions
        .Where(d => d.StaffId == of.StaffId).OrderByDescending(d => d.Id).Select(d => d.Id).FirstOrDefaultAsync()));

    public Task<Outcome<T>> ActAsync<TAct, T>(StaffScope actor, Func<TAct, StaffScope, Provenance, Task<Outcome<T>>> act)
        where TAct : notnull =>
        Database.Units.RunAsync<TAct, T>((found, _) => act(found, actor with { ConfirmedAt = actor.ConfirmedAt ?? Database.Clock.UtcNow }, Provenance.Staff(actor.StaffId, Database.Clock.UtcNow)), default);

    public async Task<Outcome<Done>> ChangeRolesAsync(StaffScope actor, StaffScope of, IReadOnlyCollection<Guid> keep, params RoleWanted[] add)
    {
        var seen = await SeenAsync(of);
        return await ActAsync<ChangeRoles, Done>(actor, (act, who, by) => act.DoAsync(new(seen, keep, add, "surat tugas 12"), who, by, default));
    }

    public async Task<Outcome<Done>> LeaveAsync(StaffScope actor, StaffScope of, string? reason = "pindah tugas")
    {
        var seen = await SeenAsync(of);
        return await ActAsync<DeactivateStaffMember, Done>(actor, (act, who, by) => act.DoAsync(seen, reason, who, by, default));
    }

    public Task<List<StaffDecision>> LogAsync(StaffScope of) =>
        Database.ReadAsync(db => db.StaffDecisions.Where(d => d.StaffId == of.StaffId).OrderBy(d => d.Id).ToListAsync());

    public string? Open(StaffDecision line) =>
        Database.Services.GetRequiredService<FieldCipher>().OpenOptional(line.Words, StaffDecision.Table, line.Id, "words");

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    private Provenance Cli => Provenance.Verb("staff add", Database.Clock.UtcNow);
}
