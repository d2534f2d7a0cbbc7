using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using SlrtBot.Console.Pages.Complaints;
using SlrtBot.Console.Security;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Handovers;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Handovers;

/// <summary>Hands a complaint to another desk: to which, why, what is asked of it, by when.</summary>
[Permits(Permission.AssignComplaints)]
public sealed class HandOnPage(
    SheetLoader sheets, DeskStaff desks, WorkingCalendar calendar, Boundary boundary, Viewer viewer, ServiceZone zone, AreaCatalogue areas,
    TimeProvider clock, Phrases phrases) : PageModel
{
    /// <summary>Working days that a desk is given, unless the sender says otherwise.</summary>
    private const int UsualDays = 3;

    [BindProperty, BindRequired]
    public Guid Key { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>What the receiver is asked to do.</summary>
    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public DateOnly? DueOn { get; set; }

    public SheetModel Sheet { get; private set; } = null!;

    public bool IsStale { get; private set; }

    public IReadOnlyList<OpenDesk> Desks { get; private set; } = [];

    public IEnumerable<SelectListItem> Choices =>
    [
        new(phrases["form.choose"], string.Empty),
        .. Desks.Where(d => d.Takes).Select(d => new SelectListItem(Label(d), Codes.Of(d.Desk), Codes.Of(d.Desk) == To)),
    ];

    public IEnumerable<OpenDesk> Closed => Desks.Where(d => !d.Takes);

    public IEnumerable<SelectListItem> Reasons =>
    [
        new(phrases["form.choose"], string.Empty),
        .. HandoverReasons.Chosen.Select(r => new SelectListItem(phrases[$"handover.reason.{r}"], r, r == Reason)),
    ];

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellationToken)
    {
        if (await sheets.LoadAsync(reference, cancellationToken) is not { } sheet)
        {
            return NotFound();
        }

        if (!sheet.MayHandOn)
        {
            return StatusCode(StatusCodes.Status409Conflict);
        }

        (Key, Version) = (sheet.NewKey(), sheet.Complaint.Version);
        DueOn = calendar.AddWorkingDays(zone.Today, UsualDays, sheet.Complaint.VillageCode);
        await ShowAsync(sheet, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancellationToken)
    {
        if (await sheets.LoadAsync(reference, cancellationToken) is not { } sheet)
        {
            return NotFound();
        }

        var to = Codes.TryParse<HandoverDesk>(To, out var desk) ? desk : (HandoverDesk?)null;
        var input = new HandOnInput(Key, sheet.Complaint.Id, Version, to, Reason, Words, DueOn);
        var outcome = await boundary.RunAsync<HandOnComplaint, HandedOver>(
            (act, by, cancel) => act.DoAsync(input, viewer.Scope, by, cancel), cancellationToken);
        if (outcome.Succeeded)
        {
            TempData["Done"] = "handed_on";
            HandoverLinks.Keep(TempData, outcome.Value.Secret);
            return Redirect($"/handovers/{outcome.Value.Handover.Id:N}");
        }

        sheet = await sheets.LoadAsync(reference, cancellationToken) ?? sheet;
        await ShowAsync(sheet, cancellationToken);
        IsStale = outcome.Refusals.Any(r => r is { Kind: RefusalKind.Conflict, Code: "stale" });
        // The form that comes back is decided on what it shows now.
        ModelState.Clear();
        Version = sheet.Complaint.Version;
        return this.With([.. outcome.Refusals.Select(Named)], phrases);
    }

    public string Label(OpenDesk desk)
    {
        var name = phrases[$"handover.desk.{Codes.Of(desk.Desk)}"];
        var place = desk.AreaCode is null ? name : $"{name}, {areas.Label(desk.AreaCode)}";
        return desk.Desk.IsOutside() && desk.People.Count == 0 ? phrases.Get("handover.by_link", ("desk", place))
            : desk.People.Count == 0 ? place
            : phrases.Get("handover.people", ("desk", place), ("names", string.Join(", ", desk.People.Take(3))));
    }

    private async Task ShowAsync(SheetModel sheet, CancellationToken cancellationToken)
    {
        Sheet = sheet;
        Desks = await desks.ForAsync(sheet.Complaint, clock.GetUtcNow().UtcDateTime, cancellationToken);
    }

    // The act's names of its inputs, as this form calls them.
    private static Refusal Named(Refusal refusal) => refusal with
    {
        Field = refusal.Field switch
        {
            "to" => nameof(To),
            "reason" => nameof(Reason),
            "request" => nameof(Words),
            "due_on" => nameof(DueOn),
            var other => other,
        },
    };
}
