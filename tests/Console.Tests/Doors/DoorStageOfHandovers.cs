using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Moves;
using SlrtBot.Core.Handovers;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Tellings;
using SlrtBot.TestKit;

namespace SlrtBot.Console.Tests.Doors;

/// <content>Complaints on their way between desks.</content>
internal sealed partial class DoorStage
{
    private const string Asked = "Mohon dibantu memperbaiki rumahnya";

    /// <summary>At the manager's desk, and nobody's yet.</summary>
    public async Task<Scene> AtManagerAsync()
    {
        var complaint = await site.LodgeAsync(name: Reporter);
        await MoveAsync(complaint, "review");
        await TestData.AnalyseAsync(site.Units, complaint, site.Clock.UtcNow);
        complaint = await ReloadAsync(complaint);
        var staff = TestData.Staff(Role.Manager);
        await site.Units.RunAsync<MoveComplaint, Complaint>(
            (act, cancel) => act.DoAsync(
                new(complaint.Id, complaint.Version, "propose", Note: "Perlu keputusan"), staff, Provenance.Staff(staff.StaffId, site.Clock.UtcNow), cancel), default);
        return Of(await ReloadAsync(complaint));
    }

    /// <summary>Lodged where somebody works in review and analysis.</summary>
    public async Task<Scene> BesideReviewAsync()
    {
        _ = await ActorAsync(Role.Analyst);
        return await LodgedAsync();
    }

    /// <summary>From the village to the manager.</summary>
    public async Task<Scene> HandedOnAsync()
    {
        var complaint = await site.LodgeAsync(name: Reporter);
        var facilitator = StaffScope.Of(await site.StaffAsync(Role.Facilitator, TestData.Village), site.Today);
        return await HandOnAsync(complaint, facilitator, HandoverDesk.Manager);
    }

    /// <summary>From the one who acts to the national secretariat.</summary>
    public async Task<Scene> HandedOutAsync(Actor actor)
    {
        var scene = await AtManagerAsync();
        var complaint = await site.ReadAsync(db => db.Complaints.SingleAsync(c => c.Reference == scene.Values["reference"]));
        return await HandOnAsync(complaint, StaffScope.Of(actor.Staff!, site.Today), HandoverDesk.Centre);
    }

    public async Task<Scene> ReturnedAsync(Actor actor)
    {
        var scene = await HandedOutAsync(actor);
        await site.Units.RunAsync<AnswerByLink, Handover>(
            (act, cancel) => act.DoAsync(new(scene.Values["token"], HandoverWorkflow.Return, "Berapa lama?", "Rina"), Provenance.Link(site.Clock.UtcNow), cancel), default);
        return scene;
    }

    /// <summary>For nobody of ours: what is asked is all that they read, and no name.</summary>
    public async Task<Scene> LinkedAsync() => (await HandedOutAsync(await ActorAsync(Role.Manager))).With("personal", Reporter);

    public async Task<Scene> ToTellAsync()
    {
        var complaint = await site.LodgeAsync(name: Reporter);
        var staff = TestData.Staff(Role.Manager);
        await site.Units.RunAsync<TellInPerson, Complaint>(
            (act, cancel) => act.DoAsync(new(complaint.Id, "Datang ke kantor hari Senin"), staff, Provenance.Staff(staff.StaffId, site.Clock.UtcNow), cancel), default);
        return Of(complaint).With("id", $"{await site.ReadAsync(db => db.Tellings.Where(t => t.ComplaintId == complaint.Id).Select(t => t.Id).SingleAsync())}");
    }

    private async Task<Scene> HandOnAsync(Complaint complaint, StaffScope sender, HandoverDesk to)
    {
        var input = new HandOnInput(NewId(), complaint.Id, complaint.Version, to, "cannot_solve", Asked, site.Today.AddDays(7));
        var handed = (await site.Units.RunAsync<HandOnComplaint, HandedOver>(
            (act, cancel) => act.DoAsync(input, sender, Provenance.Staff(sender.StaffId, site.Clock.UtcNow), cancel), default)).Value;
        return Of(complaint).With("id", $"{handed.Handover.Id}").With("version", $"{handed.Handover.Version}").With("token", handed.Secret ?? "").With("personal", Asked);
    }
}
