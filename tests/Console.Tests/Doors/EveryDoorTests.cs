using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SlrtBot.Console.Tests.Site;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Referrals;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;

namespace SlrtBot.Console.Tests.Doors;

/// <summary>
/// Every handler of every page, all that it may answer: not found, not permitted, bad input, stale, success. A refusal is a
/// page with words, and leaves nothing behind but that somebody looked or was denied.
/// </summary>
[Collection(ConsoleTests.Name)]
public sealed partial class EveryDoorTests(ConsoleSite site)
{
    private static readonly string[] Looks =
        ["access.denied", "complaint.viewed", "conversation.viewed", "file.opened", "referral.letter_opened", "staff.signed_in", "staff.sign_in_refused", "staff.password_refused"];

    private readonly DoorStage _stage = new(site);

    public static TheoryData<string> Handlers => [.. DoorTable.All.Select(d => d.Handler)];

    public static TheoryData<string> WithRecord => [.. DoorTable.All.Where(d => d.Missing is not null).Select(d => d.Handler)];

    public static TheoryData<string> InAnArea => [.. DoorTable.All.Where(d => d is { NamesRecord: true, AnyArea: null, Anonymous: false }).Select(d => d.Handler)];

    public static TheoryData<string> WithInput => [.. DoorTable.All.Where(d => d.Bad.Count > 0).Select(d => d.Handler)];

    public static TheoryData<string> WithVersion => [.. DoorTable.All.Where(d => d.Stale is not null).Select(d => d.Handler)];

    [Fact]
    public async Task Every_handler_has_its_row() =>
        Assert.Equal([], Lacking(await PageHandlers.OfAsync(site.Services), DoorTable.All));

    [Fact]
    public async Task A_handler_without_a_row_and_a_row_that_says_too_little_are_found()
    {
        // Arrange
        var handlers = await PageHandlers.OfAsync(site.Services);
        var silent = new Door("POST /complaints/{reference}/move", (s, _) => s.LodgedAsync()) { Success = 303 };

        // Act
        var lacking = Lacking(handlers, [.. DoorTable.All.Where(d => !d.Handler.EndsWith("/move", StringComparison.Ordinal)), silent]).ToList();

        // Assert
        Assert.Contains("GET /complaints/{reference}/move has no row", lacking);
        Assert.Contains("POST /complaints/{reference}/move: what is not found?", lacking);
        Assert.Contains("POST /complaints/{reference}/move: what is bad input?", lacking);
        Assert.Contains("POST /complaints/{reference}/move: what is stale?", lacking);
    }

    [Theory]
    [MemberData(nameof(Handlers))]
    public async Task When_all_is_well(string handler)
    {
        // Arrange
        var (door, actor) = await DoorAsync(handler);
        var scene = await door.Scene(_stage, actor);
        var before = await ActsAsync(actor, all: true);

        // Act
        var answer = await SendAsync(door, actor, scene, door.Fields);

        // Assert
        Assert.True(door.Success == answer.Status, $"{answer.Status} {answer.Location}: {Said(answer)}");
        AssertPage(answer);
        if (door.Does is { } verb)
        {
            Assert.Contains(verb, (await ActsAsync(actor, all: true))[before.Count..]);
        }
    }

    [Theory]
    [MemberData(nameof(WithRecord))]
    public async Task What_never_was_is_not_found(string handler)
    {
        // Arrange
        var (door, actor) = await DoorAsync(handler);
        var scene = (await door.Scene(_stage, actor)).With("reference", ReferenceCode.New()).With("number", ReferralNumber.New())
            .With("id", $"{SequentialId.Next(site.Clock.UtcNow)}").With("token", SetUpToken.New());
        var before = await ActsAsync(actor);

        // Act
        var answer = await SendAsync(door, actor, scene, door.Fields);

        // Assert
        Assert.True(door.Missing == answer.Status, $"{answer.Status}: {Said(answer)}");
        AssertPage(answer);
        Assert.Equal(before, await ActsAsync(actor));
    }

    [Theory]
    [MemberData(nameof(Handlers))]
    public async Task Who_lacks_the_permission_or_is_not_signed_in_is_refused(string handler)
    {
        // Arrange
        var (door, owner) = await DoorAsync(handler);
        var scene = await door.Scene(_stage, owner);
        var permission = (await PageHandlers.OfAsync(site.Services))[handler];

        // Act, Assert
        foreach (var role in Enum.GetValues<Role>().Where(r => permission is not null && !TestData.Staff(r).May(permission)))
        {
            var actor = await _stage.ActorAsync(role, role == Role.Province ? "32" : "32.04");
            var before = await ActsAsync(actor);
            var answer = await SendAsync(door, actor, scene, door.Fields);
            Assert.True(answer.Status == 403, $"{role}: {answer.Status}");
            AssertPage(answer);
            Assert.Equal(before, await ActsAsync(actor));
        }

        if (!door.Anonymous)
        {
            var answer = await SendAsync(door, await _stage.StrangerAsync(), scene, door.Fields);
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
        var scene = await door.Scene(_stage, owner);
        var actor = await _stage.ActorAsync(door.By, "32.05");
        var before = await ActsAsync(actor);

        // Act
        var answer = await SendAsync(door, actor, scene, door.Fields);

        // Assert
        Assert.True(door.Elsewhere == answer.Status, $"{answer.Status}: {Said(answer)}");
        AssertPage(answer);
        Assert.Equal(before, await ActsAsync(actor));
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
            var scene = await door.Scene(_stage, actor);
            var before = await ActsAsync(actor);

            // Act
            var answer = await SendAsync(door, actor, scene, fields);

            // Assert
            if (answer.Status != status || !(await ActsAsync(actor)).SequenceEqual(before))
            {
                wrong.Add($"{fields}: {answer.Status}, not {status}, {string.Join(' ', (await ActsAsync(actor)).TakeLast(3))}\n{Said(answer)}");
            }

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
        var scene = await door.Scene(_stage, actor);
        var before = await ActsAsync(actor);

        // Act
        var answer = await SendAsync(door, actor, scene, door.Stale!);

        // Assert
        Assert.True(answer.Status == 409, $"{answer.Status}: {Said(answer)}");
        Assert.Contains(scene.Values["typed"], answer.Body, StringComparison.Ordinal);
        AssertPage(answer);
        Assert.Equal(before, await ActsAsync(actor));
    }

    private static IEnumerable<string> Lacking(IReadOnlyDictionary<string, string?> handlers, IReadOnlyList<Door> doors)
    {
        var rows = doors.ToLookup(d => d.Handler);
        return handlers.Keys.Where(h => !rows.Contains(h)).Select(h => $"{h} has no row")
            .Concat(doors.Where(d => !handlers.ContainsKey(d.Handler)).Select(d => $"{d.Handler} is no handler"))
            .Concat(rows.Where(r => r.Count() > 1).Select(r => $"{r.Key} has several rows"))
            .Concat(doors.Where(d => d.NamesRecord && d.Missing is null).Select(d => $"{d.Handler}: what is not found?"))
            .Concat(doors.Where(d => d.Bad.Count == 0 && d.NothingSent is null).Select(d => $"{d.Handler}: what is bad input?"))
            .Concat(doors.Where(d => d.IsPost && d.Stale is null && d.NoVersion is null).Select(d => $"{d.Handler}: what is stale?"));
    }

    private async Task<(Door Door, Actor Actor)> DoorAsync(string handler)
    {
        var door = DoorTable.All.Single(d => d.Handler == handler);
        return (door, door.Anonymous ? await _stage.StrangerAsync() : await _stage.ActorAsync(door.By, alone: door.Alone));
    }

    private static Task<Answer> SendAsync(Door door, Actor actor, Scene scene, string fields)
    {
        var path = scene.Fill(door.Path);
        if (!door.IsPost)
        {
            return actor.Browser.GetAsync(fields.Length == 0 ? path : $"{path}?{scene.Fill(fields)}");
        }

        var given = fields.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(f => f.Split('=', 2))
            .Select(f => (f[0], scene.Fill(Uri.UnescapeDataString(f[1])))).ToList();
        return actor.Browser.PostAsync(path, false, [("csrf", actor.Token), .. given]);
    }

    /// <summary>What the actor did, without what was only looked at.</summary>
    private async Task<List<string>> ActsAsync(Actor actor, bool all = false)
    {
        var id = actor.Staff?.Id ?? Guid.Empty;
        return await site.ReadAsync(db => db.AuditActs.Where(a => a.ActorId == id && (all || !Looks.Contains(a.Verb))).OrderBy(a => a.Id).Select(a => a.Verb).ToListAsync());
    }

    private static void AssertPage(Answer answer)
    {
        if (answer.Status is not (302 or 303) && answer.Response.Content.Headers.ContentType?.MediaType != "application/pdf")
        {
            Assert.NotEmpty(answer.Text("main h1"));
            AssertHtml.IsSound(answer);
        }
    }

    private static string Said(Answer answer)
    {
        var said = Blanks().Replace(answer.Document.QuerySelector("main")?.TextContent ?? answer.Body, " ");
        return said.Length > 300 ? said[..300] : said;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
