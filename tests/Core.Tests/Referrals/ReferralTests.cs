using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Partners;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Referrals;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Referrals;

public sealed class ReferralTests
{
    private static readonly StaffScope Manager = TestData.Staff(Role.Manager);
    private static readonly DateOnly NextWeek = new(2026, 11, 30);

    [Theory, OnSqlite, OnPostgres]
    public async Task A_referral_takes_the_complaint_along_and_the_resident_hears_each_step(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var conversation = await database.ConversationAsync();
        var complaint = await InReviewAsync(database, conversation.Id);
        var partner = await database.PartnerAsync();

        // Act
        var referral = (await ReferAsync(database, complaint, partner)).Value;
        await AnswerAsync(database, referral, "accept");
        await AnswerAsync(database, referral, "answer", answer: "Kartu sudah aktif lagi.");

        // Assert
        Assert.Equal(ComplaintStatus.Answered, (await database.ReloadAsync(complaint)).Status);
        Assert.Equal(ReferralStatus.Answered, (await database.ReadAsync(db => db.Referrals.SingleAsync())).Status);
        var said = await database.SaidAsync(conversation.Id);
        Assert.Contains(partner.Name, said[1], StringComparison.Ordinal);
        Assert.Contains("Kartu sudah aktif lagi.", said[^1], StringComparison.Ordinal);
        Assert.Equal(["referral.sent", "referral.moved", "referral.moved"], await database.AuditedAsync(referral.Id));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Pressing_refer_twice_refers_once(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var complaint = await InReviewAsync(database, null);
        var partner = await database.PartnerAsync();
        var input = Input(complaint, partner);

        // Act
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => ReferAsync(database, input))));

        // Assert
        Assert.All(outcomes, o => Assert.Equal(input.ReferralId, o.Value.Id));
        Assert.Equal(1, await database.ReadAsync(db => db.Referrals.CountAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nothing_is_shared_without_consent_and_not_with_a_partner_from_elsewhere(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var complaint = await InReviewAsync(database, null);
        var here = await database.PartnerAsync();
        var elsewhere = await database.PartnerAsync("lain", "32.73");

        // Act
        var silent = await ReferAsync(database, Input(complaint, here) with { Consent = null, DueOn = new DateOnly(2026, 11, 23) });
        var far = await ReferAsync(database, Input(complaint, elsewhere));

        // Assert
        Assert.Equal(["due_in_past", "consent_missing"], silent.Refusals.Select(r => r.Code));
        Assert.Equal("unknown_partner", far.Refusals.Single().Code);
        Assert.Equal(ComplaintStatus.InReview, (await database.ReloadAsync(complaint)).Status);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_refusal_returns_the_complaint_to_the_manager_with_its_reason(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var conversation = await database.ConversationAsync();
        var complaint = await InReviewAsync(database, conversation.Id);
        var referral = (await ReferAsync(database, complaint, await database.PartnerAsync())).Value;

        // Act
        await AnswerAsync(database, referral, "decline", reason: "quota_used_up");

        // Assert
        Assert.Equal(ComplaintStatus.ManagerDecision, (await database.ReloadAsync(complaint)).Status);
        Assert.Contains("kuota sudah habis", (await database.SaidAsync(conversation.Id))[^1], StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_takes_a_referral_back_says_why_and_it_is_kept_with_both(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var complaint = await InReviewAsync(database, null);
        var referral = (await ReferAsync(database, complaint, await database.PartnerAsync())).Value;

        // Act
        var silent = await TryAsync(database, referral, "revoke");
        await AnswerAsync(database, referral, "revoke", reason: "data_not_matched");

        // Assert
        var kept = await database.ReadAsync(db => db.Referrals.SingleAsync(r => r.Id == referral.Id));
        var moves = await database.ReadAsync(db => db.ComplaintMoves.Where(m => m.ComplaintId == complaint.Id).ToListAsync());
        Assert.Equal(("required", ReferralWorkflow.Reason), silent.Refusals.Select(r => (r.Code, r.Field)).Single());
        Assert.Equal((ReferralStatus.Revoked, "data_not_matched"), (kept.Status, kept.Reason));
        Assert.Equal("data_not_matched", moves.Single(m => m.Verb == "revoke_referral").Reason);
    }

    [Fact]
    public async Task A_facilitator_does_not_refer()
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(DatabaseProvider.Sqlite);
        var complaint = await InReviewAsync(database, null);

        // Act
        var outcome = await ReferAsync(
            database, Input(complaint, await database.PartnerAsync()), TestData.Staff(Role.Facilitator, TestData.Village));

        // Assert
        Assert.Equal(RefusalKind.Forbidden, outcome.Refusals.Single().Kind);
    }

    private static async Task<Complaint> InReviewAsync(TestDatabase database, Guid? conversationId)
    {
        var complaint = await database.LodgeAsync(TestData.Story(conversationId, "K2"));
        var reviewed = (await database.MoveAsync(complaint, "review", TestData.Staff(Role.Analyst))).Value;
        await database.AnalyseAsync(reviewed);
        return reviewed;
    }

    private static ReferComplaintInput Input(Complaint complaint, Partner partner) => new(
        SequentialId.Next(DateTime.UnixEpoch), complaint.Id, complaint.Version, partner.Id, null, "Mohon aktifkan kartunya.", NextWeek, "chat");

    private static Task<Outcome<Referral>> ReferAsync(TestDatabase database, Complaint complaint, Partner partner) =>
        ReferAsync(database, Input(complaint, partner));

    private static Task<Outcome<Referral>> ReferAsync(TestDatabase database, ReferComplaintInput input, StaffScope? staff = null) =>
        database.Units.RunAsync<ReferComplaint, Referral>(
            (act, ct) => act.DoAsync(input, staff ?? Manager, Provenance.Staff((staff ?? Manager).StaffId, database.Clock.UtcNow), ct), default);

    private static async Task AnswerAsync(TestDatabase database, Referral referral, string verb, string? answer = null, string? reason = null) =>
        Assert.Empty((await TryAsync(database, referral, verb, answer, reason)).Refusals);

    private static async Task<Outcome<Referral>> TryAsync(
        TestDatabase database, Referral referral, string verb, string? answer = null, string? reason = null)
    {
        var version = await database.ReadAsync(db => db.Referrals.Where(r => r.Id == referral.Id).Select(r => r.Version).SingleAsync());
        return await database.Units.RunAsync<AnswerReferral, Referral>(
            (act, ct) => act.DoAsync(
                new AnswerReferralInput(referral.Id, version, verb, answer, reason), Manager,
                Provenance.Staff(Manager.StaffId, database.Clock.UtcNow), ct),
            default);
    }
}
