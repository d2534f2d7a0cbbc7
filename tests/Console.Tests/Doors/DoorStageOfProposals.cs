using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Checks;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Proposals;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Visits;
using SlrtBot.TestKit;

namespace SlrtBot.Console.Tests.Doors;

/// <content>Proposals for the poverty data.</content>
internal sealed partial class DoorStage
{
    private static int _proposed = 10_000;

    /// <summary>In no list, visited, and the report is approved.</summary>
    public async Task<Scene> ProposableAsync() => Of(await ReloadAsync(await SeenAsync()));

    public async Task<Scene> ProposedAsync()
    {
        var (complaint, analyst) = (await SeenAsync(), TestData.Staff(Role.Analyst));
        var values = new Dictionary<string, string>(TestProposals.Add)
        {
            [ProposalFields.Name] = Reporter,
            [ProposalFields.NationalId] = $"32043752037{Interlocked.Increment(ref _proposed):D5}",
        };
        var proposal = await RunAsync<MakeProposal, Proposal>(analyst, (act, by, cancel) => act.DoAsync(new(NewId(), complaint.Id, Codes.Of(ProposalKind.Add), values), analyst, by, cancel));
        return Of(await ReloadAsync(complaint)).With("id", $"{proposal.Id}").With("version", $"{proposal.Version}");
    }

    private async Task<Complaint> SeenAsync()
    {
        await StoredAsync(List($"32043752038{Interlocked.Increment(ref _proposed):D5}", "Orang Jauh"));
        var (scene, visit, facilitator) = await PlanAsync();
        await FillAsync(visit, facilitator);
        var approver = TestData.Staff(Role.Supervisor, "32.04.44");
        await RunAsync<SendVisit, Visit>(facilitator, async (act, by, cancel) => await act.DoAsync(new(visit.Id, await VersionAsync(visit)), facilitator, by, cancel));
        await RunAsync<DecideVisit, Visit>(
            approver, async (act, by, cancel) => await act.DoAsync(new(visit.Id, await VersionAsync(visit), VisitWorkflow.Approve, [], null), approver, by, cancel));
        var id = Guid.Parse(scene.Values["complaint"]);
        var analyst = TestData.Staff(Role.Analyst);
        await RunAsync<CheckComplaint, CheckSheet>(analyst, (act, by, cancel) => act.DoAsync(id, analyst, by, cancel));
        return await site.ReadAsync(db => db.Complaints.SingleAsync(c => c.Id == id));
    }
}
