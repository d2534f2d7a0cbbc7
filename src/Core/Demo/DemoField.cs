using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Demo;

/// <summary>
/// The last complaints of a small demo lie where its facilitator works, so that whoever tries the console finds a visit that is planned, one that
/// came back, and one that is approved.
/// </summary>
internal static class DemoField
{
    private const int FewComplaints = 5000;
    private const int DaysAgo = 9;

    /// <summary>What a look at the house decides.</summary>
    public static ComplaintCategory Category { get; } = ComplaintCategory.All.First(c => c.Group == "house");

    private static readonly string[][] Paths =
    [
        ["review", "send_to_field"],
        ["review", "send_to_field", ComplaintWorkflow.ReportVisit, ComplaintWorkflow.ReturnToField],
        ["review", "send_to_field", ComplaintWorkflow.ReportVisit, ComplaintWorkflow.ApproveVisit],
    ];

    private static readonly Dictionary<string, (Role By, int Day)> Days = new()
    {
        ["review"] = (Role.Frontoffice, 1),
        ["send_to_field"] = (Role.Analyst, 2),
        [ComplaintWorkflow.ReportVisit] = (Role.Facilitator, 5),
        [ComplaintWorkflow.ReturnToField] = (Role.Supervisor, 6),
        [ComplaintWorkflow.ApproveVisit] = (Role.Supervisor, 6),
    };

    /// <summary>Where the demo's facilitator works.</summary>
    public static Area Village(DemoWorld world) => world.Areas.Villages(world.Areas.Districts(world.Areas.HomeRegency)[0].Code)[0];

    public static DateTime LodgedAt(DemoWorld world, int index) => world.Until.AddDays(-DaysAgo).AddHours(2 + (index % Paths.Length));

    /// <returns>Null for every other complaint.</returns>
    public static List<DemoStep>? Path(DemoWorld world, int index)
    {
        var at = world.Plan.Complaints - 1 - index;
        if (world.Plan.Complaints is < 100 or > FewComplaints || at >= Paths.Length)
        {
            return null;
        }

        var status = ComplaintStatus.Received;
        var steps = new List<DemoStep>();
        foreach (var verb in Paths[at])
        {
            var (by, day) = Days[verb];
            // What is planned lies ahead, so its way began later.
            var begun = at == 0 ? DaysAgo - 2 : 0;
            var to = ComplaintWorkflow.Table.Find(status, verb)!.To;
            steps.Add(new DemoStep(status, verb, to, by, LodgedAt(world, index).AddDays(day + Math.Min(begun, DaysAgo - 3)).AddHours(3)));
            status = to;
        }

        return steps;
    }
}
