using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SlrtBot.Console.Tests.Site;
using SlrtBot.TestKit;

namespace SlrtBot.Console.Tests.Doors;

/// <summary>Sends what a row says, and reads what the audit holds of it afterwards.</summary>
internal sealed partial class DoorKnock(ConsoleSite site)
{
    private const string View = ".viewed";

    private static readonly string[] Looks =
        ["access.denied", "complaint.searched", "file.opened", "meeting.minutes_opened", "meeting.numbers_opened", "referral.letter_opened", "registry.checked", "registry.looked_up", "staff.signed_in", "staff.sign_in_refused", "staff.password_refused"];

    /// <summary>What a field of a form with a file may hold.</summary>
    private static readonly Dictionary<string, Func<byte[]>> Files = new()
    {
        ["{photo}"] = () => SamplePictures.PhoneJpeg(), ["{text}"] = () => "halo"u8.ToArray(), ["{empty}"] = () => [], ["{list}"] = () => DoorStage.List("3204375203749999"),
    };

    public DoorStage Stage { get; } = new(site);

    public async Task<Actor> ActorAsync(Door door) =>
        door.Anonymous ? await Stage.StrangerAsync() : await Stage.ActorAsync(door.By, alone: door.Alone);

    public static Task<Answer> SendAsync(Door door, Actor actor, Scene scene, string fields)
    {
        var path = scene.Fill(door.Path);
        if (!door.IsPost)
        {
            return actor.Browser.GetAsync(fields.Length == 0 ? path : $"{path}?{scene.Fill(fields)}");
        }

        var given = fields.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(f => f.Split('=', 2))
            .Select(f => (f[0], scene.Fill(Uri.UnescapeDataString(f[1])))).ToList();
        return given.Any(g => Files.ContainsKey(g.Item2))
            ? actor.Browser.PostFileAsync(path, [("csrf", actor.Token), .. given.Where(g => !Files.ContainsKey(g.Item2))], given.Where(g => Files.ContainsKey(g.Item2)).Select(g => (g.Item1, Files[g.Item2]())).First())
            : actor.Browser.PostAsync(path, false, [("csrf", actor.Token), .. given]);
    }

    /// <summary>Everything of the actor's in the audit, oldest first.</summary>
    public Task<List<string>> AuditAsync(Actor actor)
    {
        var id = actor.Staff?.Id ?? Guid.Empty;
        return site.ReadAsync(db => db.AuditActs.Where(a => a.ActorId == id).OrderBy(a => a.Id).Select(a => a.Verb).ToListAsync());
    }

    /// <summary>What the actor did, without what was only looked at.</summary>
    public async Task<List<string>> ActsAsync(Actor actor) =>
        [.. (await AuditAsync(actor)).Where(v => !Looks.Contains(v) && !v.EndsWith(View, StringComparison.Ordinal))];

    /// <summary>
    /// Whoever is shown what a resident said has looked at it, after a refusal too; who is shown nothing has not. A page that is
    /// led elsewhere, or finds a part gone, may have looked to say so.
    /// </summary>
    /// <param name="known">What the audit held of the actor before.</param>
    /// <returns>What is wrong; null where nothing is.</returns>
    public async Task<string?> WrongLookAsync(Door door, Actor actor, Scene scene, Answer answer, IReadOnlyList<string> known)
    {
        var looks = (await AuditAsync(actor))[known.Count..].Where(v => v.EndsWith(View, StringComparison.Ordinal)).ToList();
        var isShown = door.Views is not null && answer.Status is 200 or 409 or 422;
        if (!isShown && scene.Values.TryGetValue("personal", out var personal) && answer.Body.Contains(personal, StringComparison.Ordinal))
        {
            return $"{answer.Status} shows what a resident said, and its row knows no view";
        }

        var isRight = isShown && door.ShowsSeveral ? looks.Count > 0 && looks.All(l => l == door.Views)
            : isShown ? looks.SequenceEqual([door.Views!]) : looks.Count == 0 || (door.Views is not null && answer.Status is 303 or 404);
        return isRight ? null : $"{answer.Status}: the audit has {(looks.Count == 0 ? "no look" : string.Join(' ', looks))}, not {(isShown ? door.Views : "none")}";
    }

    public static void AssertPage(Answer answer)
    {
        if (answer.Status is not (302 or 303) && answer.Response.Content.Headers.ContentType?.MediaType is not ("application/pdf" or "text/csv"))
        {
            Assert.NotEmpty(answer.Text("main h1"));
            AssertHtml.IsSound(answer);
        }
    }

    public static string Said(Answer answer)
    {
        var said = Blanks().Replace(answer.Document.QuerySelector("main")?.TextContent ?? answer.Body, " ");
        return said.Length > 300 ? said[..300] : said;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
