using SlrtBot.Console.Tests.Site;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Referrals;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;
using static SlrtBot.Console.Tests.Doors.DoorKnock;

namespace SlrtBot.Console.Tests.Doors;

/// <summary>
/// Every handler of every page, all that it may answer: not found, not permitted, bad input, stale, success. A refusal is a
/// page with words, and leaves nothing behind but that somebody looked or was denied.
/// </summary>
[Collection(ConsoleTests.Name)]
public sealed class EveryDoorTests(ConsoleSite site)
{
    /// <summary>What it says where a page does not.</summary>
    private static readonly string[] OfTheFramework = ["is not valid for", "is not valid.", "is invalid."];

    private readonly DoorKnock _knock = new(site);

    public static TheoryData<string> Handlers => [.. DoorTable.All.Select(d => d.Handler)];

    public static TheoryData<string> Gates => [.. Gate.All.Select(g => g.Handler)];

    public static TheoryData<string> WithRecord => [.. DoorTable.All.Where(d => d.Missing is not null).Select(d => d.Handler)];

    public static TheoryData<string> InAnArea => [.. DoorTable.All.Where(d => d is { NamesRecord: true, AnyArea: null, Anonymous: false }).Select(d => d.Handler)];

    public static TheoryData<string> WithInput => [.. DoorTable.All.Where(d => d.Bad.Count > 0).Select(d => d.Handler)];

    public static TheoryData<string> WithVersion => [.. DoorTable.All.Where(d => d.Stale is not null).Select(d => d.Handler)];

    [Fact]
    public async Task Every_handler_has_its_row() =>
        Assert.Equal([], Lacking(await PageHandlers.OfAsync(site.Services), DoorTable.All, Gate.All));

    [Fact]
    public async Task A_handler_without_a_row_and_a_row_that_says_too_little_are_found()
    {
        // Arrange
        var handlers = await PageHandlers.OfAsync(site.Services);
        var silent = new Door("POST /complaints/{reference}/move", (s, _) => s.LodgedAsync()) { Success = 303 };

        // Act
        var lacking = Lacking(
            handlers, [.. DoorTable.All.Where(d => !d.Handler.EndsWith("/move", StringComparison.Ordinal)), silent],
            [.. Gate.All.Where(g => g.Handler != "GET /live")]).ToList();

        // Assert
        Assert.Contains("GET /complaints/{reference}/move has no row", lacking);
        Assert.Contains("GET /live has no row", lacking);
        Assert.Contains("POST /complaints/{reference}/move: what is not found?", lacking);
        Assert.Contains("POST /complaints/{reference}/move: what is bad input?", lacking);
        Assert.Contains("POST /complaints/{reference}/move: what is stale?", lacking);
    }

    [Theory]
    [MemberData(nameof(Gates))]
    public async Task An_address_that_is_no_page_answers_who_is_not_signed_in(string handler)
    {
        // Arrange
        var gate = Gate.All.Single(g => g.Handler == handler);
        var stranger = await _knock.Stage.StrangerAsync();
        var path = gate.Handler.Split(' ')[1];

        // Act
        var answer = gate.IsPost ? await stranger.Browser.PostAsync(path, false) : await stranger.Browser.GetAsync(path);

        // Assert
        Assert.True(gate.Stranger == answer.Status, $"{answer.Status}: {Said(answer)}");
        Assert.NotEmpty(gate.SeenBy);
    }

    [Theory]
    [MemberData(nameof(Handlers))]
    public async Task When_all_is_well(string handler)
    {
        // Arrange
        var (door, actor) = await DoorAsync(handler);
        var scene = await door.Scene(_knock.Stage, actor);
        var before = await _knock.AuditAsync(actor);

        // Act
        var answer = await SendAsync(door, actor, scene, door.Fields);

        // Assert
        Assert.True(door.Success == answer.Status, $"{answer.Status} {answer.Location}: {Said(answer)}");
        AssertPage(answer);
        if (door.Does is { } verb)
        {
            Assert.Contains(verb, (await _knock.AuditAsync(actor))[before.Count..]);
        }

        Assert.Null(await _knock.WrongLookAsync(door, actor, scene, answer, before));
    }

    [Theory]
    [MemberData(nameof(WithRecord))]
    public async Task What_never_was_is_not_found(string handler)
    {
        // Arrange
        var (door, actor) = await DoorAsync(handler);
        var scene = (await door.Scene(_knock.Stage, actor)).With("reference", ReferenceCode.New()).With("number", ReferralNumber.New())
            .With("id", $"{SequentialId.Next(site.Clock.UtcNow)}").With("token", SetUpToken.New());
        var (before, known) = (await _knock.ActsAsync(actor), await _knock.AuditAsync(actor));

        // Act
        var answer = await SendAsync(door, actor, scene, door.Fields);

        // Assert
        Assert.True(door.Missing == answer.Status, $"{answer.Status}: {Said(answer)}");
        AssertPage(answer);
        Assert.Equal(before, await _knock.ActsAsync(actor));
        Assert.Equal([], Looked(await _knock.AuditAsync(actor), known));
    }

    [Theory]
    [MemberData(nameof(Handlers))]
    public async Task Who_lacks_the_permission_or_is_not_signed_in_is_refused(string handler)
    {
        // Arrange
        var (door, owner) = await DoorAsync(handler);
        var scene = await door.Scene(_knock.Stage, owner);
        var permission = (await PageHandlers.OfAsync(site.Services))[handler];

        // Act, Assert
        foreach (var role in Enum.GetValues<Role>().Where(r => permission is not null && !TestData.Staff(r).May(permission)))
        {
            var actor = await _knock.Stage.ActorAsync(role, role == Role.Province ? "32" : "32.04");
            var (before, known) = (await _knock.ActsAsync(actor), await _knock.AuditAsync(actor));
            var answer = await SendAsync(door, actor, scene, door.Fields);
            Assert.True(answer.Status == 403, $"{role}: {answer.Status}");
            AssertPage(answer);
            Assert.Equal(before, await _knock.ActsAsync(actor));
            Assert.Equal([], Looked(await _knock.AuditAsync(actor), known));
        }

        if (!door.Anonymous)
        {
            var answer = await SendAsync(door, await _knock.Stage.StrangerAsync(), scene, door.Fields);
            Assert.True(answer.Status == 302, $"nobody: {answer.Status}");
            Assert.StartsWith("https://localhost/sign-in", answer.Location, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(InAnArea))]
    public async Task A_record_of_another_area_is_not_there(string handler)
    {
        // Arrange
        var (door, owner) = await DoorAsync(handler);
        var scene = await door.Scene(_knock.Stage, owner);
        var actor = await _knock.Stage.ActorAsync(door.By, "32.05");
        var (before, known) = (await _knock.ActsAsync(actor), await _knock.AuditAsync(actor));

        // Act
        var answer = await SendAsync(door, actor, scene, door.Fields);

        // Assert
        Assert.True(door.Elsewhere == answer.Status, $"{answer.Status}: {Said(answer)}");
        AssertPage(answer);
        Assert.Equal(before, await _knock.ActsAsync(actor));
        Assert.Equal([], Looked(await _knock.AuditAsync(actor), known));
    }

    [Theory]
    [MemberData(nameof(WithInput))]
    public async Task Bad_input_is_refused_with_words_and_leaves_nothing(string handler)
    {
        // Arrange
        var (door, actor) = await DoorAsync(handler);
        var wrong = new List<string>();

        foreach (var (status, fields) in door.Bad)
        {
            var scene = await door.Scene(_knock.Stage, actor);
            var (before, known) = (await _knock.ActsAsync(actor), await _knock.AuditAsync(actor));

            // Act
            var answer = await SendAsync(door, actor, scene, fields);

            // Assert
            if (answer.Status != status || !(await _knock.ActsAsync(actor)).SequenceEqual(before))
            {
                wrong.Add($"{fields}: {answer.Status}, not {status}, {string.Join(' ', (await _knock.ActsAsync(actor)).TakeLast(3))}\n{Said(answer)}");
            }

            if (await _knock.WrongLookAsync(door, actor, scene, answer, known) is { } look)
            {
                wrong.Add($"{fields}: {look}");
            }

            wrong.AddRange(OfTheFramework.Where(words => answer.Body.Contains(words, StringComparison.Ordinal)).Select(words => $"{fields}: \"{words}\", in English"));
            AssertPage(answer);
            Assert.True(status != 422 || answer.Document.QuerySelector("[role=alert], .field-error") is not null, $"{fields}: no words\n{Said(answer)}");
        }

        Assert.Equal([], wrong);
    }

    [Theory]
    [MemberData(nameof(WithVersion))]
    public async Task What_was_decided_on_an_older_version_is_refused_and_what_was_typed_is_shown(string handler)
    {
        // Arrange
        var (door, actor) = await DoorAsync(handler);
        var scene = await door.Scene(_knock.Stage, actor);
        var (before, known) = (await _knock.ActsAsync(actor), await _knock.AuditAsync(actor));

        // Act
        var answer = await SendAsync(door, actor, scene, door.Stale!);

        // Assert
        Assert.True(answer.Status == 409, $"{answer.Status}: {Said(answer)}");
        Assert.Contains(scene.Values["typed"], answer.Body, StringComparison.Ordinal);
        AssertPage(answer);
        Assert.Equal(before, await _knock.ActsAsync(actor));
        Assert.Null(await _knock.WrongLookAsync(door, actor, scene, answer, known));
    }

    private static IEnumerable<string> Lacking(IReadOnlyDictionary<string, string?> handlers, IReadOnlyList<Door> doors, IReadOnlyList<Gate> gates)
    {
        var rows = doors.Select(d => d.Handler).Concat(gates.Select(g => g.Handler)).ToLookup(h => h);
        return handlers.Keys.Where(h => !rows.Contains(h)).Select(h => $"{h} has no row")
            .Concat(rows.Where(r => !handlers.ContainsKey(r.Key)).Select(r => $"{r.Key} is no handler"))
            .Concat(rows.Where(r => r.Count() > 1).Select(r => $"{r.Key} has several rows"))
            .Concat(doors.Where(d => d.NamesRecord && d.Missing is null).Select(d => $"{d.Handler}: what is not found?"))
            .Concat(doors.Where(d => d.Bad.Count == 0 && d.NothingSent is null).Select(d => $"{d.Handler}: what is bad input?"))
            .Concat(doors.Where(d => d.IsPost && d.Stale is null && d.NoVersion is null).Select(d => $"{d.Handler}: what is stale?"));
    }

    private static IEnumerable<string> Looked(List<string> audit, List<string> known) =>
        audit[known.Count..].Where(v => v.EndsWith(".viewed", StringComparison.Ordinal));

    private async Task<(Door Door, Actor Actor)> DoorAsync(string handler)
    {
        var door = DoorTable.All.Single(d => d.Handler == handler);
        return (door, await _knock.ActorAsync(door));
    }
}
