using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Products;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Complaints;

/// <summary>Each arrow leaves its own product behind, also where one person holds both desks.</summary>
public sealed class ProductTests
{
    private const string ClosedIn = "Kantor sudah saya hubungi.";

    /// <summary>One person at every desk of the regency.</summary>
    private static readonly StaffScope Everybody = new(
        SequentialId.Next(DateTime.UnixEpoch), "Petugas rangkap", true,
        [(Role.Frontoffice, "32.04"), (Role.Analyst, "32.04"), (Role.Supervisor, "32.04.44"), (Role.Facilitator, TestData.Village), (Role.Manager, "32.04")]);

    private static readonly StaffScope Supervisor = TestData.Staff(Role.Supervisor, "32.04.44", readsSensitive: true);

    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_holds_all_desks_writes_every_product_all_the_same(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var complaint = await database.LodgeAsync(TestData.Story());

        // Act
        var unregistered = await database.MoveAsync(complaint, "review", Everybody, products: Nothing);
        var registered = await database.MoveAsync(complaint, "review", Everybody);
        var unchecked_ = await database.MoveAsync(complaint, "propose", Everybody, note: "Mohon keputusan.", products: Nothing);
        var proposed = await database.MoveAsync(complaint, "propose", Everybody, note: "Mohon keputusan.");
        var groundless = await database.MoveAsync(complaint, "reject", Everybody, "Maaf.", reason: "not_eligible", products: Nothing);
        var rejected = await database.MoveAsync(complaint, "reject", Everybody, "Maaf.", reason: "not_eligible");

        // Assert
        Assert.Equal([("required", "identity"), ("required", "papers")], unregistered.Refusals.Select(r => (r.Code, r.Field!)));
        Assert.Equal(("required", ComplaintWorkflow.Analysis), Only(unchecked_));
        Assert.Equal(("required", ProductFields.Grounds), Only(groundless));
        Assert.All([registered, proposed, rejected], o => Assert.Empty(o.Refusals));
        var products = await SheetsAsync(database, complaint, Everybody);
        Assert.Equal([ProductKind.Registration, ProductKind.Analysis, ProductKind.Decision], products.Select(p => p.Kind));
        Assert.Equal([("identity", "seen"), ("papers", "ktp kk")], products[0].Values.Select(v => (v.Field.Code, v.Value)));
        Assert.Equal("Sesuai hasil pemeriksaan.", Assert.Single(products[2].Values).Value);
        Assert.Equal(["product.written"], await database.AuditedAsync(products[2].Id));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Served_directly_says_what_by_whom_and_when(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var complaint = await database.LodgeAsync(TestData.Story());
        var facilitator = TestData.Staff(Role.Facilitator, TestData.Village);
        var day = TestProducts.On(database.Clock.UtcNow);

        // Act
        var bare = await database.MoveAsync(complaint, "serve_directly", facilitator, "Beras sudah diantar.", products: Nothing);
        var late = await database.MoveAsync(complaint, "serve_directly", facilitator, "Beras sudah diantar.", products: day.But(("served_on", "2099-01-01")));
        var odd = await database.MoveAsync(complaint, "serve_directly", facilitator, "Beras sudah diantar.", products: day.But(("served", "zzz"), ("served_on", "besok")));
        var served = await database.MoveAsync(complaint, "serve_directly", facilitator, "Beras sudah diantar.", products: day.But(("server", "Pak Ujang")));

        // Assert
        Assert.Equal(["served", "served_by", "served_on"], bare.Refusals.Select(r => r.Field!));
        Assert.Equal(("day_out_of_range", "served_on"), Only(late));
        Assert.Equal([("not_a_choice", "served"), ("not_a_day", "served_on")], odd.Refusals.Select(r => (r.Code, r.Field!)));
        Assert.Equal(ComplaintStatus.ServedDirectly, served.Value.Status);
        var product = await database.ReadAsync(db => db.Products.SingleAsync());
        Assert.Equal("goods", product.Result);
        Assert.DoesNotContain("Ujang", product.Facts, StringComparison.Ordinal);
        Assert.Contains(("server", "Pak Ujang"), (await SheetsAsync(database, complaint, facilitator)).Single().Values.Select(v => (v.Field.Code, v.Value)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_analysis_says_of_when_the_data_are_or_why_none_were_looked_at(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var complaint = await database.LodgeAsync(TestData.Story());
        var usual = TestProducts.On(complaint.LodgedAt);
        var early = await AnalyseAsync(database, complaint, usual);
        await database.MoveAsync(complaint, "review", Everybody);

        // Act
        var undated = await AnalyseAsync(database, complaint, usual.But(("data_on", ""), ("source", "")));
        var doubtful = await AnalyseAsync(database, complaint, usual.But(("data", "doubtful")));
        var without = await AnalyseAsync(database, complaint, usual.But(("data", "not_checked"), ("source", ""), ("data_on", ""), ("why", "Hanya tanya jadwal.")));
        var twice = await AnalyseAsync(database, complaint, usual, without.Value.Id);
        var strange = await AnalyseAsync(database, complaint, usual, actor: TestData.Staff(Role.Analyst, "32.05"));
        var unfit = await AnalyseAsync(database, complaint, usual, actor: TestData.Staff(Role.Frontoffice));

        // Assert
        Assert.Equal("not_in_review", Assert.Single(early.Refusals).Code);
        Assert.Equal(["source", "data_on"], undated.Refusals.Select(r => r.Field!));
        Assert.Equal(("required", "why"), Only(doubtful));
        Assert.Equal("not_checked", without.Value.Result);
        Assert.Equal(without.Value.Id, twice.Value.Id);
        Assert.Equal(RefusalKind.NotFound, strange.Refusals.Single().Kind);
        Assert.Equal(RefusalKind.Forbidden, unfit.Refusals.Single().Kind);
        Assert.Equal(1, await database.ReadAsync(db => db.Products.CountAsync(p => p.Kind == ProductKind.Analysis)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Opened_again_it_is_analysed_again(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var complaint = await database.LodgeAsync(TestData.Story());
        await database.MoveAsync(complaint, "review", Everybody);
        await database.MoveAsync(complaint, "reject", Everybody, "Maaf.", reason: "not_eligible");
        database.Clock.Advance(TimeSpan.FromDays(2));
        await database.MoveAsync(complaint, "reopen", Everybody, note: "Warga punya bukti baru.");

        // Act
        var old = await database.MoveAsync(complaint, "propose", Everybody, note: "Mohon keputusan.", products: Nothing);
        var written = await AnalyseAsync(database, complaint, TestProducts.On(complaint.LodgedAt));
        var anew = await database.MoveAsync(complaint, "propose", Everybody, note: "Mohon keputusan.", products: Nothing);

        // Assert
        Assert.Equal(("required", ComplaintWorkflow.Analysis), Only(old));
        Assert.True(anew.Succeeded);
        Assert.Equal(
            [false, true], (await SheetsAsync(database, complaint, Everybody)).Where(p => p.Kind == ProductKind.Analysis).Select(p => p.IsValid));
        Assert.Equal(written.Value.Id, (await SheetsAsync(database, complaint, Everybody)).Last(p => p.Kind == ProductKind.Analysis).Id);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_is_sent_elsewhere_reads_where_to(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var conversation = await database.ConversationAsync();
        var complaint = await database.LodgeAsync(TestData.Story(conversation.Id, "O1"));

        // Act
        var nowhere = await database.MoveAsync(complaint, "redirect", Everybody, "Ini urusan listrik.", products: Nothing);
        await database.MoveAsync(complaint, "redirect", Everybody, "Ini urusan listrik.");

        // Assert
        Assert.Equal(["office_name", "office_contact"], nowhere.Refusals.Select(r => r.Field!));
        Assert.Contains("Ini urusan listrik.\n\nPLN UP3 Majalaya: Telepon 123", (await database.SaidAsync(conversation.Id))[^1], StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Merged_it_ends_and_says_where_it_goes_on_and_can_be_split_again(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var conversation = await database.ConversationAsync();
        var (one, other) = (await database.LodgeAsync(TestData.Story(conversation.Id)), await database.LodgeAsync(TestData.Story()));
        var hidden = await database.LodgeAsync(TestData.Story(village: TestData.OtherVillage));
        var desk = TestData.Staff(Role.Coordinator, TestData.Village);

        // Act
        var itself = await MergeAsync(database, one, one.Reference, desk);
        var unseen = await MergeAsync(database, one, hidden.Reference, desk);
        var nonsense = await MergeAsync(database, one, "nomor tadi", desk);
        var merged = await MergeAsync(database, one, other.Reference.ToLowerInvariant(), desk);
        var circle = await MergeAsync(database, other, one.Reference, desk);

        // Assert
        Assert.Equal(("merged_with_itself", "into"), Only(itself));
        Assert.Equal([("no_such_complaint", "into"), ("no_such_complaint", "into")], new[] { Only(unseen), Only(nonsense) });
        Assert.Equal(ComplaintStatus.Merged, merged.Value.Status);
        Assert.Equal(("merged_already", "into"), Only(circle));
        Assert.Equal([one.Reference], await database.AskAsync<ProductQueries, IReadOnlyList<string>>(q => q.MergedIntoAsync(other.Id, desk, default)));
        Assert.DoesNotContain(other.Reference, string.Join('\n', await database.SaidAsync(conversation.Id)), StringComparison.Ordinal);

        // Act
        var split = await database.MoveAsync(one, "reopen", desk, note: "Ternyata lain orang.");

        // Assert
        Assert.Equal(ComplaintStatus.InReview, split.Value.Status);
        Assert.Empty(await database.AskAsync<ProductQueries, IReadOnlyList<string>>(q => q.MergedIntoAsync(other.Id, desk, default)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task About_one_of_ours_the_deputy_desk_concludes_and_whoever_reported_is_told(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var conversation = await database.ConversationAsync();
        var about = await database.LodgeAsync(TestData.Story(conversation.Id, "P2") with { Concerns = Concern.VillageOffice });
        var ordinary = await database.LodgeAsync(TestData.Story());
        var facilitator = TestData.Staff(Role.Facilitator, TestData.Village, readsSensitive: true);

        // Act
        var accused = await database.MoveAsync(about, "conclude", facilitator, ClosedIn);
        var bare = await database.MoveAsync(about, "conclude", Supervisor, ClosedIn, products: Nothing);
        var usual = await database.MoveAsync(about, "serve_directly", Everybody, ClosedIn);
        var other = await database.MoveAsync(ordinary, "conclude", Supervisor, ClosedIn);
        var concluded = await database.MoveAsync(about, "conclude", Supervisor, "Uang Anda sudah dikembalikan dan petugas ditegur.");

        // Assert
        Assert.Equal(RefusalKind.NotFound, accused.Refusals.Single().Kind);
        Assert.Equal(["found", "measures", "inquiry"], bare.Refusals.Select(r => r.Field!));
        Assert.Equal(RefusalKind.NotFound, usual.Refusals.Single().Kind);
        Assert.Equal("no_such_move", other.Refusals.Single().Code);
        Assert.Equal(ComplaintStatus.Completed, concluded.Value.Status);
        Assert.Null(concluded.Value.AskAt);
        Assert.Contains("Uang Anda sudah dikembalikan dan petugas ditegur.", (await database.SaidAsync(conversation.Id))[^1], StringComparison.Ordinal);
        Assert.Empty(await SheetsAsync(database, about, facilitator));
        Assert.Equal("proven", (await database.ReadAsync(db => db.Products.SingleAsync(p => p.ComplaintId == about.Id))).Result);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task About_one_of_ours_sixty_working_days_are_promised(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var calendar = database.Services.GetRequiredService<Core.Areas.WorkingCalendar>();

        // Act
        var about = await database.LodgeAsync(TestData.Story(category: "P2") with { Concerns = Concern.VillageOffice });
        var ordinary = await database.LodgeAsync(TestData.Story(category: "P2"));

        // Assert
        Assert.Equal(calendar.DueOn(about.LodgedAt, 60, TestData.Village), about.PromiseOn);
        Assert.True(ordinary.PromiseOn < about.PromiseOn);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_question_is_answered_without_papers_and_a_complaint_is_not(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var question = await database.LodgeAsync(TestData.Story(category: "P6") with { Kind = ComplaintKind.Question });
        var complaint = await database.LodgeAsync(TestData.Story());

        // Act
        var answered = await database.MoveAsync(question, "answer", Everybody, "PKH dibayar empat kali setahun.", products: Nothing);
        var refused = await database.MoveAsync(complaint, "answer", Everybody, "Sudah.", products: Nothing);

        // Assert
        Assert.Equal(ComplaintStatus.ServedDirectly, answered.Value.Status);
        Assert.Null(answered.Value.AskAt);
        Assert.Equal("no_such_move", refused.Refusals.Single().Code);
    }

    private static IReadOnlyDictionary<string, string> Nothing { get; } = new Dictionary<string, string>();

    private static (string Code, string Field) Only(Outcome<Complaint> outcome) => Only(outcome.Refusals);

    private static (string Code, string Field) Only(Outcome<Product> outcome) => Only(outcome.Refusals);

    private static (string Code, string Field) Only(IReadOnlyList<Refusal> refusals) => (Assert.Single(refusals).Code, refusals[0].Field!);

    private static Task<Outcome<Complaint>> MergeAsync(TestDatabase database, Complaint complaint, string into, StaffScope staff) =>
        database.MoveAsync(complaint, "merge", staff, products: TestProducts.On(complaint.LodgedAt).But((ProductFields.Into, into)));

    private static Task<IReadOnlyList<ProductSheet>> SheetsAsync(TestDatabase database, Complaint complaint, StaffScope scope) =>
        database.AskAsync<ProductQueries, IReadOnlyList<ProductSheet>>(q => q.OfComplaintAsync(complaint.Id, scope, default));

    private static Task<Outcome<Product>> AnalyseAsync(
        TestDatabase database, Complaint complaint, IReadOnlyDictionary<string, string> values, Guid? id = null, StaffScope? actor = null) =>
        database.RunAsync<RecordAnalysis, Product>(
            actor ?? Everybody, (act, by, cancel) => act.DoAsync(new(id ?? SequentialId.Next(by.At), complaint.Id, values), actor ?? Everybody, by, cancel));
}
