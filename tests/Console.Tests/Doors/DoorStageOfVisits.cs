using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Visits;
using SlrtBot.TestKit;

namespace SlrtBot.Console.Tests.Doors;

/// <content>Visits to a house.</content>
internal sealed partial class DoorStage
{
    /// <summary>Today, by the facilitator of the village.</summary>
    public async Task<Scene> PlannedVisitAsync() => (await PlanAsync()).Scene;

    public async Task<Scene> FilledVisitAsync()
    {
        var (scene, visit, facilitator) = await PlanAsync();
        await FillAsync(visit, facilitator);
        return await NowAsync(scene, visit);
    }

    public async Task<Scene> ReportedVisitAsync()
    {
        var (scene, visit, facilitator) = await PlanAsync();
        await FillAsync(visit, facilitator);
        var version = (await NowAsync(scene, visit)).Values["version"];
        await RunAsync<SendVisit, Visit>(facilitator, (act, by, cancel) => act.DoAsync(new(visit.Id, int.Parse(version, null)), facilitator, by, cancel));
        return await NowAsync(scene, visit);
    }

    /// <summary>Reported by the facilitator and approved: nobody lives there any more.</summary>
    public async Task<Scene> GoneVisitAsync()
    {
        var (scene, visit, facilitator) = await PlanAsync();
        await FillAsync(visit, facilitator, TestVisits.Gone(site.Today));
        var approver = TestData.Staff(Role.Supervisor, "32.04.44");
        await RunAsync<SendVisit, Visit>(facilitator, async (act, by, cancel) => await act.DoAsync(new(visit.Id, await VersionAsync(visit)), facilitator, by, cancel));
        await RunAsync<DecideVisit, Visit>(
            approver, async (act, by, cancel) => await act.DoAsync(new(visit.Id, await VersionAsync(visit), VisitWorkflow.Approve, [], null), approver, by, cancel));
        var complaint = Guid.Parse(scene.Values["complaint"]);
        var version = await site.ReadAsync(db => db.Complaints.Where(c => c.Id == complaint).Select(c => c.Version).SingleAsync());
        return (await NowAsync(scene, visit)).With("complaintversion", $"{version}");
    }

    public async Task<Scene> PhotographedAsync()
    {
        var (scene, visit, facilitator) = await PlanAsync();
        var id = NewId();
        await RunAsync<AddVisitPhoto, VisitPhoto>(
            facilitator, (act, by, cancel) => act.DoAsync(new(visit.Id, id, "image/jpeg", 1, id.ToByteArray(), null, null, null), facilitator, by, cancel));
        return (await NowAsync(scene, visit)).With("photoid", $"{id}");
    }

    private async Task<(Scene Scene, Visit Visit, StaffScope Facilitator)> PlanAsync()
    {
        var complaint = await site.LodgeAsync(name: Reporter);
        var facilitator = StaffScope.Of(await site.StaffAsync(Role.Facilitator, TestData.Village), site.Today);
        var input = new PlanVisitInput(NewId(), complaint.Id, site.Today, PartOfDay.Morning, null);
        var visit = await RunAsync<PlanVisit, Visit>(facilitator, (act, by, cancel) => act.DoAsync(input, facilitator, by, cancel));
        return (await NowAsync(Of(await ReloadAsync(complaint)), visit), visit, facilitator);
    }

    private async Task FillAsync(Visit visit, StaffScope facilitator, IReadOnlyDictionary<string, string?>? report = null)
    {
        foreach (var section in VisitFields.Sections)
        {
            var values = report ?? TestVisits.Whole(site.Today);
            await RunAsync<NoteSection, Visit>(facilitator, (act, by, cancel) => act.DoAsync(new(visit.Id, section, "", values), facilitator, by, cancel));
        }
    }

    private async Task<Scene> NowAsync(Scene scene, Visit visit)
    {
        return scene.With("id", $"{visit.Id}").With("version", $"{await VersionAsync(visit)}");
    }

    private Task<int> VersionAsync(Visit visit) => site.ReadAsync(db => db.Visits.Where(v => v.Id == visit.Id).Select(v => v.Version).SingleAsync());

    private async Task<T> RunAsync<TAct, T>(StaffScope staff, Func<TAct, Provenance, CancellationToken, Task<Outcome<T>>> act)
        where TAct : notnull =>
        (await site.Units.RunAsync<TAct, T>((found, cancel) => act(found, Provenance.Staff(staff.StaffId, site.Clock.UtcNow), cancel), default)).Value;
}
