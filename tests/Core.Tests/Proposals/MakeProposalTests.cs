using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Proposals;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Tasks;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Proposals;

/// <summary>After check and visit somebody is proposed, once; whoever has a chat reads it, and the village finds a task.</summary>
public sealed class MakeProposalTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Who_is_in_no_list_is_proposed_after_a_visit_and_reads_it(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var chat = await database.ConversationAsync();
        var complaint = await database.CheckedAsync(conversation: chat.Id);

        // Act
        var proposal = (await database.ProposeAsync(complaint, ProposalKind.Add, TestProposals.Add)).Value;

        // Assert
        Assert.Equal((ProposalPath.Update, ProposalStatus.Collected, true), (proposal.Path, proposal.Status, proposal.VisitId is not null));
        var said = (await database.SaidAsync(chat.Id))[^1];
        Assert.Contains("kami usulkan masuk data kesejahteraan", said, StringComparison.Ordinal);
        Assert.Contains("Usulan bukan janji bantuan", said, StringComparison.Ordinal);
        Assert.DoesNotContain(TestProposals.Nik, said, StringComparison.Ordinal);
        var task = await database.ReadAsync(db => db.WorkTasks.SingleAsync(t => t.Id == proposal.Id));
        Assert.Equal((TaskKind.Deliberate, Role.Facilitator, 14), (task.Kind, task.DeskRole, task.DueOn.Day));
        Assert.Equal(["proposal.made"], await database.AuditedAsync(proposal.Id));
        var act = await database.ReadAsync(db => db.AuditActs.SingleAsync(a => a.SubjectId == proposal.Id));
        Assert.Contains("not_listed", act.Data, StringComparison.Ordinal);
        Assert.DoesNotContain(TestProposals.Nik, act.Data + proposal.Facts, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nobody_is_proposed_unseen_unless_a_life_is_in_danger(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var complaint = await database.CheckedAsync(visited: false);

        // Act
        var unseen = await database.ProposeAsync(complaint, ProposalKind.Add, TestProposals.Add);
        var danger = await database.ProposeAsync(complaint, ProposalKind.Add, With(TestProposals.Add, (ProposalFields.Exception, "life_threatening"), (ProposalFields.Programme, "atensi")));

        // Assert
        Assert.Equal("proposal_unseen", Assert.Single(unseen.Refusals).Code);
        Assert.Equal(ProposalPath.Programme, danger.Value.Path);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_wrong_letter_is_seen_on_a_paper_and_a_death_at_the_house(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var complaint = await database.CheckedAsync(visited: false, lines: TestLists.Line(TestProposals.Nik, "SITI CONTOH"));

        // Act
        var dead = await database.ProposeAsync(complaint, ProposalKind.Remove, TestProposals.Remove);
        var name = await database.ProposeAsync(complaint, ProposalKind.Correct, TestProposals.Correct);
        var seenAtHome = await database.ProposeAsync(complaint, ProposalKind.Correct, With(TestProposals.Correct, (ProposalFields.Evidence, "visit")));

        // Assert
        Assert.Equal("proposal_unseen", Assert.Single(dead.Refusals).Code);
        Assert.True(name.Succeeded);
        Assert.Equal("proposal_unseen", Assert.Single(seenAtHome.Refusals).Code);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_double_press_proposes_once_and_a_second_complaint_of_the_same_person_does_not(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var (complaint, other) = (await database.CheckedAsync(), await database.CheckedAsync());
        var id = SequentialId.Next(database.Clock.UtcNow);

        // Act
        var first = await database.ProposeAsync(complaint, ProposalKind.Add, TestProposals.Add, id: id);
        var again = await database.ProposeAsync(complaint, ProposalKind.Add, TestProposals.Add, id: id);
        var twice = await database.ProposeAsync(other, ProposalKind.Add, TestProposals.Add);
        var stolen = await database.ProposeAsync(other, ProposalKind.Add, TestProposals.Add, id: id);

        // Assert
        Assert.Equal(first.Value.Id, again.Value.Id);
        Assert.Equal("proposal_runs", Assert.Single(twice.Refusals).Code);
        Assert.Equal(RefusalKind.NotFound, Assert.Single(stolen.Refusals).Kind);
        Assert.Equal(1, await database.ReadAsync(db => db.Proposals.CountAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Name_number_and_address_come_from_the_complaint_where_nothing_is_typed(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var complaint = await database.CheckedAsync();
        var values = TestProposals.Add.Where(v => v.Key is not (ProposalFields.Name or ProposalFields.NationalId)).ToDictionary();

        // Act
        var proposal = (await database.ProposeAsync(complaint, ProposalKind.Add, values)).Value;

        // Assert
        var sheet = await database.AskAsync<IServiceProvider, ProposalSheet>(async services => await services.GetRequiredService<Views>().ShowAsync(
            (await services.GetRequiredService<ProposalQueries>().FindAsync(proposal.Id, TestProposals.Analyst, default))!, Provenance.Staff(TestProposals.Analyst.StaffId, database.Clock.UtcNow), default));
        Assert.Equal((TestProposals.Name, TestProposals.Nik), (sheet[ProposalFields.Name], sheet[ProposalFields.NationalId]));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_may_not_analyse_or_see_it_proposes_nothing_and_nothing_is_proposed_from_what_is_about_one_of_ours(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var complaint = await database.CheckedAsync();
        var village = TestData.Staff(Role.Facilitator, complaint.VillageCode);
        var settled = await database.CheckedAsync();
        await database.MoveAsync(settled, ComplaintWorkflow.ServeDirectly, TestData.Staff(Role.Manager), "Sudah dibantu.");

        // Act
        var outcomes = new[]
        {
            await database.ProposeAsync(complaint, ProposalKind.Add, TestProposals.Add, TestData.Staff(Role.Analyst, "32.17")),
            await database.ProposeAsync(complaint, ProposalKind.Add, TestProposals.Add, village),
            await database.ProposeAsync(settled, ProposalKind.Add, TestProposals.Add),
        };

        // Assert
        Assert.Equal(["not_found", "forbidden", "proposal_not_here"], outcomes.Select(o => Assert.Single(o.Refusals).Code));
    }

    private static Dictionary<string, string> With(IReadOnlyDictionary<string, string> values, params (string Field, string Value)[] changed)
    {
        var with = new Dictionary<string, string>(values);
        foreach (var (field, value) in changed)
        {
            with[field] = value;
        }

        return with;
    }
}
