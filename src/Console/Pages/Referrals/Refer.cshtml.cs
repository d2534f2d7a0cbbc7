using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using SlrtBot.Console.Pages.Complaints;
using SlrtBot.Console.Security;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints.Products;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Partners;
using SlrtBot.Core.Referrals;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Referrals;

/// <summary>Hands a complaint to a partner: to whom, for what, by when, and how the resident agreed.</summary>
[Permits(Permission.Refer)]
public sealed class ReferComplaintPage(
    SheetLoader sheets, PartnerQueries partners, WorkingCalendar calendar, Boundary boundary, Viewer viewer, ServiceZone zone, Phrases phrases)
    : PageModel
{
    [BindProperty, BindRequired]
    public Guid Key { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public Guid? Partner { get; set; }

    [BindProperty]
    public string? Programme { get; set; }

    /// <summary>What the partner is asked to do.</summary>
    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public DateOnly? DueOn { get; set; }

    [BindProperty]
    public string? Consent { get; set; }

    /// <summary>Why the manager decides so.</summary>
    [BindProperty]
    public string? Grounds { get; set; }

    public SheetModel Sheet { get; private set; } = null!;

    public bool IsStale { get; private set; }

    public IReadOnlyList<SelectListItem> Partners { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Programmes { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Consents { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellationToken)
    {
        if (await sheets.LoadAsync(reference, cancellationToken) is not { } sheet)
        {
            return NotFound();
        }

        if (!sheet.MayRefer)
        {
            return StatusCode(StatusCodes.Status409Conflict);
        }

        Key = sheet.NewKey();
        Version = sheet.Complaint.Version;
        await ShowAsync(sheet, cancellationToken);
        DueOn = calendar.AddWorkingDays(zone.Today, ResponseDays, sheet.Complaint.VillageCode);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancellationToken)
    {
        if (await sheets.LoadAsync(reference, cancellationToken) is not { } sheet)
        {
            return NotFound();
        }

        var input = new ReferComplaintInput(
            Key, sheet.Complaint.Id, Version, Partner ?? Guid.Empty, string.IsNullOrEmpty(Programme) ? null : Programme,
            Words ?? string.Empty, DueOn ?? DateOnly.MinValue, Consent)
        { Grounds = Grounds };
        var outcome = await boundary.RunAsync<ReferComplaint, Referral>(
            (act, by, cancel) => act.DoAsync(input, viewer.Scope, by, cancel), cancellationToken);
        if (outcome.Succeeded)
        {
            TempData["Done"] = "referred";
            return RedirectToPage("/Referrals/Show", new { number = outcome.Value.Number });
        }

        sheet = await sheets.LoadAsync(reference, cancellationToken) ?? sheet;
        await ShowAsync(sheet, cancellationToken);
        IsStale = outcome.Refusals.Any(r => r.Kind == RefusalKind.Conflict);
        Version = sheet.Complaint.Version;
        ModelState.Clear();
        return this.With([.. outcome.Refusals.Select(Named)], phrases);
    }

    private async Task ShowAsync(SheetModel sheet, CancellationToken cancellationToken)
    {
        Sheet = sheet;
        var found = await partners.ForAsync(sheet.Complaint.VillageCode, sheet.Complaint.CategoryCode, cancellationToken);
        ResponseDays = found.Count > 0 ? found[0].ResponseDays : ResponseDays;
        Partners = [Choose(), .. found.Select(p => new SelectListItem(p.Name, p.Id.ToString(), p.Id == Partner))];
        Programmes =
        [
            new(phrases["refer.no_programme"], string.Empty),
            .. (await partners.ProgrammesAsync(cancellationToken)).Select(p => new SelectListItem(p.Name, p.Code, p.Code == Programme)),
        ];
        Consents = [Choose(), .. ReferComplaintInput.Consents.Select(c => new SelectListItem(phrases[$"consent.{c}"], c, c == Consent))];
    }

    private int ResponseDays { get; set; } = 5;

    private SelectListItem Choose() => new(phrases["form.choose"], string.Empty);

    // The act's names of its inputs, as this form calls them.
    private static Refusal Named(Refusal refusal) => refusal with
    {
        Field = refusal.Field switch
        {
            ProductFields.Grounds => nameof(Grounds),
            "request" => nameof(Words),
            "due_on" => nameof(DueOn),
            "consent" => nameof(Consent),
            "partner" => nameof(Partner),
            "programme" => nameof(Programme),
            var other => other,
        },
    };
}
