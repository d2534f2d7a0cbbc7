using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Security;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Queue;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Programmes;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Complaints;

/// <summary>The queue. Every filter is part of the address, so that a bookmark is a saved view.</summary>
[Permits(Permission.ReadComplaints)]
public sealed class ListComplaintsPage(QueueQueries queue, ProgrammeQueries programmes, AreaCatalogue areas, Viewer viewer, Phrases phrases) : PageModel
{
    public static readonly IReadOnlyList<string> Channels = ["telegram", "webchat", "botframework", "desk", "phone", "letter", "visit"];

    [BindProperty(SupportsGet = true, Name = nameof(View))]
    public string? AskedView { get; set; }

    public string View => AskedView is { } asked && QueueViews.All.ContainsKey(asked) ? asked : "open";

    [BindProperty(SupportsGet = true)]
    public string? Category { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Programme { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Urgency { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? District { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Village { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Channel { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Reference { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public IReadOnlyList<QueueRow> Rows { get; private set; } = [];

    public bool HasMore { get; private set; }

    public string CountText { get; private set; } = string.Empty;

    public string? NotFoundReference { get; private set; }

    public IReadOnlyList<Area> Districts { get; private set; } = [];

    public IReadOnlyList<Area> Villages { get; private set; } = [];

    public IReadOnlyList<Programme> Programmes { get; private set; } = [];

    public bool IsFiltered => new[] { Category, Kind, Programme, Urgency, District, Village, Channel, Sort }.Any(f => !string.IsNullOrEmpty(f));

    public bool MayPick => viewer.May(Permission.AssignComplaints);

    public string Here => Request.Path + Request.QueryString;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!string.IsNullOrWhiteSpace(Reference))
        {
            if (ReferenceCode.TryParse(Reference, out var reference)
                && await queue.ExistsAsync(reference, viewer.Scope, cancellationToken))
            {
                return RedirectToPage("/Complaints/Show", new { reference });
            }

            NotFoundReference = Reference.Length > 40 ? Reference[..40] : Reference;
        }

        Districts = [.. AreasInReach().OrderBy(a => a.FoldedName, StringComparer.Ordinal)];
        Villages = District is { Length: > 0 } district ? areas.Villages(district) : [];
        Programmes = await programmes.AllAsync(cancellationToken);
        var filter = Filter();
        (Rows, HasMore) = await queue.PageAsync(filter, viewer.Scope, cancellationToken);
        var count = await queue.CountAsync(filter, viewer.Scope, cancellationToken);
        CountText = count >= QueueQueries.CountLimit ? phrases.Get("queue.many", ("count", count - 1)) : phrases.Number(count);
        return Page();
    }

    public string Href(string view) => Url.Page("/Complaints/List", null, new { view, Category, Kind, Programme, Urgency, District, Village, Channel, Sort })!;

    public QueueOrder Order => Sort switch
    {
        "newest" => QueueOrder.Newest,
        "due" => QueueOrder.Due,
        _ => QueueViews.All[View](viewer.Id).Order,
    };

    private QueueFilter Filter() => QueueViews.All[View](viewer.Id) with
    {
        CategoryCode = Given(Category),
        Kind = Codes.TryParse<ComplaintKind>(Kind, out var kind) ? kind : null,
        ProgrammeCode = Given(Programme),
        Urgency = Codes.TryParse<Urgency>(Urgency, out var urgency) ? urgency : null,
        DistrictCode = Given(District),
        VillageCode = Given(Village),
        Channel = Given(Channel),
        Order = Order,
        Page = PageNumber,
    };

    // Those that lie in, or around, an area of the reader.
    private IEnumerable<Area> AreasInReach()
    {
        var mine = viewer.Scope.AreasFor(Permission.ReadComplaints);
        return areas.Regencies.SelectMany(areas.Districts)
            .Where(d => mine.Any(a => AreaCode.Contains(a, d.Code) || AreaCode.Contains(d.Code, a)));
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
