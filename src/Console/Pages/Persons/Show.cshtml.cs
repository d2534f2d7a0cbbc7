using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Security;
using SlrtBot.Core.Complaints.Persons;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persons;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Persons;

/// <summary>One person with the complaints that the reader sees, who may be the same, and what was merged.</summary>
[Permits(Permission.ReceiveComplaints)]
public sealed class ShowPersonPage(PersonQueries persons, Boundary boundary, Viewer viewer, Phrases phrases) : PageModel
{
    /// <summary>Of the person on the page, as it was seen.</summary>
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public Guid Other { get; set; }

    [BindProperty]
    public int OtherVersion { get; set; }

    /// <summary>The facts of the other one hold.</summary>
    [BindProperty]
    public bool KeepOther { get; set; }

    [BindProperty]
    public Guid Merge { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public PersonSheet Sheet { get; private set; } = null!;

    /// <summary>The person, or the line of the log, whose form was refused.</summary>
    public Guid? Refused { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        !await LoadAsync(id, cancellationToken) ? NotFound() : Sheet.Id == id ? Page() : Redirect($"/persons/{Sheet.Id:N}");

    public async Task<IActionResult> OnPostMergeAsync(Guid id, CancellationToken cancellationToken)
    {
        var input = KeepOther
            ? new MergePersonsInput(Other, OtherVersion, id, Version, ReasonIn(Reason))
            : new MergePersonsInput(id, Version, Other, OtherVersion, ReasonIn(Reason));
        var outcome = await boundary.RunAsync<MergePersons, Done>((act, by, cancel) => act.DoAsync(input, viewer.Scope, by, cancel), cancellationToken);
        return await AnswerAsync(id, Other, outcome, "person_merged", input.KeptId, cancellationToken);
    }

    public async Task<IActionResult> OnPostPartAsync(Guid id, CancellationToken cancellationToken)
    {
        var outcome = await boundary.RunAsync<PartPersons, Done>((act, by, cancel) => act.DoAsync(new(id, Merge, ReasonIn(Reason)), viewer.Scope, by, cancel), cancellationToken);
        return await AnswerAsync(id, Merge, outcome, "person_parted", id, cancellationToken);
    }

    public static IEnumerable<PersonReason> Reasons(bool parting) => Enum.GetValues<PersonReason>().Where(r => r >= PersonReason.TwoPeople == parting);

    private async Task<IActionResult> AnswerAsync(Guid id, Guid form, Outcome<Done> outcome, string what, Guid next, CancellationToken cancellationToken)
    {
        if (outcome.Succeeded)
        {
            TempData["Done"] = what;
            return Redirect($"/persons/{next:N}");
        }

        if (outcome.Refusals.Any(r => r.Kind == RefusalKind.NotFound) || !await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Refused = form;
        return this.With([.. outcome.Refusals.Select(r => r with { Field = r.Field is null ? null : nameof(Reason) })], phrases);
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await persons.FindAsync(id, viewer.Scope, cancellationToken) is not { } found)
        {
            return false;
        }

        Sheet = await boundary.ShowAsync(found, cancellationToken);
        return true;
    }

    private static PersonReason? ReasonIn(string? code) => Codes.TryParse<PersonReason>(code, out var reason) ? reason : null;
}
