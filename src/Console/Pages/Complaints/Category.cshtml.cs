using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using SlrtBot.Console.Security;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Changes;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Complaints;

/// <summary>Says what a complaint is about, how delicate it is, and whether it is about one of ours.</summary>
[Permits(Permission.ReceiveComplaints)]
public sealed class RecategorisePage(SheetLoader sheets, Boundary boundary, Viewer viewer, Phrases phrases) : PageModel
{
    [BindProperty, BindRequired]
    public Guid Key { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Category { get; set; }

    [BindProperty]
    public bool Sensitive { get; set; }

    [BindProperty]
    public string? Concerns { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public SheetModel Sheet { get; private set; } = null!;

    public bool IsStale { get; private set; }

    public IReadOnlyList<SelectListItem> Categories { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Officials { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellationToken)
    {
        if (await sheets.LoadAsync(reference, cancellationToken) is not { } sheet)
        {
            return NotFound();
        }

        var complaint = sheet.Complaint;
        (Key, Version, Category, Sensitive) = (sheet.NewKey(), complaint.Version, complaint.CategoryCode, complaint.IsSensitive);
        Concerns = complaint.Concerns is { } concern ? Codes.Of(concern) : null;
        Show(sheet);
        return sheet.MayClassify ? Page() : StatusCode(StatusCodes.Status403Forbidden);
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancellationToken)
    {
        if (await sheets.LoadAsync(reference, cancellationToken) is not { } sheet)
        {
            return NotFound();
        }

        Concern? concerns = Codes.TryParse<Concern>(Concerns, out var concern) ? concern : null;
        if (concerns is null && !string.IsNullOrEmpty(Concerns))
        {
            return Refuse(sheet, [new Refusal("not_a_choice", "concerns")]);
        }

        var input = new RecategoriseInput(sheet.Complaint.Id, Version, Category, Sensitive, concerns, Note, Key);
        var outcome = await boundary.RunAsync<RecategoriseComplaint, Complaint>(
            (act, by, cancel) => act.DoAsync(input, viewer.Scope, by, cancel), cancellationToken);
        if (!outcome.Succeeded)
        {
            return Refuse(await sheets.LoadAsync(reference, cancellationToken) ?? sheet, outcome.Refusals);
        }

        // Whoever has closed the door behind it finds the queue again, not a page that is none.
        var isSeen = await sheets.LoadAsync(reference, cancellationToken) is not null;
        TempData["Done"] = isSeen ? "recategorised" : "recategorised_away";
        return isSeen ? RedirectToPage("/Complaints/Show", new { reference = sheet.Reference }) : RedirectToPage("/Complaints/List");
    }

    private IActionResult Refuse(SheetModel sheet, IReadOnlyList<Refusal> refusals)
    {
        Show(sheet);
        IsStale = refusals.Any(r => r.Kind == RefusalKind.Conflict);
        // The form that comes back is decided on what it shows now.
        ModelState.Clear();
        Version = sheet.Complaint.Version;
        return this.With([.. refusals.Select(r => r with { Field = r.Field switch
        {
            "category" => nameof(Category),
            "concerns" => nameof(Concerns),
            "note" => nameof(Note),
            _ => null,
        } })], phrases);
    }

    private void Show(SheetModel sheet)
    {
        Sheet = sheet;
        Categories = [.. ComplaintCategory.All.Where(c => !c.IsEmpty)
            .Select(c => new SelectListItem($"{c.Code} · {phrases[$"category.{c.Code}"]}", c.Code, c.Code == Category))];
        Officials =
        [
            new(phrases["intake.concerns.nobody"], ""),
            .. Enum.GetValues<Concern>().Select(Codes.Of).Select(code => new SelectListItem(phrases[$"concern.{code}"], code, code == Concerns)),
        ];
    }
}
