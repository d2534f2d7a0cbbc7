using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Console.Tests.Site;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Intake;
using SlrtBot.Core.Complaints.Moves;
using SlrtBot.Core.Complaints.Representatives;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.DataRequests;
using SlrtBot.Core.Files;
using SlrtBot.Core.Jobs;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Referrals;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Talks;
using SlrtBot.TestKit;

namespace SlrtBot.Console.Tests.Doors;

/// <summary>Who acts: a signed-in browser and the token of its forms. Nobody's staff is null.</summary>
internal sealed record Actor(StaffMember? Staff, Browser Browser, string Token);

/// <summary>Prepares what handlers are about, through the acts where there is one.</summary>
internal sealed partial class DoorStage(ConsoleSite site)
{
    /// <summary>Roles sign in once: a password's hash is slow by design.</summary>
    private static readonly Dictionary<(Role, string, bool), (StaffMember Staff, Browser Browser)> SignedIn = [];

    private const string Wrong = "nama saya tertulis salah";
    private const string Reporter = "Entin Rahayu Kusumawati";

    public async Task<Actor> ActorAsync(Role role, string area = "32.04", bool alone = false, bool readsSensitive = true)
    {
        if (alone || !SignedIn.TryGetValue((role, area, readsSensitive), out var known) || (await known.Browser.GetAsync("/")).Status != 200)
        {
            var staff = await site.StaffAsync(role, area, readsSensitive);
            known = (staff, await site.SignedInAsync(staff));
            if (!alone)
            {
                SignedIn[(role, area, readsSensitive)] = known;
            }
        }

        var token = (await known.Browser.GetAsync("/")).One("input[name=csrf]").GetAttribute("value")!;
        return new Actor(known.Staff, known.Browser, token);
    }

    public async Task<Actor> StrangerAsync()
    {
        var browser = site.Browser();
        return new Actor(null, browser, (await browser.GetAsync("/sign-in")).One("input[name=csrf]").GetAttribute("value")!);
    }

    public Scene Nothing() => new(new Dictionary<string, string>
    {
        ["key"] = $"{NewId()}",
        ["typed"] = "yang saya ketik",
        ["long"] = new string('x', 4000),
        ["today"] = $"{site.Today:yyyy-MM-dd}",
        ["tomorrow"] = $"{site.Today.AddDays(7):yyyy-MM-dd}",
    });

    public async Task<Scene> LodgedAsync() => Of(await site.LodgeAsync(name: Reporter));

    /// <summary>By the one who acts, at the desk.</summary>
    public async Task<Scene> RegisteredAsync(Actor actor)
    {
        var input = new RegisterComplaintInput
        {
            DraftId = NewId(),
            Channel = DeskChannel.Desk,
            Subject = Subject.Self,
            Name = Reporter,
            Story = "Beras tidak datang",
            CategoryCode = "P1",
            VillageCode = TestData.Village,
            Consent = ConsentGiver.Self,
            ConsentOn = site.Today,
        };
        var staff = StaffScope.Of(actor.Staff!, site.Today);
        var registered = await site.Units.RunAsync<RegisterComplaint, Complaint>(
            (act, cancel) => act.DoAsync(input, staff, Provenance.Staff(staff.StaffId, site.Clock.UtcNow), cancel), default);
        return Of(registered.Value);
    }

    public async Task<Scene> SettledAsync()
    {
        var complaint = await site.LodgeAsync(name: Reporter);
        await MoveAsync(complaint, "redirect", "Ini urusan kantor lain.");
        return Of(await ReloadAsync(complaint));
    }

    public async Task<Scene> AboutManagerAsync() => Of(await ReloadAsync(await site.LodgeAboutManagerAsync(await site.ConversationAsync())));

    /// <summary>Lodged, and in the hands of the one who acts.</summary>
    public async Task<Scene> HeldAsync(Actor actor)
    {
        var complaint = await site.LodgeAsync(name: Reporter);
        await site.ChangeAsync(async db => (await db.Complaints.SingleAsync(c => c.Id == complaint.Id)).AssignedTo = actor.Staff!.Id);
        return Of(await ReloadAsync(complaint));
    }

    public async Task<Scene> InReviewAsync()
    {
        var complaint = await site.LodgeAsync("N1", name: Reporter);
        await MoveAsync(complaint, "review");
        await TestData.AnalyseAsync(site.Units, complaint, site.Clock.UtcNow);
        return Of(await ReloadAsync(complaint)).With("partner", $"{(await site.PartnerAsync()).Id}");
    }

    public async Task<Scene> ReferredAsync()
    {
        var scene = await InReviewAsync();
        var (complaint, sender) = (Guid.Parse(scene.Values["complaint"]), await site.StaffAsync(Role.Manager));
        var staff = StaffScope.Of(sender, site.Today);
        var input = new ReferComplaintInput(
            NewId(), complaint, int.Parse(scene.Values["version"], null), Guid.Parse(scene.Values["partner"]), null, "Mohon diperiksa",
            LocalDay.Of(site.Clock.UtcNow.AddDays(7), TimeZoneInfo.Utc), "spoken");
        var referral = (await site.Units.RunAsync<ReferComplaint, Referral>(
            (act, cancel) => act.DoAsync(input, staff, Provenance.Staff(staff.StaffId, site.Clock.UtcNow), cancel), default)).Value;
        return scene.With("number", referral.Number).With("version", $"{referral.Version}");
    }

    public async Task<Scene> SlippedAsync()
    {
        var scene = await LodgedAsync();
        var (complaint, staff) = (Guid.Parse(scene.Values["complaint"]), TestData.Staff(Role.Manager));
        _ = await site.Units.RunAsync<MakeSlip, Slip>(
            (act, cancel) => act.DoAsync(new(complaint, Relation.Family, "Budi", null), staff, Provenance.Staff(staff.StaffId, site.Clock.UtcNow), cancel), default);
        var row = await site.ReadAsync(db => db.Representatives.SingleAsync(r => r.ComplaintId == complaint && r.SlipHash != null));
        return scene.With("representative", $"{row.Id}");
    }

    public async Task<Scene> TalkAsync()
    {
        var conversation = await site.ConversationAsync();
        _ = await site.Units.RunAsync<RequestOfficer, Talk>(
            (act, cancel) => act.DoAsync(conversation, Provenance.Resident(conversation.Id, "telegram", site.Clock.UtcNow), cancel), default);
        await site.ChangeAsync(async db => (await db.Conversations.SingleAsync(c => c.Id == conversation.Id)).Pin = new Sealed([1]));
        return Nothing().With("id", $"{conversation.Id}");
    }

    public async Task<Scene> TakenTalkAsync(Actor actor)
    {
        // Not through the page, so that the talk was never looked at.
        var scene = await TalkAsync();
        var staff = StaffScope.Of(actor.Staff!, site.Today);
        var taken = await site.Units.RunAsync<TakeOver, Talk>(
            (act, cancel) => act.DoAsync(Guid.Parse(scene.Values["id"]), staff, Provenance.Staff(staff.StaffId, site.Clock.UtcNow), cancel), default);
        Assert.True(taken.Succeeded);
        return scene;
    }

    public async Task<Scene> RequestAsync()
    {
        var scene = await LodgedAsync();
        var complaint = await site.ReadAsync(db => db.Complaints.SingleAsync(c => c.Reference == scene.Values["reference"]));
        var conversation = await site.ReadAsync(db => db.Conversations.SingleAsync(c => c.Id == complaint.ConversationId));
        var request = (await site.Units.RunAsync<OpenRequest, DataRequest>(
            (act, cancel) => act.DoAsync(conversation, new(DataRequestKind.Correct, Wrong), Provenance.Resident(conversation.Id, "telegram", site.Clock.UtcNow), cancel),
            default)).Value;
        return scene.With("id", $"{request.Id}").With("version", $"{request.Version}").With("personal", Wrong);
    }

    public async Task<Scene> ParkedAsync()
    {
        var conversation = await site.ConversationAsync();
        await site.ChangeAsync(async db => (await db.Conversations.SingleAsync(c => c.Id == conversation.Id)).VillageCode = TestData.Village);
        var id = NewId();
        await site.AddAsync(new InboundMessage
        {
            Id = id,
            Channel = "telegram",
            UpdateKey = $"door:{id:N}",
            AddressIndex = conversation.AddressIndex,
            Payload = Cipher.SealBytes("""{"update_id":1,"message":{"text":"halo","chat":{"id":5}}}"""u8.ToArray(), new("inbound_message"), id, "payload"),
            ReceivedAt = site.Clock.UtcNow,
            State = InboundState.Parked,
            Tries = 5,
            ErrorCode = "JsonException",
        });
        return Nothing().With("id", $"{id}");
    }

    /// <summary>A row that a job could not handle.</summary>
    public async Task<Scene> PutOffAsync()
    {
        var id = NewId();
        await site.AddAsync(new ParkedRow
        {
            Job = "remind",
            RowId = id,
            FirstFailedAt = site.Clock.UtcNow,
            Attempts = 5,
            ErrorCode = "JsonException",
            NextTryAt = site.Clock.UtcNow,
            ParkedAt = site.Clock.UtcNow,
        });
        return Nothing().With("id", $"{id}");
    }

    public async Task<Scene> UnsentAsync()
    {
        var (conversation, id) = (await site.ConversationAsync(), NewId());
        await site.ChangeAsync(async db => (await db.Conversations.SingleAsync(c => c.Id == conversation.Id)).VillageCode = TestData.Village);
        await site.AddAsync(new OutboundMessage
        {
            Id = id,
            ConversationId = conversation.Id,
            Channel = "telegram",
            Kind = OutboundKind.Reply,
            DedupeKey = $"door:{id:N}",
            Body = Cipher.Seal("""{"Text":"Halo"}""", new("outbound_message"), id, "body"),
            State = OutboundState.Failed,
            CreatedAt = site.Clock.UtcNow,
            NotBefore = site.Clock.UtcNow.AddDays(1),
        });
        return Nothing().With("id", $"{id}");
    }

    public async Task<Scene> FileAsync()
    {
        var scene = await LodgedAsync();
        var complaint = await site.ReadAsync(db => db.Complaints.SingleAsync(c => c.Reference == scene.Values["reference"]));
        var id = NewId();
        await site.Services.GetRequiredService<FileStore>().WriteAsync(id, "%PDF-1.4 made up"u8.ToArray(), default);
        await site.AddAsync(new StoredFile
        {
            Id = id,
            ConversationId = complaint.ConversationId!.Value,
            ComplaintId = complaint.Id,
            Kind = FileKind.Document,
            State = FileState.Stored,
            ContentType = "application/pdf",
            Size = 16,
            CreatedAt = site.Clock.UtcNow,
        });
        return scene.With("id", $"{id}");
    }

    public async Task<Scene> InvitedAsync()
    {
        var (staff, token) = (await site.StaffAsync(Role.Frontoffice), SetUpToken.New());
        await site.ChangeAsync(async db =>
        {
            var row = await db.StaffMembers.SingleAsync(s => s.Id == staff.Id);
            (row.PasswordHash, row.SetUpTokenHash, row.SetUpTokenExpires) = (null, SetUpToken.Hash(token), site.Clock.UtcNow + SetUpToken.Life);
        });
        return Nothing().With("token", token).With("user", staff.UserName);
    }

    public async Task<Scene> AccountAsync() => Nothing().With("user", (await site.StaffAsync(Role.Frontoffice)).UserName);

    private FieldCipher Cipher => site.Services.GetRequiredService<FieldCipher>();

    private Guid NewId() => SequentialId.Next(site.Clock.UtcNow);

    private Scene Of(Complaint complaint) => Nothing()
        .With("complaint", $"{complaint.Id:N}").With("reference", complaint.Reference).With("version", $"{complaint.Version}")
        .With("personal", Reporter);

    private async Task MoveAsync(Complaint complaint, string verb, string? message = null)
    {
        var staff = TestData.Staff(Role.Manager);
        var moved = await site.Units.RunAsync<MoveComplaint, Complaint>(
            (act, cancel) => act.DoAsync(new(complaint.Id, complaint.Version, verb, message) { Products = TestProducts.On(site.Clock.UtcNow) }, staff, Provenance.Staff(staff.StaffId, site.Clock.UtcNow), cancel), default);
        Assert.True(moved.Succeeded);
    }

    private Task<Complaint> ReloadAsync(Complaint complaint) => site.ReadAsync(db => db.Complaints.SingleAsync(c => c.Id == complaint.Id));
}
