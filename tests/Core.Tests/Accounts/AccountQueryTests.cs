using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Accounts;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Queue;
using SlrtBot.Core.Complaints.Sheets;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Talks;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Accounts;

/// <summary>What administrators are shown of accounts, of work in a name and of desks without anybody.</summary>
public sealed class AccountQueryTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_in_the_name_of_who_left_is_what_the_preview_said(DatabaseProvider provider)
    {
        // Arrange
        await using var stage = await AccountStage.OpenAsync(provider);
        var database = stage.Database;
        var (administrator, siti) = (await stage.AddAsync("dedi", Role.Administrator), await stage.AddAsync("siti", Role.Frontoffice));
        var received = await database.LodgeAsync(TestData.Story());
        var reviewed = await database.LodgeAsync(TestData.Story() with { DraftId = SequentialId.Next(database.Clock.UtcNow) });
        _ = await database.MoveAsync(reviewed, "review", TestData.Staff(Role.Manager));
        var conversation = await database.ConversationAsync();
        foreach (var complaint in new[] { received, reviewed })
        {
            _ = await stage.ActAsync<AssignComplaint, Complaint>(siti, (act, who, by) => act.DoAsync(complaint.Id, true, who, by, default));
        }

        _ = await stage.ActAsync<TakeOver, Talk>(siti, (act, who, by) => act.DoAsync(conversation.Id, who, by, default));

        // Act
        var before = await InNameAsync(stage, siti);
        var left = await stage.LeaveAsync(administrator, siti);
        var after = await InNameAsync(stage, siti);

        // Assert
        Assert.True(left.Succeeded);
        Assert.Equal(
            [(Role.Frontoffice, 1), (Role.Analyst, 1)], before.Work.OrderBy(w => w.Desk!.Role).Select(w => (w.Desk!.Role, w.Complaints)));
        Assert.Equal((2, 1, 0, 0), (before.Complaints, before.Talks, after.Complaints, after.Talks));
        Assert.Equal(0, await database.ReadAsync(db => db.Complaints.CountAsync(c => c.AssignedTo != null)));
        var talk = await database.ReadAsync(db => db.Talks.SingleAsync());
        Assert.Equal((TalkState.Requested, null), (talk.State, talk.TakenBy));
        Assert.False((await database.ReadAsync(db => db.Conversations.SingleAsync(c => c.Id == conversation.Id))).WithOfficer);
        Assert.Contains("tidak bertugas lagi", (await database.SaidAsync(conversation.Id))[^1], StringComparison.Ordinal);
        Assert.Contains("handover.handed_back", await database.AuditedAsync(conversation.Id));
        var next = await stage.ActAsync<TakeOver, Talk>(TestData.Staff(Role.Manager), (act, who, by) => act.DoAsync(conversation.Id, who, by, default));
        Assert.True(next.Succeeded);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Accounts_are_found_by_name_role_area_and_state_inside_the_own_area_alone(DatabaseProvider provider)
    {
        // Arrange
        await using var stage = await AccountStage.OpenAsync(provider);
        var administrator = await stage.AddAsync("dedi", Role.Administrator);
        var (siti, yayan) = (await stage.AddAsync("siti", Role.Facilitator, AccountStage.Village), await stage.AddAsync("yayan", Role.Supervisor, AccountStage.District));
        await stage.AddAsync("asep", Role.Manager, AccountStage.Elsewhere);
        await stage.AddAsync("ujang", Role.Province, "32");
        _ = await stage.LeaveAsync(administrator, yayan);

        // Act, Assert
        Assert.Equal(["dedi", "siti", "yayan"], await FoundAsync(new(Shown: AccountsShown.All)));
        Assert.Equal(["siti"], await FoundAsync(new("AMA SIT")));
        Assert.Equal(["siti"], await FoundAsync(new(Role: Role.Facilitator)));
        Assert.Equal(["siti", "yayan"], await FoundAsync(new(AreaCode: AccountStage.District, Shown: AccountsShown.All)));
        Assert.Equal(["yayan"], await FoundAsync(new(Shown: AccountsShown.Left)));
        Assert.Equal(["dedi", "siti"], await FoundAsync(new(Shown: AccountsShown.NeverSignedIn)));
        Assert.Equal([], await FoundAsync(new(AreaCode: AccountStage.Elsewhere)));
        Assert.Equal([], await FoundAsync(new(Page: int.MaxValue)));
        Assert.Null(await Query(stage).FindAsync((await stage.Database.ReadAsync(db => db.StaffMembers.SingleAsync(s => s.UserName == "asep"))).Id, administrator, stage.Today, default));
        Assert.NotNull(await Query(stage).FindAsync(siti.StaffId, administrator, stage.Today, default));

        async Task<IEnumerable<string>> FoundAsync(AccountFilter filter)
        {
            await using var scope = stage.Database.Services.CreateAsyncScope();
            var list = scope.ServiceProvider.GetRequiredService<AccountList>();
            var (rows, _) = await list.PageAsync(filter, administrator, stage.Today, default);
            Assert.True(filter.Page > 1 || rows.Count == await list.CountAsync(filter, administrator, stage.Today, default));
            return rows.Select(r => r.UserName);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_desk_without_anybody_is_named_until_somebody_sits_there(DatabaseProvider provider)
    {
        // Arrange
        await using var stage = await AccountStage.OpenAsync(provider);
        var administrator = await stage.AddAsync("dedi", Role.Administrator);

        // Act
        var empty = await GapsAsync(stage);
        await stage.AddAsync("siti", Role.Frontoffice);
        await stage.AddAsync("rani", Role.Analyst);
        await stage.AddAsync("tuti", Role.Manager, sensitive: true);
        var supervisor = await stage.AddAsync("yayan", Role.Supervisor, AccountStage.District);
        await stage.AddAsync("dodi", Role.Facilitator, AccountStage.Village);
        var staffed = await GapsAsync(stage);
        var seen = await stage.SeenAsync(supervisor);
        _ = await stage.ActAsync<SetAbsence, Done>(administrator, (act, who, by) => act.DoAsync(new(seen, stage.Today, stage.Today, null), who, by, default));
        var away = await GapsAsync(stage);

        // Assert
        Assert.Equal((34, 280), (empty.Still, empty.Villages));
        Assert.Equal((30, 279), (staffed.Still, staffed.Villages));
        Assert.Equal(DeskGap.Unseeing, Assert.Single(staffed.Desks, d => d.AreaCode == AccountStage.District).Gap);
        Assert.Equal(DeskGap.Away, Assert.Single(away.Desks, d => d.AreaCode == AccountStage.District).Gap);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_resident_reads_the_deputys_desk_on_the_deputys_days_alone(DatabaseProvider provider)
    {
        // Arrange
        await using var stage = await AccountStage.OpenAsync(provider);
        var administrator = await stage.AddAsync("dedi", Role.Administrator);
        var (analyst, siti) = (await stage.AddAsync("rani", Role.Analyst), await stage.AddAsync("siti", Role.Backoffice));
        var complaint = await stage.Database.LodgeAsync(TestData.Story());
        _ = await stage.Database.MoveAsync(complaint, "review", TestData.Staff(Role.Manager));
        _ = await stage.ActAsync<AssignComplaint, Complaint>(siti, (act, who, by) => act.DoAsync(complaint.Id, true, who, by, default));
        var (seen, role) = (await stage.SeenAsync(analyst), (await stage.AccountAsync(analyst)).Roles[0]);
        _ = await stage.ActAsync<GiveDeputy, Done>(administrator, (act, who, by) => act.DoAsync(new(seen, role.Id, siti.StaffId, stage.Today, stage.Today, "cuti"), who, by, default));

        // Act
        var during = await DeskAsync();
        stage.Database.Clock.Advance(TimeSpan.FromDays(1));
        var after = await DeskAsync();

        // Assert
        Assert.Equal((Role.Analyst, Role.Backoffice), (during, after));

        async Task<Role> DeskAsync()
        {
            await using var scope = stage.Database.Services.CreateAsyncScope();
            return (await scope.ServiceProvider.GetRequiredService<StandingQueries>().OfAsync(await stage.Database.ReloadAsync(complaint), default)).Desk!.Role;
        }
    }

    [Fact]
    public async Task Reasons_are_opened_for_the_page_and_the_look_is_written_down_first()
    {
        // Arrange
        await using var stage = await AccountStage.OpenAsync(DatabaseProvider.Sqlite);
        var (administrator, siti) = (await stage.AddAsync("dedi", Role.Administrator), await stage.AddAsync("siti", Role.Analyst));
        _ = await stage.LeaveAsync(administrator, siti, "pindah ke Garut");
        await using var scope = stage.Database.Services.CreateAsyncScope();

        // Act
        var unseen = await scope.ServiceProvider.GetRequiredService<AccountQueries>().FindAsync(siti.StaffId, administrator, stage.Today, default);
        var page = await scope.ServiceProvider.GetRequiredService<Views>().ShowAsync(unseen!, Provenance.Staff(administrator.StaffId, stage.Database.Clock.UtcNow), default);

        // Assert
        Assert.Equal("pindah ke Garut", page.Log[0].Words);
        Assert.Equal("Nama dedi", page.Log[0].By);
        Assert.Equal(["staff.added", "staff.deactivated", "staff.viewed"], await stage.Database.AuditedAsync(siti.StaffId));
    }

    private static AccountQueries Query(AccountStage stage) => stage.Database.Services.CreateScope().ServiceProvider.GetRequiredService<AccountQueries>();

    private static async Task<InName> InNameAsync(AccountStage stage, StaffScope of)
    {
        await using var scope = stage.Database.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<WorkInName>().OfAsync(of.StaffId, default);
    }

    private static async Task<DeskGaps> GapsAsync(AccountStage stage)
    {
        await using var scope = stage.Database.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<EmptyDesks>().FindAsync(null, stage.Today, default);
    }
}
