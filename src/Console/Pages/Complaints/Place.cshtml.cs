using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using SlrtBot.Console.Security;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Changes;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Complaints;

/// <summary>Says in which village a complaint lies that was lodged without one, or puts a wrong one right.</summary>
[Permits(Permission.ReceiveComplaints)]
public sealed class PlaceComplaintPage(SheetLoader sheets, AreaCatalogue areas, Boundary boundary, Viewer viewer, Phrases phrases) : PageModel
{
    [BindProperty, BindRequired]
    public Guid Key { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Area { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public SheetModel Sheet { get; private set; } = null!;

    public bool IsStale { get; private set; }

    public IReadOnlyList<SelectListItem> Areas { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellationToken)
    {
        if (await sheets.LoadAsync(reference, cancellationToken) is not { } sheet)
        {
            return NotFound();
        }

        Show(sheet);
        (Key, Version) = (sheet.NewKey(), sheet.Complaint.Version);
        return sheet.MayPlace ? Page() : StatusCode(StatusCodes.Status403Forbidden);
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancellationToken)
    {
        if (await sheets.LoadAsync(reference, cancellationToken) is not { } sheet)
        {
            return NotFound();
        }

        var input = new PlaceComplaintInput(sheet.Complaint.Id, Version, Area) { Note = Note, NoteId = Key };
        var outcome = await boundary.RunAsync<PlaceComplaint, Complaint>(
            (act, by, cancel) => act.DoAsync(input, viewer.Scope, by, cancel), cancellationToken);
        if (outcome.Succeeded)
        {
            TempData["Done"] = "placed";
            return RedirectToPage("/Complaints/Show", new { reference = sheet.Reference });
        }

        Show(await sheets.LoadAsync(reference, cancellationToken) ?? sheet);
        IsStale = outcome.Refusals.Any(r => r.Kind == RefusalKind.Conflict);
        // The form that comes back is decided on what it shows now.
        ModelState.Clear();
        Version = Sheet.Complaint.Version;
        return this.With([.. outcome.Refusals.Select(r => r with { Field = r.Field switch { "area" => nameof(Area), "note" => nameof(Note), _ => null } })], phrases);
    }

    private void Show(SheetModel sheet)
    {
        Sheet = sheet;
        var groups = new Dictionary<string, SelectListGroup>();
        SelectListGroup GroupOf(Area area)
        {
            var district = AreaCode.DistrictOf(area.Code)!;
            return groups.TryGetValue(district, out var group) ? group : groups[district] = new() { Name = areas.Label(district) };
        }

        Areas =
        [
            new(phrases["form.choose"], string.Empty),
            .. Placing.Choices(viewer.Scope, sheet.Complaint, areas).Select(a => new SelectListItem(
                a.Level == AreaLevel.District ? phrases.Get("place.only_district", ("name", AreaTitle.Of(a))) : AreaTitle.Of(a), a.Code, a.Code == Area)
            {
                Group = GroupOf(a),
            }),
        ];
    }
}
