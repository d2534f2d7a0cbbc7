using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using SlrtBot.Console.Security;
using SlrtBot.Core.Proposals;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Proposals;

/// <summary>One proposal: what it says, which way it goes, and what came of it so far. It is withdrawn here.</summary>
[Permits(Permission.ReadComplaints)]
public sealed class ShowProposalPage(ProposalQueries proposals, Boundary boundary, Viewer viewer, Phrases phrases) : PageModel
{
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    public IEnumerable<SelectListItem> Reasons => ProposalReasons.Withdrawing.Select(code => new SelectListItem(phrases[$"proposal.reason.{code}"], code, code == Reason)).Prepend(new SelectListItem(phrases["form.choose"], ""));

    public ProposalSheet Sheet { get; private set; } = null!;

    public Proposal Proposal => Sheet.Proposal;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Version = Proposal.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        var outcome = await boundary.RunAsync<WithdrawProposal, Proposal>(
            (act, by, cancel) => act.DoAsync(new(id, Version, Reason, Words), viewer.Scope, by, cancel), cancellationToken);
        if (outcome.Succeeded)
        {
            TempData["Done"] = "proposal_withdrawn";
            return Redirect($"/proposals/{id:N}");
        }

        return await LoadAsync(id, cancellationToken) ? this.With([.. outcome.Refusals], phrases) : NotFound();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await proposals.FindAsync(id, viewer.Scope, cancellationToken) is not { } found)
        {
            return false;
        }

        Sheet = await boundary.ShowAsync(found, cancellationToken);
        return true;
    }
}
