using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Security;
using SlrtBot.Core.DataRequests;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.DataRequests;

/// <summary>People's requests about their data: what is due first, or overdue, on top; then what was handled lately.</summary>
[Permits(Permission.AnswerDataRequests)]
public sealed class ListRequestsPage(DataRequestQueries requests, Viewer viewer, TimeProvider clock) : PageModel
{
    public IReadOnlyList<DataRequestRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Rows = await requests.ListAsync(viewer.Scope, cancellationToken);

    /// <summary>Whole hours until the request is due; below zero when it is overdue.</summary>
    public int HoursLeft(DataRequestRow row) => (int)Math.Floor((row.DueAt - clock.GetUtcNow().UtcDateTime).TotalHours);
}
