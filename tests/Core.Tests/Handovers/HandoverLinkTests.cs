using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Handovers;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Tasks;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Handovers;

public sealed class HandoverLinkTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_centre_answers_over_a_link_and_its_question_comes_back_to_the_manager(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var desks = await HandoverDesksOf.WorkAsync(database);
        var complaint = await desks.AtManagerAsync();
        var (handover, secret) = (await desks.HandOnAsync(complaint, desks.Manager, HandoverDesk.Centre)).Value;

        // Act
        var unsigned = await desks.AnswerByLinkAsync(secret!, HandoverWorkflow.Accept, who: "");
        var accepted = await desks.AnswerByLinkAsync(secret!, HandoverWorkflow.Accept);
        var held = (await database.ReloadAsync(complaint)).HeldOutside;
        var returned = await desks.AnswerByLinkAsync(secret!, HandoverWorkflow.Return, "Berapa NIK-nya?");
        var late = await desks.AnswerByLinkAsync(secret!, HandoverWorkflow.Answer, "Sudah.");

        // Assert
        Assert.Equal(HandoverWorkflow.Who, Assert.Single(unsigned.Refusals).Field);
        Assert.Equal((HandoverStatus.Accepted, true, OutsideOffice.Centre), (accepted.Value.Status, accepted.Value.IsRunning, held));
        Assert.Equal(HandoverStatus.Returned, returned.Value.Status);
        Assert.Equal("link_over", Assert.Single(late.Refusals).Code);
        var owned = await database.ReloadAsync(complaint);
        Assert.Equal((ComplaintStatus.ManagerDecision, (OutsideOffice?)null), (owned.Status, owned.HeldOutside));
        Assert.Equal(TaskKind.HandoverQuestion, (await database.ReadAsync(db => db.WorkTasks.SingleAsync(t => t.Id == handover.Id))).Kind);
        Assert.Equal(["complaint_handover.sent", "complaint_handover.accepted", "complaint_handover.returned"], await database.AuditedAsync(handover.Id));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_link_that_expired_or_was_renewed_serves_no_more(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var desks = await HandoverDesksOf.WorkAsync(database);
        var complaint = await desks.AtManagerAsync();
        var (handover, first) = (await desks.HandOnAsync(complaint, desks.Manager, HandoverDesk.Centre)).Value;
        var second = (await database.Units.RunAsync<RenewLink, string>(
            (act, cancel) => act.DoAsync(handover.Id, desks.Manager, Provenance.Staff(desks.Manager.StaffId, database.Clock.UtcNow), cancel),
            CancellationToken.None)).Value;

        // Act
        var old = await desks.AnswerByLinkAsync(first!, HandoverWorkflow.Accept);
        var unknown = await desks.AnswerByLinkAsync("bukan-tautan", HandoverWorkflow.Accept);
        database.Clock.Advance(TimeSpan.FromDays(30));
        var expired = await desks.AnswerByLinkAsync(second, HandoverWorkflow.Accept);

        // Assert
        Assert.Equal("link_over", Assert.Single(old.Refusals).Code);
        Assert.Equal(RefusalKind.NotFound, Assert.Single(unknown.Refusals).Kind);
        Assert.Equal("link_over", Assert.Single(expired.Refusals).Code);
        Assert.Equal(HandoverStatus.Sent, (await desks.ReloadAsync(handover)).Status);
    }
}
