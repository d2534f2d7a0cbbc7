using System.Text;
using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Settings;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Tests.Doors;

/// <content>Accounts that an administrator decides about.</content>
internal sealed partial class DoorStage
{
    private const string Why = "surat tugas nomor tujuh";

    /// <summary>A supervisor with a line in the log, and a colleague who may stand in.</summary>
    public async Task<Scene> ColleagueAsync()
    {
        var staff = await site.StaffAsync(Role.Supervisor, "32.04.37");
        var other = await site.StaffAsync(Role.Administrator);
        await ActAsync<SetAbsence>(other, async (act, who, by) => await act.DoAsync(new(new(staff.Id, Guid.Empty), Day(30), Day(31), Why), who, by, default));
        return await OfAsync(staff, (await site.StaffAsync(Role.Facilitator, "32.04.37.2001")).Id);
    }

    public async Task<Scene> LinkedColleagueAsync()
    {
        var scene = await ColleagueAsync();
        var conversation = await site.ConversationAsync();
        await site.AddAsync(new StaffChat { Id = NewId(), StaffId = Guid.Parse(scene.Values["id"]), ConversationId = conversation.Id, LinkedAt = site.Clock.UtcNow });
        return scene;
    }

    public async Task<Scene> AwayAsync()
    {
        var scene = await ColleagueAsync();
        var id = Guid.Parse(scene.Values["id"]);
        return scene.With("absence", $"{await site.ReadAsync(db => db.StaffAbsences.Where(a => a.StaffId == id).Select(a => a.Id).SingleAsync())}");
    }

    /// <summary>The colleague of the scene is the deputy, for some days.</summary>
    public async Task<Scene> DeputisingAsync()
    {
        var scene = await ColleagueAsync();
        var (absent, deputy) = (Guid.Parse(scene.Values["id"]), Guid.Parse(scene.Values["deputy"]));
        var other = await site.StaffAsync(Role.Administrator);
        await ActAsync<GiveDeputy>(other, async (act, who, by) => await act.DoAsync(
            new(new(absent, Guid.Parse(scene.Values["seen"])), Guid.Parse(scene.Values["role"]), deputy, Day(1), Day(9), Why), who, by, default));
        var role = await site.ReadAsync(db => db.StaffRoles.SingleAsync(r => r.StaffId == deputy && r.StandsInFor != null));
        return scene.With("role", $"{role.Id}").With("seen", $"{await LastAsync(deputy)}");
    }

    /// <summary>Somebody on the duty list.</summary>
    public async Task<Scene> OnDutyAsync()
    {
        var (id, other) = (NewId(), await site.StaffAsync(Role.Administrator));
        await ActAsync<AddDuty>(other, async (act, who, by) => await act.DoAsync(new(id, "32.04.37", null, "Asep", "081234567890", null, null, null, Why), who, by, default));
        return Nothing().With("duty", $"{id}");
    }

    public async Task<Scene> LeftAsync()
    {
        var scene = await ColleagueAsync();
        var id = Guid.Parse(scene.Values["id"]);
        var other = await site.StaffAsync(Role.Administrator);
        await ActAsync<DeactivateStaffMember>(other, async (act, who, by) => await act.DoAsync(new AccountSeen(id, Guid.Parse(scene.Values["seen"])), Why, who, by, default));
        return scene.With("seen", $"{await LastAsync(id)}");
    }

    /// <summary>Lists as the preview carries them: one that is right, one that is not.</summary>
    public Scene StaffList() => Nothing()
        .With("list", Carried($"user,name,role,area\nsiti.{NewId():N},Siti,facilitator,32.04.37.2001"))
        .With("wrong", Carried("user,name,role,area\nsiti.x,,zzz,32.05"));

    private static string Carried(string list) => Convert.ToBase64String(Encoding.UTF8.GetBytes(list));

    private async Task<Scene> OfAsync(StaffMember staff, Guid deputy) => Nothing()
        .With("id", $"{staff.Id}").With("seen", $"{await LastAsync(staff.Id)}").With("role", $"{staff.Roles[0].Id}").With("deputy", $"{deputy}")
        .With("personal", Why);

    private Task<Guid> LastAsync(Guid id) => site.ReadAsync(db => db.StaffDecisions.Where(d => d.StaffId == id).OrderByDescending(d => d.Id).Select(d => d.Id).FirstAsync());

    private DateOnly Day(int after) => site.Today.AddDays(after);

    private async Task ActAsync<TAct>(StaffMember actor, Func<TAct, StaffScope, Provenance, Task<Outcome<Done>>> act)
        where TAct : notnull
    {
        var scope = StaffScope.Of(actor, site.Today) with { ConfirmedAt = site.Clock.UtcNow };
        var outcome = await site.Units.RunAsync<TAct, Done>((found, _) => act(found, scope, Provenance.Staff(actor.Id, site.Clock.UtcNow)), default);
        Assert.True(outcome.Succeeded, string.Join(' ', outcome.Refusals.Select(r => r.Code)));
    }
}
