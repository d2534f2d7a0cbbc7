using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Complaints.Queue;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Referrals;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Talks;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Complaints;

/// <summary>Who sees a complaint about an official: every role against every level, in queries and in single looks alike.</summary>
public sealed class SightTests
{
    private const string District = "32.04.44";

    /// <summary>Who, holding <c>sensitive.read</c>, sees complaints about which levels of the village.</summary>
    private static readonly (StaffScope Who, Concern[] Sees)[] Matrix =
    [
        (Of(Role.Facilitator, TestData.Village), []),
        (Of(Role.Coordinator, TestData.Village), []),
        (Of(Role.Frontoffice, TestData.Village), []),
        (Of(Role.Supervisor, District), [Concern.VillageOffice]),
        (Of(Role.Supervisor, "32.04.37"), []),
        (Of(Role.Analyst, "32.04"), [Concern.VillageOffice]),
        (Of(Role.Backoffice, "32.04"), [Concern.VillageOffice]),
        (Of(Role.Manager, "32.04"), [Concern.VillageOffice, Concern.DistrictSupervisor, Concern.RegencyOffice]),
        (Of(Role.Administrator, "32.04"), [Concern.Manager]),
        (Of(Role.Province, "32"), []),
        (Of(Role.Overseer, "32"), []),
    ];

    [Theory, OnSqlite, OnPostgres]
    public async Task Each_role_sees_what_lies_below_it_and_nothing_of_its_own_level(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var complaints = await LodgeAllAsync(database);

        foreach (var (who, sees) in Matrix)
        {
            // Act
            var found = await FoundAsync(database, who);
            var covered = complaints.Where(c => who.Covers(ComplaintKey.Of(c))).Select(c => c.Concerns!.Value);

            // Assert
            Assert.True(sees.SequenceEqual(found), $"{who.Name}: {string.Join(", ", found)}");
            Assert.Equal(sees, covered);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Without_the_permission_for_sensitive_classes_nobody_but_the_administrator_sees_any(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var complaints = await LodgeAllAsync(database);

        foreach (var (who, _) in Matrix)
        {
            // Act
            var without = who with { ReadsSensitive = false };
            var found = await FoundAsync(database, without);
            var covered = complaints.Where(c => without.Covers(ComplaintKey.Of(c))).Select(c => c.Concerns!.Value);

            // Assert
            Assert.Equal(who.Roles[0].Role == Role.Administrator ? [Concern.Manager] : [], found);
            Assert.Equal(found, covered);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Administrators_see_no_other_complaint_and_no_manager_sees_their_own(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        await LodgeAllAsync(database);
        await database.LodgeAsync(TestData.Story());
        var both = Of(Role.Administrator, "32.04") with { Roles = [(Role.Administrator, "32.04"), (Role.Manager, "32.04")] };

        // Act
        var administrator = await database.ReadAsync(db => db.Complaints.VisibleTo(Of(Role.Administrator, "32.04")).CountAsync());
        var managerToo = await FoundAsync(database, both);

        // Assert
        Assert.Equal(1, administrator);
        Assert.DoesNotContain(Concern.Manager, managerToo);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_works_at_the_desk_does_not_see_it_however_high_they_stand_elsewhere(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var complaints = await LodgeAllAsync(database);
        var supervisorToo = Of(Role.Manager, "32.04") with { Roles = [(Role.Manager, "32.04"), (Role.Supervisor, District)] };
        var facilitatorToo = Of(Role.Supervisor, District) with { Roles = [(Role.Supervisor, District), (Role.Facilitator, TestData.Village)] };

        // Act, Assert
        Assert.Equal([Concern.VillageOffice, Concern.RegencyOffice], await FoundAsync(database, supervisorToo));
        Assert.Empty(await FoundAsync(database, facilitatorToo));
        Assert.All(complaints, c => Assert.False(facilitatorToo.Covers(ComplaintKey.Of(c))));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_colleague_who_is_named_never_sees_it_in_lists_counts_or_referrals(DatabaseProvider provider)
    {
        // Arrange: a manager named Dedi Kusnadi, whom the resident calls Pak Dedi.
        await using var database = await TestData.WithAreasAsync(provider);
        var dedi = await AddAsync(database, "dedi", "Dedi Kusnadi");
        await AddAsync(database, "asep", "Asep Rahmat");
        var complaint = await LodgeAsync(database, Concern.VillageOffice, "Pak Dedi");
        var named = Of(Role.Manager, "32.04") with { StaffId = dedi };
        var other = Of(Role.Manager, "32.04");
        await database.MoveAsync(complaint, "review", other);
        await ReferAsync(database, complaint, other);

        // Act
        var seen = await database.ReadAsync(async db => (
            await db.Complaints.VisibleTo(named).CountAsync(), await db.Referrals.VisibleTo(named).CountAsync(),
            await db.Complaints.VisibleTo(other).CountAsync(), await db.Referrals.VisibleTo(other).CountAsync()));
        var moved = await database.MoveAsync(complaint, "return_to_review", named, note: "x");

        // Assert
        Assert.Equal(dedi, complaint.ConcernsStaffId);
        Assert.Equal((0, 0, 1, 1), seen);
        Assert.Equal(RefusalKind.NotFound, moved.Refusals.Single().Kind);
        Assert.False(named.Covers(ComplaintKey.Of(complaint)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_chat_in_which_it_was_told_is_closed_to_the_desk_as_well(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var conversation = await database.ConversationAsync();
        await database.LodgeAsync(TestData.Story(conversation.Id));
        await database.LodgeAsync(TestData.Story(conversation.Id, "P5") with
        {
            DraftId = SequentialId.Next(database.Clock.UtcNow),
            Concerns = Concern.VillageOffice,
        });
        await database.Units.RunAsync<RequestOfficer, Talk>(
            (act, cancel) => act.DoAsync(conversation, Provenance.Resident(conversation.Id, "telegram", database.Clock.UtcNow), cancel), default);

        // Act
        var village = await LookAsync(Of(Role.Coordinator, TestData.Village));
        var supervisor = await LookAsync(Of(Role.Supervisor, District));

        // Assert
        Assert.Equal((false, 0, 0), village);
        Assert.Equal((true, 1, 1), supervisor);

        async Task<(bool Opens, int Listed, int Waiting)> LookAsync(StaffScope who)
        {
            await using var scope = database.Services.CreateAsyncScope();
            var talks = scope.ServiceProvider.GetRequiredService<TalkQueries>();
            return (
                await talks.FindAsync(conversation.Id, who, default) is not null,
                (await talks.RunningAsync(who, default)).Count,
                await talks.WaitingAsync(who, default));
        }
    }

    [Theory, OnSqlite]
    public async Task A_name_that_may_mean_two_people_means_nobody(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        await AddAsync(database, "dedi1", "Dedi Kusnadi");
        await AddAsync(database, "dedi2", "Dedi Suryadi");

        // Act
        var vague = await LodgeAsync(database, Concern.VillageOffice, "pak dedi");
        var exact = await LodgeAsync(database, Concern.VillageOffice, "Bapak Dedi Suryadi");
        var title = await LodgeAsync(database, Concern.VillageOffice, "Ibu");

        // Assert
        Assert.Null(vague.ConcernsStaffId);
        Assert.NotNull(exact.ConcernsStaffId);
        Assert.Null(title.ConcernsStaffId);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_administrator_works_on_a_complaint_about_the_manager_and_on_no_other(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var about = await LodgeAsync(database, Concern.Manager);
        var ordinary = await database.LodgeAsync(TestData.Story());
        var administrator = Of(Role.Administrator, "32.04");

        // Act
        var mine = await database.MoveAsync(about, "review", administrator);
        var others = await database.MoveAsync(ordinary, "review", administrator);

        // Assert
        Assert.True(mine.Succeeded);
        Assert.Equal(RefusalKind.NotFound, others.Refusals.Single().Kind);
    }

    private static StaffScope Of(Role role, string area) => TestData.Staff(role, area, readsSensitive: true);

    private static Task<List<Concern>> FoundAsync(TestDatabase database, StaffScope who) => database.ReadAsync(async db =>
        (await new QueueFilter().Apply(db.Complaints, who).Where(c => c.Concerns != null).Select(c => c.Concerns!.Value).ToListAsync()).Order().ToList());

    private static async Task<List<Complaint>> LodgeAllAsync(TestDatabase database)
    {
        var all = new List<Complaint>();
        foreach (var concern in Enum.GetValues<Concern>())
        {
            all.Add(await LodgeAsync(database, concern));
        }

        return all;
    }

    private static Task<Complaint> LodgeAsync(TestDatabase database, Concern concern, string? name = null) =>
        database.LodgeAsync(TestData.Story(category: "P5") with
        {
            DraftId = SequentialId.Next(database.Clock.UtcNow),
            Concerns = concern,
            OfficialName = name,
        });

    private static async Task<Guid> AddAsync(TestDatabase database, string user, string name)
    {
        var input = new NewStaffMember(user, name, [Role.Manager], "32.04", PasswordHash: "x");
        return (await database.Units.RunAsync<AddStaffMember, StaffAdded>(
            (act, ct) => act.DoAsync(input, Provenance.Verb("test", database.Clock.UtcNow), ct), default)).Value.Id;
    }

    private static async Task ReferAsync(TestDatabase database, Complaint complaint, StaffScope by)
    {
        var partner = await database.PartnerAsync();
        await database.AnalyseAsync(complaint);
        var now = await database.ReloadAsync(complaint);
        var input = new ReferComplaintInput(
            SequentialId.Next(database.Clock.UtcNow), complaint.Id, now.Version, partner.Id, null, "Mohon diperiksa.",
            DateOnly.FromDateTime(database.Clock.UtcNow).AddDays(7), "chat");
        Assert.True((await database.Units.RunAsync<ReferComplaint, Referral>(
            (act, ct) => act.DoAsync(input, by, Provenance.Staff(by.StaffId, database.Clock.UtcNow), ct), default)).Succeeded);
    }
}
