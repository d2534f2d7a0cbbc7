using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Changes;
using SlrtBot.Core.Complaints.Dangers;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Complaints;

/// <summary>Staff say how urgent a complaint is.</summary>
public sealed class ClassifyUrgencyTests
{
    private static readonly StaffScope Analyst = TestData.Staff(Role.Analyst);

    [Theory, OnSqlite, OnPostgres]
    public async Task A_quiet_complaint_is_raised_with_old_and_new_in_the_audit_and_the_resident_is_told_nothing(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var conversation = await database.ConversationAsync();
        var complaint = await database.LodgeAsync(TestData.Story(conversation.Id));
        var told = (await database.SaidAsync(conversation.Id)).Count;

        // Act
        var outcome = await SetAsync(database, complaint, Urgency.Emergency);

        // Assert
        Assert.True(outcome.Succeeded);
        var stored = await database.ReloadAsync(complaint);
        Assert.Equal((Urgency.Emergency, Urgency.Normal, complaint.PromiseOn), (stored.Urgency, stored.ProposedUrgency, stored.PromiseOn));
        Assert.Null(stored.OriginalKind);
        Assert.Equal(("normal", "emergency", null), await AuditedAsync(database, complaint));
        Assert.Equal(told, (await database.SaidAsync(conversation.Id)).Count);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_emergency_is_lowered_with_a_reason_only_and_once(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var complaint = await database.LodgeAsync(TestData.Story() with { Urgency = Urgency.Emergency });
        var key = SequentialId.Next(database.Clock.UtcNow);

        // Act
        var without = await SetAsync(database, complaint, Urgency.Urgent, "  ");
        var with = await SetAsync(database, complaint, Urgency.Urgent, " Sudah ditelepon: tidak ada bahaya. ", key);
        var again = await SetAsync(database, complaint, Urgency.Urgent, "Sudah ditelepon: tidak ada bahaya.", key);

        // Assert
        Assert.Equal(("required", "note"), (without.Refusals.Single().Code, without.Refusals.Single().Field));
        Assert.True(with.Succeeded && again.Succeeded);
        Assert.Equal(Urgency.Urgent, (await database.ReloadAsync(complaint)).Urgency);
        Assert.Equal(("emergency", "urgent", key.ToString()), await AuditedAsync(database, complaint));
        var note = await database.ReadAsync(db => db.ComplaintNotes.SingleAsync());
        Assert.Equal((key, Analyst.StaffId), (note.Id, note.StaffId));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_decided_on_an_older_version_is_refused(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var conversation = await database.ConversationAsync();
        var complaint = await database.LodgeAsync(TestData.Story(conversation.Id));
        await AlarmAsync<MarkDanger, bool>(database, conversation.Id, (act, by) => act.DoAsync(complaint.Id, by, default));

        // Act
        var outcome = await SetAsync(database, complaint, Urgency.Normal, "Bukan darurat.");

        // Assert
        Assert.Equal(("stale", RefusalKind.Conflict), (outcome.Refusals.Single().Code, outcome.Refusals.Single().Kind));
        Assert.Equal(Urgency.Emergency, (await database.ReloadAsync(complaint)).Urgency);
        Assert.False(await database.ReadAsync(db => db.ComplaintNotes.AnyAsync()));
    }

    [Theory]
    [OnSqlite(Role.Facilitator, TestData.OtherVillage, RefusalKind.NotFound)]
    [OnSqlite(Role.Backoffice, "32.04", RefusalKind.Forbidden)]
    [OnPostgres(Role.Facilitator, TestData.OtherVillage, RefusalKind.NotFound)]
    [OnPostgres(Role.Backoffice, "32.04", RefusalKind.Forbidden)]
    public async Task Who_may_not_classify_sets_nothing(DatabaseProvider provider, Role role, string area, RefusalKind expected)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var complaint = await database.LodgeAsync(TestData.Story());

        // Act
        var outcome = await SetAsync(database, complaint, Urgency.Emergency, staff: TestData.Staff(role, area));

        // Assert
        Assert.Equal(expected, outcome.Refusals.Single().Kind);
        Assert.Equal(Urgency.Normal, (await database.ReloadAsync(complaint)).Urgency);
    }

    [Theory]
    [OnSqlite(ComplaintKind.Complaint, Urgency.Info, "", "urgency_of_questions")]
    [OnSqlite(ComplaintKind.Question, Urgency.Info, "", "")]
    [OnSqlite(ComplaintKind.Complaint, Urgency.Normal, "Tidak ada yang berubah.", "urgency_as_before")]
    public async Task A_question_s_urgency_is_for_questions_and_a_reason_is_for_a_change(
        DatabaseProvider provider, ComplaintKind kind, Urgency urgency, string note, string refused)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var complaint = await database.LodgeAsync(TestData.Story());

        // Act
        var outcome = await SetAsync(database, complaint, urgency, note, kind: kind);

        // Assert
        Assert.Equal(refused, string.Concat(outcome.Refusals.Select(r => r.Code)));
    }

    [Theory]
    [OnSqlite(Urgency.Urgent, Urgency.Urgent)]
    [OnPostgres(Urgency.Urgent, Urgency.Urgent)]
    [OnSqlite(Urgency.Normal, Urgency.Normal)]
    public async Task A_false_alarm_leads_back_to_what_staff_called_it(DatabaseProvider provider, Urgency set, Urgency expected)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var conversation = await database.ConversationAsync();
        var complaint = await database.LodgeAsync(TestData.Story(conversation.Id));
        await SetAsync(database, complaint, set);

        // Act
        await AlarmAsync<MarkDanger, bool>(database, conversation.Id, (act, by) => act.DoAsync(complaint.Id, by, default));
        await AlarmAsync<TakeBackDanger, Complaint>(database, conversation.Id, (act, by) => act.DoAsync(complaint.Id, by, default));

        // Assert
        Assert.Equal(expected, (await database.ReloadAsync(complaint)).Urgency);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_staff_called_an_emergency_no_resident_takes_back(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var conversation = await database.ConversationAsync();
        var complaint = await database.LodgeAsync(TestData.Story(conversation.Id));
        await AlarmAsync<MarkDanger, bool>(database, conversation.Id, (act, by) => act.DoAsync(complaint.Id, by, default));
        await SetAsync(database, await database.ReloadAsync(complaint), Urgency.Urgent, "Aman, kata tetangga.");
        await SetAsync(database, await database.ReloadAsync(complaint), Urgency.Emergency);

        // Act
        await AlarmAsync<TakeBackDanger, Complaint>(database, conversation.Id, (act, by) => act.DoAsync(complaint.Id, by, default));

        // Assert
        Assert.Equal(Urgency.Emergency, (await database.ReloadAsync(complaint)).Urgency);
    }

    private static Task<Outcome<Complaint>> SetAsync(
        TestDatabase database, Complaint seen, Urgency urgency, string? note = null, Guid? key = null, StaffScope? staff = null,
        ComplaintKind kind = ComplaintKind.Complaint) =>
        database.Units.RunAsync<ClassifyComplaint, Complaint>(
            (act, ct) => act.DoAsync(
                new ClassifyComplaintInput(seen.Id, seen.Version, kind, null)
                {
                    Urgency = urgency,
                    Note = note,
                    NoteId = key ?? SequentialId.Next(database.Clock.UtcNow),
                },
                staff ?? Analyst, Provenance.Staff((staff ?? Analyst).StaffId, database.Clock.UtcNow), ct),
            CancellationToken.None);

    private static Task<Outcome<T>> AlarmAsync<TAct, T>(TestDatabase database, Guid conversationId, Func<TAct, Provenance, Task<Outcome<T>>> run)
        where TAct : notnull =>
        database.Units.RunAsync<TAct, T>((act, _) => run(act, Provenance.Resident(conversationId, "telegram", database.Clock.UtcNow)), CancellationToken.None);

    private static async Task<(string? From, string? To, string? Note)> AuditedAsync(TestDatabase database, Complaint complaint)
    {
        var act = await database.ReadAsync(db => db.AuditActs.SingleAsync(a => a.SubjectId == complaint.Id && a.Verb == "complaint.classified"));
        using var data = JsonDocument.Parse(act.Data!);
        string? Of(string name) => data.RootElement.GetProperty(name).GetString();
        return (Of("urgency_from"), Of("urgency_to"), Of("note"));
    }
}
