using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Lodging;
using SlrtBot.Core.Complaints.Moves;
using SlrtBot.Core.Complaints.Products;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Partners;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;

namespace SlrtBot.TestKit;

/// <summary>One builder per noun. Everybody in it is made up.</summary>
public static class TestData
{
    public const string Village = "32.04.44.2001";
    public const string OtherVillage = "32.04.37.2001";

    /// <summary>A database with the areas of Bandung regency.</summary>
    public static Task<TestDatabase> WithAreasAsync(DatabaseProvider provider, Action<IServiceCollection>? more = null) =>
        TestDatabase.CreateAsync(provider, TestDatabase.Beginning.WithAreas, more);

    public static async Task<Conversation> ConversationAsync(this TestDatabase database, string channel = "telegram", string address = "7123456789")
    {
        var id = SequentialId.Next(database.Clock.UtcNow);
        var conversation = new Conversation
        {
            Id = id,
            Channel = channel,
            AddressIndex = database.Services.GetRequiredService<Inbox>().IndexOf(channel, address),
            Address = database.Services.GetRequiredService<FieldCipher>().Seal(address, new("conversation"), id, "address"),
            CreatedAt = database.Clock.UtcNow,
            LastInboundAt = database.Clock.UtcNow,
        };
        await database.AddAsync(conversation);
        return conversation;
    }

    public static LodgeComplaintInput Story(Guid? conversationId = null, string category = "P1", string village = Village) => new()
    {
        DraftId = SequentialId.Next(DateTime.UnixEpoch),
        ConversationId = conversationId,
        Channel = "telegram",
        CategoryCode = category,
        Subject = Subject.Self,
        Story = "Sudah tiga bulan beras tidak datang.",
        VillageCode = village,
        ReporterName = "Siti Contoh",
        Phone = "+6281200000001",
    };

    public static async Task<Complaint> LodgeAsync(this TestDatabase database, LodgeComplaintInput input)
    {
        var by = Provenance.Resident(input.ConversationId ?? Guid.Empty, input.Channel, database.Clock.UtcNow);
        return (await database.Units.RunAsync<LodgeComplaint, Complaint>((act, ct) => act.DoAsync(input, by, ct), CancellationToken.None)).Value;
    }

    public static StaffScope Staff(Role role, string area = "32.04", bool readsSensitive = false) =>
        new(SequentialId.Next(DateTime.UnixEpoch), $"Petugas {role}", readsSensitive, [(role, area)]);

    /// <summary>With whatever the step demands written down, unless a test says what is entered.</summary>
    public static async Task<Outcome<Complaint>> MoveAsync(
        this TestDatabase database, Complaint complaint, string verb, StaffScope staff, string? message = null, string? note = null, string? reason = null,
        IReadOnlyDictionary<string, string>? products = null)
    {
        var now = await database.ReloadAsync(complaint);
        var moved = await TryAsync(database, now, verb, staff, message, note, reason, products ?? TestProducts.On(now.LodgedAt));
        if (products is not null || moved.Refusals.All(r => r.Field != ComplaintWorkflow.Analysis))
        {
            return moved;
        }

        await AnalyseAsync(database.Units, now, database.Clock.UtcNow);
        return await TryAsync(database, now, verb, staff, message, note, reason, TestProducts.On(now.LodgedAt));
    }

    private static async Task<Outcome<Complaint>> TryAsync(
        TestDatabase database, Complaint now, string verb, StaffScope staff, string? message, string? note, string? reason, IReadOnlyDictionary<string, string> products) =>
        await database.Units.RunAsync<MoveComplaint, Complaint>(
            async (act, ct) => await act.DoAsync(
                new MoveComplaintInput(now.Id, now.Version, verb, message, note, reason) { Products = products },
                staff, Provenance.Staff(staff.StaffId, database.Clock.UtcNow), ct),
            CancellationToken.None);

    /// <summary>Review and analysis writes down what it has found, once.</summary>
    public static async Task AnalyseAsync(this TestDatabase database, Complaint complaint)
    {
        if (await database.ReadAsync(db => db.Products.AnyAsync(p => p.ComplaintId == complaint.Id && p.Kind == ProductKind.Analysis)))
        {
            return;
        }

        await AnalyseAsync(database.Units, complaint, database.Clock.UtcNow);
    }

    public static async Task AnalyseAsync(UnitOfWork units, Complaint complaint, DateTime now)
    {
        var analyst = Staff(Role.Manager, readsSensitive: true);
        var by = Provenance.Staff(analyst.StaffId, now);
        var input = new RecordAnalysisInput(SequentialId.Next(now), complaint.Id, TestProducts.On(complaint.LodgedAt));
        await units.RunAsync<RecordAnalysis, Product>((act, ct) => act.DoAsync(input, analyst, by, ct), CancellationToken.None);
    }

    public static async Task<Partner> PartnerAsync(this TestDatabase database, string code = "dinkes", string area = "32.04")
    {
        var partner = new Partner
        {
            Id = SequentialId.Next(database.Clock.UtcNow),
            Code = code,
            Name = $"Mitra {code}",
            Kind = PartnerKind.GovernmentService,
            Services = "N1 K2",
            AreaCode = area,
        };
        await database.AddAsync(partner);
        return partner;
    }

    public static Task<Complaint> ReloadAsync(this TestDatabase database, Complaint complaint) =>
        database.ReadAsync(db => db.Complaints.SingleAsync(c => c.Id == complaint.Id));

    /// <summary>What the outbox holds for a conversation, in order.</summary>
    public static async Task<List<string>> SaidAsync(this TestDatabase database, Guid conversationId)
    {
        var cipher = database.Services.GetRequiredService<FieldCipher>();
        var rows = await database.ReadAsync(db => db.OutboundMessages
            .Where(m => m.ConversationId == conversationId).OrderBy(m => m.Id).ToListAsync());
        return [.. rows.Select(m => cipher.OpenBody(m.Body, m.Id).Text)];
    }

    public static Task<List<string>> AuditedAsync(this TestDatabase database, Guid subjectId) =>
        database.ReadAsync(db => db.AuditActs.Where(a => a.SubjectId == subjectId).OrderBy(a => a.Id).Select(a => a.Verb).ToListAsync());
}
