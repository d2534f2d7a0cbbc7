using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Security;
using SlrtBot.Core.Complaints.Queue;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Tasks;

namespace SlrtBot.Console.Pages.Tasks;

/// <summary>What waits: for the reader, at the reader's desks, and for the reader at others. Never a list of who does how much.</summary>
[Permits(Permission.HandleTasks)]
public sealed class ListTasksPage(TaskQueries tasks, Viewer viewer, ServiceZone zone, Phrases phrases) : PageModel
{
    public static readonly IReadOnlyList<TaskList> Lists = Enum.GetValues<TaskList>();

    [BindProperty(SupportsGet = true, Name = "list")]
    public string? Asked { get; set; }

    /// <summary>Only what is past its day.</summary>
    [BindProperty(SupportsGet = true, Name = "late")]
    public bool IsLate { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public TaskList List { get; private set; }

    public IReadOnlyDictionary<TaskList, int> Counts { get; private set; } = new Dictionary<TaskList, int>();

    /// <summary>In the list that is shown.</summary>
    public int LateCount { get; private set; }

    public TaskPage Found { get; private set; } = null!;

    /// <summary>For those who look after other desks than their own.</summary>
    public IReadOnlyList<DeskLoad> Load { get; private set; } = [];

    public DateOnly Today => zone.Today;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var counts = new Dictionary<TaskList, int>();
        foreach (var list in Lists)
        {
            counts[list] = await tasks.CountAsync(list, viewer.Scope, cancellationToken);
        }

        Counts = counts;
        // What is one's own comes first, where there is any.
        List = Lists.FirstOrDefault(l => Codes.Of(l) == Asked, counts[TaskList.Mine] > 0 ? TaskList.Mine : TaskList.Desk);
        LateCount = List == TaskList.Waiting ? 0 : await tasks.CountAsync(List, viewer.Scope, cancellationToken, Today);
        Found = await tasks.PageAsync(List, viewer.Scope, PageNumber, cancellationToken, IsLate && List != TaskList.Waiting ? Today : null);
        Load = viewer.May(Permission.ApproveComplaints) ? await tasks.LoadAsync(viewer.Scope, zone.Today, cancellationToken) : [];
    }

    public string Number(int count) => count >= QueueQueries.CountLimit ? phrases.Get("queue.many", ("count", count - 1)) : phrases.Number(count);

    /// <summary>Where a task is done.</summary>
    public static string Address(TaskKind kind, string reference, Guid? thing) => thing is not { } id ? (kind is TaskKind.Visit or TaskKind.ApproveVisit ? $"/visits/of/{reference}" : $"/complaints/{reference}")
        : kind == TaskKind.Deliberate ? $"/proposals/{id:N}"
        : kind == TaskKind.TellInPerson ? $"/tellings/{id:N}"
        : $"/handovers/{id:N}";
}
