using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Pages.Complaints;
using SlrtBot.Console.Security;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Persons;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Persons;

/// <summary>Whom a complaint concerns: one of those who may be meant, or somebody new, made from what it tells.</summary>
[Permits(Permission.ReceiveComplaints)]
public sealed class PersonOfComplaintPage(SheetLoader sheets, KnownPersons persons, Boundary boundary, Viewer viewer, Phrases phrases) : PageModel
{
    public const string New = "new";

    [BindProperty]
    public int Version { get; set; }

    /// <summary>An id, or <see cref="New"/>.</summary>
    [BindProperty]
    public string? Person { get; set; }

    [BindProperty]
    public string? BornOn { get; set; }

    public SheetModel Sheet { get; private set; } = null!;

    public IReadOnlyList<KnownPerson> Candidates { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(reference, cancellationToken))
        {
            return NotFound();
        }

        Version = Sheet.Complaint.Version;
        return Sheet.MayClassify ? Page() : StatusCode(StatusCodes.Status403Forbidden);
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancellationToken)
    {
        if (await sheets.LoadAsync(reference, cancellationToken) is not { } sheet)
        {
            return NotFound();
        }

        var born = DateOnly.TryParseExact(BornOn, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateOnly?)null;
        var input = new NamePersonInput(sheet.Complaint.Id, Version, Guid.TryParse(Person, out var id) ? id : null, Person == New, Person == New ? born : null);
        var outcome = Person == New && born is null && !string.IsNullOrWhiteSpace(BornOn)
            ? new Refusal("day_unclear", "bornOn")
            : await boundary.RunAsync<NamePerson, Complaint>((act, by, cancel) => act.DoAsync(input, viewer.Scope, by, cancel), cancellationToken);
        if (outcome.Succeeded)
        {
            TempData["Done"] = "person_named";
            return RedirectToPage("/Complaints/Show", null, new { reference = sheet.Reference }, "person");
        }

        if (!await LoadAsync(reference, cancellationToken))
        {
            return NotFound();
        }

        ModelState.Clear();
        Version = Sheet.Complaint.Version;
        return this.With([.. outcome.Refusals.Select(r => r with { Field = r.Field switch { "person" => nameof(Person), "bornOn" => nameof(BornOn), _ => null } })], phrases);
    }

    private async Task<bool> LoadAsync(string reference, CancellationToken cancellationToken)
    {
        if (await sheets.LoadAsync(reference, cancellationToken) is not { } sheet)
        {
            return false;
        }

        Sheet = sheet;
        Candidates = sheet.MayClassify ? await persons.CandidatesAsync(sheet.Complaint, viewer.Scope, boundary.By, cancellationToken) : [];
        return true;
    }
}
