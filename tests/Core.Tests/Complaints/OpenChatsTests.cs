using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.DataRequests;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Talks;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Complaints;

/// <summary>One complaint that is kept from somebody closes the whole chat in which it was told, and the chats that heard of it.</summary>
public sealed class OpenChatsTests
{
    private static readonly StaffScope Manager = TestData.Staff(Role.Manager, readsSensitive: true);
    private static readonly StaffScope Administrator = TestData.Staff(Role.Administrator);

    [Theory, OnSqlite, OnPostgres]
    public async Task A_request_of_a_chat_that_complains_about_the_manager_is_the_administrators(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var chat = await database.ConversationAsync();
        await AboutManagerAsync(database, chat);
        var request = (await database.Units.RunAsync<OpenRequest, DataRequest>(
            (act, ct) => act.DoAsync(chat, new(DataRequestKind.Access), Resident(database, chat), ct), default)).Value;

        // Act
        var manager = await LookAsync(database, request.Id, Manager);
        var administrator = await LookAsync(database, request.Id, Administrator);
        var refused = await AnswerAsync(Manager);
        var answered = await AnswerAsync(Administrator);

        // Assert
        Assert.Equal((false, 0, 0), manager);
        Assert.Equal((true, 1, 1), administrator);
        Assert.Equal(RefusalKind.NotFound, Assert.Single(refused.Refusals).Kind);
        Assert.True(answered.Succeeded);

        Task<Outcome<DataRequest>> AnswerAsync(StaffScope who) => database.Units.RunAsync<AnswerRequest, DataRequest>(
            (act, ct) => act.DoAsync(new(request.Id, 0, false, "Sudah dijelaskan."), who, Provenance.Staff(who.StaffId, database.Clock.UtcNow), ct), default);
    }

    [Theory]
    [OnSqlite(false)]
    [OnSqlite(true)]
    [OnPostgres(false)]
    [OnPostgres(true)]
    public async Task A_chat_that_a_slip_joined_to_it_is_closed_too_also_once_it_was_parted(DatabaseProvider provider, bool parted)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var about = await AboutManagerAsync(database, await database.ConversationAsync());
        var joined = await database.ConversationAsync(address: "joined");
        await database.AddAsync(new Representative
        {
            Id = SequentialId.Next(database.Clock.UtcNow),
            ComplaintId = about.Id,
            ConversationId = joined.Id,
            Relation = Relation.Family,
            Consent = RepresentativeConsent.Yes,
            RecordedAt = database.Clock.UtcNow,
            RecordedBy = ActorKind.Staff,
            LinkedAt = database.Clock.UtcNow,
            EndedAt = parted ? database.Clock.UtcNow : null,
        });
        var other = await database.ConversationAsync(address: "other");
        foreach (var chat in new[] { joined, other })
        {
            Assert.True((await database.Units.RunAsync<RequestOfficer, Talk>(
                (act, ct) => act.DoAsync(chat, Resident(database, chat), ct), default)).Succeeded);
        }

        // Act
        await using var scope = database.Services.CreateAsyncScope();
        var talks = scope.ServiceProvider.GetRequiredService<TalkQueries>();
        var listed = await talks.RunningAsync(Manager, default);
        var waiting = await talks.WaitingAsync(Manager, default);
        var taken = await TakeAsync(joined);
        var free = await TakeAsync(other);

        // Assert
        Assert.Equal([other.Id], listed.Select(t => t.ConversationId));
        Assert.Equal(1, waiting);
        Assert.Null(await talks.FindAsync(joined.Id, Manager, default));
        Assert.Equal(RefusalKind.NotFound, Assert.Single(taken.Refusals).Kind);
        Assert.True(free.Succeeded);

        Task<Outcome<Talk>> TakeAsync(Conversation chat) => database.Units.RunAsync<TakeOver, Talk>(
            (act, ct) => act.DoAsync(chat.Id, Manager, Provenance.Staff(Manager.StaffId, database.Clock.UtcNow), ct), default);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_took_a_chat_over_writes_in_it_no_more_once_it_complains_about_them(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var chat = await database.ConversationAsync();
        var by = Provenance.Staff(Manager.StaffId, database.Clock.UtcNow);
        await database.Units.RunAsync<TakeOver, Talk>((act, ct) => act.DoAsync(chat.Id, Manager, by, ct), default);
        await AboutManagerAsync(database, chat);

        // Act
        var outcome = await database.Units.RunAsync<ReplyAsOfficer, Done>(
            (act, ct) => act.DoAsync(chat.Id, SequentialId.Next(database.Clock.UtcNow), "Halo", Manager, by, ct), default);

        // Assert
        Assert.Equal(RefusalKind.NotFound, Assert.Single(outcome.Refusals).Kind);
        Assert.Equal(0, await database.ReadAsync(db => db.OutboundMessages.CountAsync(m => m.Kind == OutboundKind.Staff)));
    }

    private static Task<Complaint> AboutManagerAsync(TestDatabase database, Conversation chat) =>
        database.LodgeAsync(TestData.Story(chat.Id, "P5") with { Concerns = Concern.Manager, DraftId = SequentialId.Next(database.Clock.UtcNow) });

    private static Provenance Resident(TestDatabase database, Conversation chat) => Provenance.Resident(chat.Id, "telegram", database.Clock.UtcNow);

    private static async Task<(bool Opens, int Listed, int Counted)> LookAsync(TestDatabase database, Guid id, StaffScope who)
    {
        await using var scope = database.Services.CreateAsyncScope();
        var requests = scope.ServiceProvider.GetRequiredService<DataRequestQueries>();
        return (
            await requests.FindAsync(id, who, default) is not null, (await requests.ListAsync(who, default)).Count, await requests.OpenAsync(who, default));
    }
}
