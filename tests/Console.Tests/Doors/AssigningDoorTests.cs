using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Console.Tests.Site;
using SlrtBot.Core.Phrases;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Tests.Doors;

/// <summary>
/// Into whose hands a complaint may come is one rule with two doors: the button of its page, and the choice for several in the
/// queue. Both must answer alike.
/// </summary>
[Collection(ConsoleTests.Name)]
public sealed class AssigningDoorTests(ConsoleSite site)
{
    private const string Alone = "POST /complaints/{reference}/assign";
    private const string Several = "POST /queue/bulk";

    private readonly DoorKnock _knock = new(site);

    /// <summary>Each by a name that says what is asked.</summary>
    private static readonly Dictionary<string, Asked> Rows = new()
    {
        ["a manager takes"] = new(Role.Manager, Alone, "Take=true", (s, _) => s.LodgedAsync(), 303, null, "complaint.taken"),
        ["a manager takes with others"] = new(Role.Manager, Several, Mine, (s, _) => s.LodgedAsync(), 200, "bulk.result.ok", "complaint.taken"),
        ["a manager lays down"] = new(Role.Manager, Alone, "Take=false", (s, a) => s.HeldAsync(a), 303, null, "complaint.laid_down"),
        ["a manager takes what is settled"] = new(Role.Manager, Alone, "Take=true", (s, _) => s.SettledAsync(), 409, "refusal.settled", null),
        ["a manager takes what is settled with others"] = new(Role.Manager, Several, Mine, (s, _) => s.SettledAsync(), 200, "refusal.settled", null),
        ["a manager lays down what is settled"] = new(Role.Manager, Alone, "Take=false", (s, _) => s.SettledAsync(), 409, "refusal.settled", null),
        ["an administrator takes"] = new(Role.Administrator, Alone, "Take=true", (s, _) => s.LodgedAsync(), 404, null, null),
        ["an administrator takes with others"] = new(Role.Administrator, Several, Mine, (s, _) => s.LodgedAsync(), 200, "bulk.result.gone", null),
        ["an administrator lays down"] = new(Role.Administrator, Alone, "Take=false", (s, a) => s.HeldAsync(a), 404, null, null),
        ["an administrator takes what is about the manager"] = new(Role.Administrator, Alone, "Take=true", (s, _) => s.AboutManagerAsync(), 303, null, "complaint.taken"),
        ["an administrator takes what is about the manager with others"] =
            new(Role.Administrator, Several, Mine, (s, _) => s.AboutManagerAsync(), 200, "bulk.result.ok", "complaint.taken"),
        ["a manager takes what is about the manager"] = new(Role.Manager, Alone, "Take=true", (s, _) => s.AboutManagerAsync(), 404, null, null),
        ["a manager takes what is about the manager with others"] = new(Role.Manager, Several, Mine, (s, _) => s.AboutManagerAsync(), 200, "bulk.result.gone", null),
    };

    private const string Mine = "Do=assign&To={me}&Chosen={complaint}_{version}";

    public static TheoryData<string> Names => [.. Rows.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Whoever_may_not_have_it_is_refused_alike_by_both(string name)
    {
        // Arrange
        var row = Rows[name];
        var door = DoorTable.All.Single(d => d.Handler == row.Handler);
        var actor = await _knock.Stage.ActorAsync(row.By);
        var scene = (await row.Scene(_knock.Stage, actor)).With("me", $"{actor.Staff!.Id}");
        var (held, acts, known) = (await HolderAsync(scene), await _knock.ActsAsync(actor), await _knock.AuditAsync(actor));

        // Act
        var answer = await DoorKnock.SendAsync(door, actor, scene, row.Fields);

        // Assert
        Assert.True(row.Status == answer.Status, $"{answer.Status}: {DoorKnock.Said(answer)}");
        Assert.Equal(row.Does is { } verb ? [.. acts, verb] : acts, await _knock.ActsAsync(actor));
        Assert.Equal(row.Does switch { null => held, "complaint.taken" => actor.Staff.Id, _ => null }, await HolderAsync(scene));
        Assert.Null(await _knock.WrongLookAsync(door, actor, scene, answer, known));
        DoorKnock.AssertPage(answer);
        if (row.Says is { } phrase)
        {
            Assert.Contains(site.Services.GetRequiredService<PhraseBook>().Get("id", phrase), answer.Text("main"), StringComparison.Ordinal);
        }
    }

    private Task<Guid?> HolderAsync(Scene scene) =>
        site.ReadAsync(db => db.Complaints.Where(c => c.Reference == scene.Values["reference"]).Select(c => c.AssignedTo).SingleAsync());

    /// <param name="Says">The phrase that the page says it with; null where it leads on or is not there.</param>
    /// <param name="Does">The audit's verb; null where nothing is done.</param>
    private sealed record Asked(
        Role By, string Handler, string Fields, Func<DoorStage, Actor, Task<Scene>> Scene, int Status, string? Says, string? Does);
}
