using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Moves;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Proposals;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Tasks;
using SlrtBot.Core.Tellings;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Proposals;

/// <summary>The way of a proposal after it was made: by its table, with papers, told at each step.</summary>
public sealed class ProposalMoveTests
{
    private static readonly Guid Paper = SequentialId.Next(DateTime.UnixEpoch);
    private static readonly StaffScope Coordinator = TestData.Staff(Role.Coordinator, "32.04.44.2002");
    private static readonly StaffScope Manager = TestData.Staff(Role.Manager);

    [Theory, OnSqlite, OnPostgres]
    public async Task From_the_village_to_the_ministry_and_back_each_step_is_told(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var chat = await database.ConversationAsync();
        var proposal = (await database.ProposeAsync(await database.CheckedAsync(conversation: chat.Id), ProposalKind.Add, TestProposals.Add)).Value;
        var before = (await database.SaidAsync(chat.Id)).Count;

        // Act
        await database.MoveAsync(proposal, ProposalWorkflow.PutOnAgenda, Coordinator, paper: Paper);
        await database.MoveAsync(proposal, ProposalWorkflow.Agree, Coordinator, paper: Paper);
        await database.MoveAsync(proposal, ProposalWorkflow.Send, Manager, paper: Paper);
        await database.MoveAsync(proposal, ProposalWorkflow.Accept, Manager, paper: Paper);

        // Assert
        var said = (await database.SaidAsync(chat.Id))[before..];
        Assert.Collection(
            said,
            s => Assert.Contains("musyawarah sudah menyetujui", s, StringComparison.Ordinal),
            s => Assert.Contains("sudah dikirim ke Kementerian Sosial", s, StringComparison.Ordinal),
            s => Assert.Contains("usulan data Anda diterima", s, StringComparison.Ordinal));
        Assert.All(said, s => Assert.DoesNotContain("akan menerima bantuan", s, StringComparison.OrdinalIgnoreCase));
        Assert.False(await database.ReadAsync(db => db.WorkTasks.AnyAsync(t => t.Id == proposal.Id)));
        var now = await database.ReloadAsync(proposal);
        Assert.Equal((ProposalStatus.Accepted, false), (now.Status, now.IsRunning));
        Assert.Equal(4, await database.ReadAsync(db => db.ProposalMoves.CountAsync(m => m.PaperId == Paper)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nothing_is_decided_without_a_paper_nor_by_whoever_may_not(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var proposal = (await database.ProposeAsync(await database.CheckedAsync(), ProposalKind.Add, TestProposals.Add)).Value;
        await database.MoveAsync(proposal, ProposalWorkflow.PutOnAgenda, Coordinator, paper: Paper);

        // Act
        var refusals = new[]
        {
            await database.MoveAsync(proposal, ProposalWorkflow.Agree, Coordinator),
            await database.MoveAsync(proposal, ProposalWorkflow.Refuse, Coordinator, paper: Paper),
            await database.MoveAsync(proposal, ProposalWorkflow.Agree, TestData.Staff(Role.Backoffice), paper: Paper),
            await database.MoveAsync(proposal, ProposalWorkflow.Accept, Manager, paper: Paper),
        };

        // Assert
        Assert.Equal(["required", "required", "forbidden", "no_such_move"], refusals.Select(r => Assert.Single(r.Refusals).Code));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Withdrawn_with_a_reason_it_is_told_and_one_on_an_agenda_is_not_taken_back(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var chat = await database.ConversationAsync();
        var proposal = (await database.ProposeAsync(await database.CheckedAsync(conversation: chat.Id), ProposalKind.Add, TestProposals.Add)).Value;
        await database.MoveAsync(proposal, ProposalWorkflow.PutOnAgenda, Coordinator, paper: Paper);

        // Act
        var onAgenda = await WithdrawAsync(database, proposal, "mistake");
        await database.MoveAsync(proposal, ProposalWorkflow.TakeOff, Coordinator, paper: Paper);
        var unsaid = await WithdrawAsync(database, proposal, "zzz");
        var stale = await WithdrawAsync(database, proposal, "mistake", version: 0);
        var outside = await WithdrawAsync(database, proposal, "mistake", TestData.Staff(Role.Analyst, "32.17"));
        var done = await WithdrawAsync(database, proposal, "mistake");
        var again = await WithdrawAsync(database, proposal, "mistake");

        // Assert
        Assert.Equal(["no_such_move", "required", "stale", "not_found"], new[] { onAgenda, unsaid, stale, outside }.Select(o => Assert.Single(o.Refusals).Code));
        Assert.Equal((ProposalStatus.Withdrawn, true), (done.Value.Status, again.Succeeded));
        Assert.Contains("dibatalkan petugas. Alasannya: ada kesalahan dalam usulan", (await database.SaidAsync(chat.Id))[^1], StringComparison.Ordinal);
        Assert.False(await database.ReadAsync(db => db.WorkTasks.AnyAsync(t => t.Id == proposal.Id)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_withdraws_the_complaint_is_not_proposed_and_is_not_told_so_again(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var chat = await database.ConversationAsync();
        var complaint = await database.CheckedAsync(conversation: chat.Id);
        var proposal = (await database.ProposeAsync(complaint, ProposalKind.Add, TestProposals.Add)).Value;
        var before = (await database.SaidAsync(chat.Id)).Count;

        // Act
        await database.Units.RunAsync<IServiceProvider, Complaint>(
            async (services, cancel) =>
            {
                var db = services.GetRequiredService<SlrtDbContext>();
                var now = await db.Complaints.SingleAsync(c => c.Id == complaint.Id, cancel);
                return await services.GetRequiredService<ApplyMove>().ApplyAsync(now, ComplaintWorkflow.Withdraw, new Given(Provenance.Resident(chat.Id, "telegram", database.Clock.UtcNow)), cancel);
            },
            default);

        // Assert
        Assert.Equal(ProposalStatus.Withdrawn, (await database.ReloadAsync(proposal)).Status);
        Assert.DoesNotContain((await database.SaidAsync(chat.Id))[before..], s => s.Contains("usulan", StringComparison.OrdinalIgnoreCase));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nobody_draws_what_a_meeting_decides_as_the_next_one(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var proposal = (await database.ProposeAsync(await database.CheckedAsync(), ProposalKind.Add, TestProposals.Add)).Value;
        Assert.Equal(1, await database.AskAsync<TaskQueries, int>(tasks => tasks.CountAsync(TaskList.Desk, Coordinator, default)));

        // Act
        var next = await database.RunAsync<TakeNextTask, NextTask>(Coordinator, (act, by, cancel) => act.DoAsync(Coordinator, by, cancel));

        // Assert
        Assert.Equal("nothing_waits", Assert.Single(next.Refusals).Code);
        Assert.Equal(proposal.Id, await database.ReadAsync(db => db.WorkTasks.Where(t => t.Kind == TaskKind.Deliberate).Select(t => t.Id).SingleAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_outcome_that_no_chat_takes_is_carried_with_its_words(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var proposal = (await database.ProposeAsync(await database.CheckedAsync(), ProposalKind.Add, TestProposals.Add)).Value;
        await database.MoveAsync(proposal, ProposalWorkflow.PutOnAgenda, Coordinator, paper: Paper);
        Assert.Equal(0, await database.ReadAsync(db => db.Tellings.CountAsync()));

        // Act
        await database.MoveAsync(proposal, ProposalWorkflow.Refuse, Coordinator, "lives_well", Paper);

        // Assert
        var telling = await database.ReadAsync(db => db.Tellings.SingleAsync());
        Assert.Equal(TellingReason.NoChat, telling.Reason);
        Assert.Contains(
            "keadaan keluarga dinilai sudah mampu", database.Services.GetRequiredService<FieldCipher>().Open(telling.Words!, Telling.Table, telling.Id, "words"), StringComparison.Ordinal);
    }

    private static Task<Outcome<Proposal>> WithdrawAsync(TestDatabase database, Proposal proposal, string reason, StaffScope? staff = null, int? version = null) =>
        database.RunAsync<WithdrawProposal, Proposal>(staff ?? TestProposals.Analyst, async (act, by, cancel) =>
            await act.DoAsync(new(proposal.Id, version ?? (await database.ReloadAsync(proposal)).Version, reason, null), staff ?? TestProposals.Analyst, by, cancel));
}
