using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Promises;
using SlrtBot.Core.Handovers;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Tasks;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Handovers;

public sealed class HandoverTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Until_a_desk_accepts_the_sender_owns_the_complaint_and_its_clock_runs(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var desks = await HandoverDesksOf.WorkAsync(database);
        var complaint = await desks.InFieldAsync();

        // Act
        var handover = (await desks.HandOnAsync(complaint, desks.Facilitator, HandoverDesk.District)).Value.Handover;

        // Assert
        var owned = await database.ReloadAsync(complaint);
        Assert.Equal((ComplaintStatus.FieldVerification, desks.Facilitator.StaffId), (owned.Status, owned.AssignedTo!.Value));
        Assert.Equal(PromiseClock.Running, owned.Status.Clock());
        var waits = await database.ReadAsync(db => db.WorkTasks.SingleAsync(t => t.Id == handover.Id));
        Assert.Equal((TaskKind.AcceptHandover, Role.Supervisor, desks.Facilitator.StaffId), (waits.Kind, waits.DeskRole, waits.AskedBy!.Value));
        Assert.Equal(["complaint_handover.sent"], await database.AuditedAsync(handover.Id));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_desk_that_accepts_owns_it_from_then_on_and_the_resident_hears(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var desks = await HandoverDesksOf.WorkAsync(database);
        var chat = await database.ConversationAsync();
        var complaint = await desks.InFieldAsync(chat.Id);
        var handover = (await desks.HandOnAsync(complaint, desks.Facilitator, HandoverDesk.District)).Value.Handover;

        // Act
        var accepted = await desks.AnswerAsync(handover, desks.Supervisor, HandoverWorkflow.Accept);

        // Assert
        Assert.Equal((HandoverStatus.Accepted, false), (accepted.Value.Status, accepted.Value.IsRunning));
        var owned = await database.ReloadAsync(complaint);
        Assert.Equal((ComplaintStatus.SupervisorReview, desks.Supervisor.StaffId), (owned.Status, owned.AssignedTo!.Value));
        Assert.Contains("complaint.moved", await database.AuditedAsync(complaint.Id));
        Assert.Contains(complaint.Reference, (await database.SaidAsync(chat.Id))[^1], StringComparison.Ordinal);
        var waits = await database.ReadAsync(db => db.WorkTasks.SingleAsync());
        Assert.Equal((complaint.Id, TaskKind.ApproveVisit), (waits.Id, waits.Kind));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Accepted_twice_at_once_it_goes_to_one_and_the_other_reads_to_whom(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var desks = await HandoverDesksOf.WorkAsync(database);
        var second = await HandoverDesksOf.HireAsync(database, "Dua Supervisor", Role.Supervisor, "32.04.44");
        var complaint = await desks.InFieldAsync();
        var handover = (await desks.HandOnAsync(complaint, desks.Facilitator, HandoverDesk.District)).Value.Handover;

        // Act
        var outcomes = await Task.WhenAll(new[] { desks.Supervisor, second, desks.Supervisor }
            .Select(who => Task.Run(() => desks.AnswerAsync(handover, who, HandoverWorkflow.Accept))));

        // Assert
        var holder = (await database.ReloadAsync(complaint)).AssignedTo;
        foreach (var (outcome, who) in outcomes.Zip([desks.Supervisor, second, desks.Supervisor]))
        {
            if (who.StaffId == holder)
            {
                Assert.True(outcome.Succeeded);
            }
            else
            {
                Assert.Equal("accepted_by_other", Assert.Single(outcome.Refusals).Code);
            }
        }

        Assert.Equal(1, await database.ReadAsync(db => db.ComplaintMoves.CountAsync(m => m.Verb == ComplaintWorkflow.TakeOver)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Returned_with_a_question_it_is_the_senders_task(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var desks = await HandoverDesksOf.WorkAsync(database);
        var complaint = await desks.InFieldAsync();
        var handover = (await desks.HandOnAsync(complaint, desks.Facilitator, HandoverDesk.District)).Value.Handover;

        // Act
        var silent = await desks.AnswerAsync(handover, desks.Supervisor, HandoverWorkflow.Return, " ");
        var asked = await desks.AnswerAsync(handover, desks.Supervisor, HandoverWorkflow.Return, "Fotonya mana?");

        // Assert
        Assert.Equal(("required", HandoverWorkflow.Words), (Assert.Single(silent.Refusals).Code, silent.Refusals[0].Field));
        Assert.Equal(HandoverStatus.Returned, asked.Value.Status);
        var task = await database.ReadAsync(db => db.WorkTasks.SingleAsync(t => t.Id == handover.Id));
        Assert.Equal((TaskKind.HandoverQuestion, desks.Facilitator.StaffId), (task.Kind, task.StaffId!.Value));
        Assert.Equal(ComplaintStatus.FieldVerification, (await database.ReloadAsync(complaint)).Status);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_desk_that_sleeps_loses_it_to_the_one_above(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var desks = await HandoverDesksOf.WorkAsync(database);
        var complaint = await desks.InFieldAsync();
        var asleep = (await desks.HandOnAsync(complaint, desks.Facilitator, HandoverDesk.District)).Value.Handover;

        // Act
        database.Clock.Advance(TimeSpan.FromDays(4));
        await desks.TickAsync("handovers");

        // Assert
        var (lapsed, raised) = (await desks.ReloadAsync(asleep), await database.ReadAsync(db => db.Handovers.SingleAsync(h => h.IsRunning)));
        Assert.Equal(HandoverStatus.Lapsed, lapsed.Status);
        Assert.Equal((HandoverDesk.Manager, HandoverReasons.Unanswered, desks.Facilitator.StaffId), (raised.ToDesk, raised.Reason, raised.FromStaffId!.Value));
        Assert.False(await database.ReadAsync(db => db.WorkTasks.AnyAsync(t => t.Id == asleep.Id)));
        Assert.Equal(["complaint_handover.sent", "complaint_handover.lapsed"], await database.AuditedAsync(asleep.Id));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Where_nobody_stands_above_the_sender_gets_it_back(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var desks = await HandoverDesksOf.WorkAsync(database);
        var complaint = await desks.InFieldAsync();
        var handover = (await desks.HandOnAsync(complaint, desks.Facilitator, HandoverDesk.Manager)).Value.Handover;

        // Act
        database.Clock.Advance(TimeSpan.FromDays(4));
        await desks.TickAsync("handovers");

        // Assert
        var task = await database.ReadAsync(db => db.WorkTasks.SingleAsync(t => t.Id == handover.Id));
        Assert.Equal((TaskKind.HandoverLapsed, desks.Facilitator.StaffId), (task.Kind, task.StaffId!.Value));
        Assert.False(await database.ReadAsync(db => db.Handovers.AnyAsync(h => h.IsRunning)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_promise_that_passed_reaches_the_desk_above_once(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var desks = await HandoverDesksOf.WorkAsync(database);
        var complaint = await desks.InFieldAsync();

        // Act
        database.Clock.Advance(TimeSpan.FromDays(40));
        await desks.TickAsync("overdue");
        await desks.TickAsync("overdue");

        // Assert
        var raised = await database.ReadAsync(db => db.Handovers.SingleAsync());
        Assert.Equal((HandoverDesk.District, HandoverReasons.Overdue, (Guid?)null), (raised.ToDesk, raised.Reason, raised.FromStaffId));
        Assert.Equal(complaint.Id, raised.ComplaintId);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Moved_on_meanwhile_what_was_handed_over_is_taken_back(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var desks = await HandoverDesksOf.WorkAsync(database);
        var complaint = await desks.InFieldAsync();
        var handover = (await desks.HandOnAsync(complaint, desks.Facilitator, HandoverDesk.District)).Value.Handover;

        // Act
        await database.MoveAsync(complaint, "serve_directly", desks.Facilitator, message: "Beras sudah diantar.");
        var accepted = await desks.AnswerAsync(handover, desks.Supervisor, HandoverWorkflow.Accept);

        // Assert
        Assert.Equal("handover_ended", Assert.Single(accepted.Refusals).Code);
        Assert.Equal(HandoverStatus.Revoked, (await desks.ReloadAsync(handover)).Status);
        // No chat takes the news of it: that alone is left to do.
        Assert.Equal([TaskKind.TellInPerson], await database.ReadAsync(db => db.WorkTasks.Select(t => t.Kind).ToListAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_came_back_to_somebody_who_leaves_lies_at_their_desk(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var desks = await HandoverDesksOf.WorkAsync(database);
        var complaint = await desks.InFieldAsync();
        var handover = (await desks.HandOnAsync(complaint, desks.Facilitator, HandoverDesk.District)).Value.Handover;
        await desks.AnswerAsync(handover, desks.Supervisor, HandoverWorkflow.Return, "Fotonya mana?");

        // Act
        await desks.LeaveAsync(desks.Facilitator);

        // Assert
        var task = await database.ReadAsync(db => db.WorkTasks.SingleAsync(t => t.Id == handover.Id));
        Assert.Equal((TaskKind.HandoverQuestion, Role.Facilitator, (Guid?)null), (task.Kind, task.DeskRole!.Value, task.StaffId));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_closed_desk_a_second_hand_over_and_a_stale_form_are_refused(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var desks = await HandoverDesksOf.WorkAsync(database);
        var complaint = await desks.InFieldAsync();

        // Act
        var closed = await desks.HandOnAsync(complaint, desks.Facilitator, HandoverDesk.Review);
        var outside = await desks.HandOnAsync(complaint, desks.Facilitator, HandoverDesk.Centre);
        var stale = await desks.HandOnAsync(complaint, desks.Facilitator, HandoverDesk.District, i => i with { Version = i.Version - 1 });
        var empty = await desks.HandOnAsync(complaint, desks.Facilitator, HandoverDesk.District, i => i with { Reason = "zzz", Request = " ", DueOn = new(2026, 11, 23) });
        var first = await desks.HandOnAsync(complaint, desks.Facilitator, HandoverDesk.District);
        var second = await desks.HandOnAsync(complaint, desks.Facilitator, HandoverDesk.Manager);

        // Assert
        Assert.Equal("desk_closed", Assert.Single(closed.Refusals).Code);
        Assert.Equal("desk_closed", Assert.Single(outside.Refusals).Code);
        Assert.Equal("stale", Assert.Single(stale.Refusals).Code);
        Assert.Equal(["reason", "request", "due_on"], empty.Refusals.Select(r => r.Field));
        Assert.True(first.Succeeded);
        Assert.Equal("handover_runs", Assert.Single(second.Refusals).Code);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_works_at_another_desk_neither_sends_nor_accepts(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var desks = await HandoverDesksOf.WorkAsync(database);
        var elsewhere = await HandoverDesksOf.HireAsync(database, "Lain", Role.Supervisor, "32.04.37");
        var complaint = await desks.InFieldAsync();

        // Act
        var notTheirs = await desks.HandOnAsync(complaint, desks.Supervisor, HandoverDesk.Manager);
        var notSeen = await desks.HandOnAsync(complaint, elsewhere, HandoverDesk.Manager);
        var handover = (await desks.HandOnAsync(complaint, desks.Facilitator, HandoverDesk.District)).Value.Handover;
        var bySender = await desks.AnswerAsync(handover, desks.Facilitator, HandoverWorkflow.Accept);
        var byStranger = await desks.AnswerAsync(handover, elsewhere, HandoverWorkflow.Accept);

        // Assert
        Assert.Equal(RefusalKind.Forbidden, Assert.Single(notTheirs.Refusals).Kind);
        Assert.Equal(RefusalKind.NotFound, Assert.Single(notSeen.Refusals).Kind);
        Assert.Equal(RefusalKind.Forbidden, Assert.Single(bySender.Refusals).Kind);
        Assert.Equal(RefusalKind.NotFound, Assert.Single(byStranger.Refusals).Kind);
    }
}
