using Microsoft.EntityFrameworkCore;
using SlrtBot.Console.Tests.Site;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Changes;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;
using static SlrtBot.Console.Tests.Doors.DoorKnock;

namespace SlrtBot.Console.Tests.Doors;

/// <summary>
/// Every handler that names a record, once more for a complaint that turned delicate, is about one of ours, or from which its reader
/// stepped aside: nothing is there. And every list, count and tile stays as it was while such a complaint comes in.
/// </summary>
[Collection(ConsoleTests.Name)]
public sealed class DelicateDoorTests(ConsoleSite site)
{
    private const string District = "32.04.44";
    private const string Words = "dipotong lima puluh ribu tiap ambil beras";

    /// <summary>Everything that shows, counts or finds complaints, or what hangs on them.</summary>
    private static readonly string[] Lists =
    [
        "/", "/queue?view=all", "/queue?view=new", "/queue?view=overdue", "/queue?view=at_risk", "/tasks", "/tasks?list=desk", "/tasks?list=waiting", "/visits?whose=all", "/tellings",
        "/meetings", "/conversations", "/referrals?view=all", "/requests",
    ];

    private readonly DoorKnock _knock = new(site);

    /// <summary>Whoever has just registered somebody reads the receipt, whatever it is about.</summary>
    public static TheoryData<string> InAnArea =>
        [.. DoorTable.All.Where(d => d is { NamesRecord: true, AnyArea: null, Anonymous: false } && d.Path != "/intake/{reference}").Select(d => d.Handler)];

    /// <summary>Who must not see it, though it lies in their area: role, area, the permission for delicate classes, what it is.</summary>
    public static TheoryData<Role, string, bool, string> Kept => new()
    {
        { Role.Facilitator, TestData.Village, false, "N8" }, { Role.Coordinator, TestData.Village, false, "N8" }, { Role.Supervisor, District, false, "N8" },
        { Role.Frontoffice, "32.04", false, "N8" }, { Role.Analyst, "32.04", false, "N8" }, { Role.Backoffice, "32.04", false, "N8" }, { Role.Manager, "32.04", false, "N8" },
        { Role.Administrator, "32.04", true, "N8" },
        { Role.Facilitator, TestData.Village, true, nameof(Concern.VillageOffice) }, { Role.Coordinator, TestData.Village, true, nameof(Concern.VillageOffice) },
        { Role.Supervisor, District, true, nameof(Concern.DistrictSupervisor) }, { Role.Facilitator, TestData.Village, true, nameof(Concern.DistrictSupervisor) },
        { Role.Frontoffice, "32.04", true, nameof(Concern.RegencyOffice) }, { Role.Analyst, "32.04", true, nameof(Concern.RegencyOffice) },
        { Role.Supervisor, District, true, nameof(Concern.RegencyOffice) }, { Role.Manager, "32.04", true, nameof(Concern.Manager) }, { Role.Backoffice, "32.04", true, nameof(Concern.Manager) },
        { Role.Administrator, "32.04", true, nameof(Concern.VillageOffice) },
    };

    [Theory]
    [MemberData(nameof(InAnArea))]
    public async Task What_turned_delicate_is_not_there_for_who_reads_none(string handler)
    {
        // Arrange
        var door = DoorTable.All.Single(d => d.Handler == handler);
        var owner = await _knock.ActorAsync(door);
        var scene = await door.Scene(_knock.Stage, owner);
        var reader = await _knock.Stage.ActorAsync(door.By, readsSensitive: false);
        if (!await TurnAsync(scene, concerns: null))
        {
            return;
        }

        // Act, Assert
        await AssertNotThereAsync(door, reader, scene);
    }

    [Theory]
    [MemberData(nameof(InAnArea))]
    public async Task What_is_about_the_manager_is_there_for_nobody_but_the_administrator(string handler)
    {
        // Arrange
        var door = DoorTable.All.Single(d => d.Handler == handler);
        var owner = await _knock.ActorAsync(door);
        var scene = await door.Scene(_knock.Stage, owner);
        if (door.By == Role.Administrator || !await TurnAsync(scene, Concern.Manager))
        {
            return;
        }

        // Act, Assert
        await AssertNotThereAsync(door, owner, scene);
    }

    [Theory]
    [MemberData(nameof(Kept))]
    public async Task Whoever_must_not_see_it_finds_every_list_count_and_hit_as_it_was(Role role, string area, bool readsSensitive, string what)
    {
        // Arrange
        var reader = await _knock.Stage.ActorAsync(role, area, readsSensitive: readsSensitive);
        _ = await SeenAsync(reader);
        var before = await SeenAsync(reader);

        // Act
        var complaint = await LodgeAsync(what);

        // Assert
        var after = await SeenAsync(reader);
        Assert.All(before.Zip(after), pair => Assert.Equal(pair.First, pair.Second));
        Assert.True((await reader.Browser.GetAsync($"/complaints/{complaint.Reference}")).Status is 403 or 404);
    }

    /// <returns>False where the scene has no complaint.</returns>
    private async Task<bool> TurnAsync(Scene scene, Concern? concerns)
    {
        if (!scene.Values.TryGetValue("complaint", out var id))
        {
            return false;
        }

        var staff = TestData.Staff(Role.Manager, readsSensitive: true);
        var version = await site.ReadAsync(db => db.Complaints.Where(c => c.Id == Guid.Parse(id)).Select(c => c.Version).SingleAsync());
        var input = new RecategoriseInput(
            Guid.Parse(id), version, concerns is null ? "P1" : "P2", IsSensitive: true, concerns, "Ternyata peka.", SequentialId.Next(site.Clock.UtcNow));
        var turned = await site.Units.RunAsync<RecategoriseComplaint, Complaint>(
            (act, cancel) => act.DoAsync(input, staff, Provenance.Staff(staff.StaffId, site.Clock.UtcNow), cancel), default);
        Assert.Empty(turned.Refusals);
        return true;
    }

    private async Task AssertNotThereAsync(Door door, Actor reader, Scene scene)
    {
        var (before, known) = (await _knock.ActsAsync(reader), await _knock.AuditAsync(reader));

        // Act
        var answer = await SendAsync(door, reader, scene, door.Fields);

        // Assert
        Assert.True(door.Elsewhere == answer.Status, $"{answer.Status}: {Said(answer)}");
        Assert.Equal(before, await _knock.ActsAsync(reader));
        Assert.DoesNotContain((await _knock.AuditAsync(reader))[known.Count..], v => v.EndsWith(".viewed", StringComparison.Ordinal));
    }

    private async Task<Complaint> LodgeAsync(string what)
    {
        var conversation = await site.ConversationAsync();
        Concern? concerns = Enum.TryParse<Concern>(what, out var known) ? known : null;
        var input = TestData.Story(conversation.Id, concerns is null ? what : "P2") with
        {
            Concerns = concerns,
            Story = Words,
            DraftId = SequentialId.Next(site.Clock.UtcNow),
        };
        var by = Provenance.Resident(conversation.Id, input.Channel, site.Clock.UtcNow);
        return (await site.Units.RunAsync<Core.Complaints.Lodging.LodgeComplaint, Complaint>((act, cancel) => act.DoAsync(input, by, cancel), default)).Value;
    }

    /// <summary>What the lists say, each with its address, and what a search for the words finds.</summary>
    private static async Task<List<string>> SeenAsync(Actor reader)
    {
        var seen = new List<string>();
        foreach (var path in Lists)
        {
            var page = await reader.Browser.GetAsync(path);
            // A refusal bears a number of its own.
            seen.Add($"{path} {page.Status}: {string.Join('\n', page.Status == 200 ? page.Texts("main, nav") : page.Texts("nav"))}");
        }

        var found = await reader.Browser.PostAsync("/search", false, ("csrf", reader.Token), ("Q", "dipotong ambil beras"));
        seen.Add($"/search {found.Status}: {string.Join('\n', found.Texts("main"))}");
        return seen;
    }
}
