using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Intake;
using SlrtBot.Core.Complaints.Representatives;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Complaints.Intake;

public sealed class RegisterComplaintTests
{
    private static readonly StaffScope Desk = TestData.Staff(Role.Frontoffice);

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_registered_is_a_complaint_like_one_from_a_chat(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var told = await database.LodgeAsync(TestData.Story());

        // Act
        var registered = (await RegisterAsync(database, Given())).Value;

        // Assert
        var stored = await database.ReloadAsync(registered);
        Assert.Equal((told.Status, told.StatusType, told.PromiseOn, told.RegencyCode), (stored.Status, stored.StatusType, stored.PromiseOn, stored.RegencyCode));
        Assert.Equal(("desk", Desk.StaffId, (Guid?)null), (stored.Channel, stored.AssistedBy, stored.ConversationId));
        Assert.Equal(told.PhoneIndex, stored.PhoneIndex);
        Assert.Equal(["complaint.lodged"], await database.AuditedAsync(stored.Id));
        Assert.Equal(
            await database.ReadAsync(db => db.ComplaintWords.CountAsync(w => w.ComplaintId == told.Id)),
            await database.ReadAsync(db => db.ComplaintWords.CountAsync(w => w.ComplaintId == stored.Id)));
        Assert.Equal(1, await database.ReadAsync(db => db.PromiseSegments.CountAsync(s => s.ComplaintId == stored.Id)));
        Assert.Equal(
            (ActorKind.Staff, Desk.StaffId), await database.ReadAsync(db => db.ComplaintMoves.Where(m => m.ComplaintId == stored.Id).Select(m => new ValueTuple<ActorKind, Guid?>(m.ActorKind, m.ActorId)).SingleAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_hundred_presses_make_one_complaint_and_a_colleagues_draft_is_nobody_elses(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var input = Given();

        // Act
        var made = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => RegisterAsync(database, input))));
        var other = await RegisterAsync(database, input, TestData.Staff(Role.Frontoffice));

        // Assert
        Assert.Single(made.Select(m => m.Value.Reference).Distinct());
        Assert.Equal(RefusalKind.NotFound, other.Refusals.Single().Kind);
        Assert.Equal(1, await database.ReadAsync(db => db.ComplaintIntakes.CountAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_scans_the_slip_hears_of_it_and_nobody_else_is_written_to(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var complaint = (await RegisterAsync(database, Given())).Value;
        await database.MoveAsync(complaint, "review", TestData.Staff(Role.Analyst));
        var before = await database.ReadAsync(db => db.OutboundMessages.CountAsync());
        var conversation = await database.ConversationAsync();
        var slip = (await database.Units.RunAsync<MakeSlip, Slip>(
            (act, ct) => act.DoAsync(new(complaint.Id, Relation.Self, null, ConsentWay.Desk), Desk, By(database), ct), CancellationToken.None)).Value;

        // Act
        await database.Units.RunAsync<JoinBySlip, Complaint>(
            async (act, ct) => await act.DoAsync(conversation, SlipCode.Read(slip.Code), Provenance.Resident(conversation.Id, "telegram", database.Clock.UtcNow), ct),
            CancellationToken.None);
        await database.MoveAsync(complaint, "serve_directly", TestData.Staff(Role.Analyst), message: "Berasnya sudah diantar.");

        // Assert
        Assert.Equal(0, before);
        Assert.Contains(await database.SaidAsync(conversation.Id), text => text.Contains("Berasnya sudah diantar.", StringComparison.Ordinal));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Numbers_written_into_the_story_are_masked(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);

        // Act
        var complaint = (await RegisterAsync(database, Given() with { Story = "NIK ibu saya 3204374506780012 tidak terdaftar" })).Value;

        // Assert
        var cipher = (Core.Sealing.FieldCipher)database.Services.GetService(typeof(Core.Sealing.FieldCipher))!;
        Assert.DoesNotContain("32043745", cipher.Open(complaint.Story, Complaint.Table, complaint.Id, "story"), StringComparison.Ordinal);
        Assert.Equal("3204374506780012", cipher.OpenOptional(complaint.WrittenNumbers, Complaint.Table, complaint.Id, "written_numbers"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_the_resident_answers_at_the_desk_ends_the_wait_once(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var complaint = await database.LodgeAsync(TestData.Story());
        await database.MoveAsync(complaint, "ask_resident", TestData.Staff(Role.Analyst), message: "Bulan apa terakhir menerima?");
        var input = new AddAtDeskInput(SequentialId.Next(database.Clock.UtcNow), complaint.Reference, "Terakhir bulan Mei", "Disampaikan lagi", DeskChannel.Phone);

        // Act
        var first = await AddAsync(database, input, Desk);
        var second = await AddAsync(database, input, Desk);
        var elsewhere = await AddAsync(database, input, TestData.Staff(Role.Frontoffice, "32.05"));
        var unread = await AddAsync(database, input with { DraftId = SequentialId.Next(database.Clock.UtcNow) }, TestData.Staff(Role.Backoffice));

        // Assert
        Assert.Equal((ComplaintStatus.InReview, ComplaintStatus.InReview), (first.Value.Status, second.Value.Status));
        Assert.Equal(1, await database.ReadAsync(db => db.ComplaintNotes.CountAsync(n => n.ComplaintId == complaint.Id)));
        Assert.Equal(1, (await database.AuditedAsync(complaint.Id)).Count(verb => verb == "complaint.added_at_desk"));
        Assert.Equal((RefusalKind.NotFound, RefusalKind.Forbidden), (elsewhere.Refusals.Single().Kind, unread.Refusals.Single().Kind));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nothing_is_stored_of_what_is_refused(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var today = DateOnly.FromDateTime(database.Clock.UtcNow);
        var refused = new (RegisterComplaintInput Input, string Code, string Field)[]
        {
            (Given() with { Channel = null }, "not_a_choice", "Channel"), (Given() with { Channel = DeskChannel.Letter }, "required", "PaperOn"),
            (Given() with { PaperOn = today.AddDays(2) }, "day_to_come", "PaperOn"), (Given() with { PaperOn = today.AddYears(-1).AddDays(-2) }, "day_too_old", "PaperOn"),
            (Given() with { Subject = null }, "not_a_choice", "Subject"), (Given() with { Story = " " }, "required", "Story"),
            (Given() with { Story = new string('x', 3501) }, "too_long", "Story"), (Given() with { CategoryCode = "Z9" }, "unknown_category", "CategoryCode"),
            (Given() with { CategoryCode = "P5" }, "not_a_choice", "Concerns"), (Given() with { Name = null }, "name_or_none", "Name"),
            (Given() with { Name = "R2D2" }, "not_a_name", "Name"), (Given() with { Phone = "12" }, "phone_unclear", "Phone"),
            (Given() with { NationalId = "12" }, "nik_too_short", "NationalId"), (Given() with { NationalId = "3204379999780012" }, "nik_date", "NationalId"),
            (Given() with { Consent = null }, "consent_needed", "Consent"), (Given() with { ConsentOn = null }, "required", "ConsentOn"),
            (Given() with { VillageCode = null }, "unknown_village", "VillageCode"), (Given() with { VillageCode = "32.04.44" }, "unknown_village", "VillageCode"),
            (Given() with { Name = Desk.Name }, "own_matter", "Name"),
        };

        foreach (var (input, code, field) in refused)
        {
            // Act
            var outcome = await RegisterAsync(database, input);

            // Assert
            Assert.Equal([(code, field)], outcome.Refusals.Select(r => (r.Code, r.Field!)));
        }

        var elsewhere = await RegisterAsync(database, Given(), TestData.Staff(Role.Frontoffice, TestData.OtherVillage));
        Assert.Equal(["village_elsewhere"], elsewhere.Refusals.Select(r => r.Code));
        Assert.Equal(0, await database.ReadAsync(db => db.Complaints.CountAsync()));
        Assert.Equal(0, await database.ReadAsync(db => db.ComplaintIntakes.CountAsync()));
    }

    private static RegisterComplaintInput Given() => new()
    {
        DraftId = SequentialId.Next(DateTime.UnixEpoch),
        Channel = DeskChannel.Desk,
        Subject = Subject.Self,
        Story = TestData.Story().Story,
        CategoryCode = "P1",
        VillageCode = TestData.Village,
        Name = "Siti Contoh",
        Phone = "0812 0000 0001",
        Consent = ConsentGiver.Self,
        ConsentOn = DateOnly.FromDateTime(new TestClock().UtcNow),
    };

    private static Provenance By(TestDatabase database, StaffScope? staff = null) => Provenance.Staff((staff ?? Desk).StaffId, database.Clock.UtcNow);

    private static Task<Outcome<Complaint>> RegisterAsync(TestDatabase database, RegisterComplaintInput input, StaffScope? staff = null) =>
        database.Units.RunAsync<RegisterComplaint, Complaint>((act, ct) => act.DoAsync(input, staff ?? Desk, By(database, staff), ct), CancellationToken.None);

    private static Task<Outcome<Complaint>> AddAsync(TestDatabase database, AddAtDeskInput input, StaffScope staff) =>
        database.Units.RunAsync<AddAtDesk, Complaint>((act, ct) => act.DoAsync(input, staff, By(database, staff), ct), CancellationToken.None);
}
