using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Queue;
using SlrtBot.Core.Handovers;
using SlrtBot.Core.Jobs;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.TestKit;

/// <summary>The desks of one village up to the regency, with one person at each, and what they do with a complaint.</summary>
public sealed class HandoverDesksOf(TestDatabase database, StaffScope facilitator, StaffScope supervisor, StaffScope manager)
{
    public StaffScope Facilitator => facilitator;

    public StaffScope Supervisor => supervisor;

    public StaffScope Manager => manager;

    public static async Task<HandoverDesksOf> WorkAsync(TestDatabase database, string village = TestData.Village) => new(
        database,
        await HireAsync(database, "Asep Fasilitator", Role.Facilitator, village),
        await HireAsync(database, "Sri Supervisor", Role.Supervisor, AreaCode.ParentOf(village)!),
        await HireAsync(database, "Maman Manajer", Role.Manager, "32.04"));

    public static async Task<StaffScope> HireAsync(TestDatabase database, string name, Role role, string area)
    {
        var staff = await database.StaffMemberAsync(name, role, area);
        return new StaffScope(staff.Id, staff.Name, ReadsSensitive: false, [(role, area)]);
    }

    public async Task<Outcome<HandedOver>> HandOnAsync(Complaint complaint, StaffScope by, HandoverDesk to, Func<HandOnInput, HandOnInput>? with = null)
    {
        var now = await database.ReloadAsync(complaint);
        var input = new HandOnInput(
            SequentialId.Next(database.Clock.UtcNow), complaint.Id, now.Version, to, "cannot_solve", "Mohon dibantu.",
            DateOnly.FromDateTime(database.Clock.UtcNow).AddDays(3));
        return await HandOnAsync(with?.Invoke(input) ?? input, by);
    }

    public Task<Outcome<HandedOver>> HandOnAsync(HandOnInput input, StaffScope by) => database.Units.RunAsync<HandOnComplaint, HandedOver>(
        (act, cancel) => act.DoAsync(input, by, Provenance.Staff(by.StaffId, database.Clock.UtcNow), cancel), CancellationToken.None);

    public Task<Outcome<Handover>> AnswerAsync(Handover handover, StaffScope by, string verb, string? words = null, int? version = null) =>
        database.Units.RunAsync<AnswerHandover, Handover>(
            (act, cancel) => act.DoAsync(
                new(handover.Id, version ?? handover.Version, verb, words), by, Provenance.Staff(by.StaffId, database.Clock.UtcNow), cancel),
            CancellationToken.None);

    public Task<Outcome<Handover>> AnswerByLinkAsync(string secret, string verb, string? words = null, string? who = "Rina, Sekretariat") =>
        database.Units.RunAsync<AnswerByLink, Handover>((act, cancel) => act.DoAsync(new(secret, verb, words, who), Provenance.Link(database.Clock.UtcNow), cancel), CancellationToken.None);

    public Task LeaveAsync(StaffScope staff) => database.Units.RunAsync<DeactivateStaffMember, Done>(
        (act, cancel) => act.DoAsync(new StaffLeaves(staff.StaffId, "pindah tugas"), Provenance.Verb("staff deactivate", database.Clock.UtcNow), cancel), CancellationToken.None);

    public Task TickAsync(string job) => database.Services.GetRequiredService<JobRunner>().RunAsync(job, CancellationToken.None);

    public Task<Handover> ReloadAsync(Handover handover) => database.ReadAsync(db => db.Handovers.SingleAsync(h => h.Id == handover.Id));

    /// <summary>The field's entrance: the facilitator takes it and begins with a visit.</summary>
    public async Task<Complaint> InFieldAsync(Guid? conversationId = null)
    {
        var complaint = await database.LodgeAsync(TestData.Story(conversationId));
        await database.Units.RunAsync<AssignComplaint, Complaint>(
            (act, cancel) => act.DoAsync(complaint.Id, take: true, Facilitator, Provenance.Staff(Facilitator.StaffId, database.Clock.UtcNow), cancel),
            CancellationToken.None);
        Assert.True((await database.PlanAsync(complaint, Facilitator)).Succeeded);
        return complaint;
    }

    public async Task<Complaint> AtManagerAsync()
    {
        var complaint = await InFieldAsync();
        var handover = (await HandOnAsync(complaint, Facilitator, HandoverDesk.Manager)).Value.Handover;
        Assert.True((await AnswerAsync(handover, Manager, HandoverWorkflow.Accept)).Succeeded);
        return complaint;
    }
}
