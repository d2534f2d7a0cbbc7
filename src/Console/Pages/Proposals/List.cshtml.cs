using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Security;
using SlrtBot.Core.Complaints.Queue;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Proposals;
using SlrtBot.Core.Registry;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Proposals;

/// <summary>What was proposed for the poverty data, by where it stands.</summary>
[Permits(Permission.ReadComplaints)]
public sealed class ListProposalsPage(ProposalQueries proposals, UpdateCycle clock, Boundary boundary, Viewer viewer, ServiceZone zone, Phrases phrases) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "status")]
    public string? Asked { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public ProposalStatus Status => Codes.TryParse<ProposalStatus>(Asked, out var status) ? status : ProposalStatus.Collected;

    public Cycle Cycle => clock.For(zone.Today);

    /// <summary>How many wait in each status that runs.</summary>
    public IReadOnlyDictionary<ProposalStatus, int> Counts { get; private set; } = new Dictionary<ProposalStatus, int>();

    public IReadOnlyList<ProposalRow> Rows { get; private set; } = [];

    public bool HasMore { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var counts = new Dictionary<ProposalStatus, int>();
        foreach (var status in Enum.GetValues<ProposalStatus>().Where(s => s.IsRunning()))
        {
            counts[status] = await proposals.CountAsync(status, viewer.Scope, cancellationToken);
        }

        var page = await proposals.PageAsync(Status, viewer.Scope, PageNumber, cancellationToken);
        var rows = new List<ProposalRow>();
        foreach (var unseen in page.Rows)
        {
            rows.Add(await boundary.ShowAsync(unseen, cancellationToken));
        }

        (Counts, Rows, HasMore) = (counts, rows, page.HasMore);
    }

    public string Number(int count) => count >= QueueQueries.CountLimit ? phrases.Get("queue.many", ("count", count - 1)) : phrases.Number(count);
}
