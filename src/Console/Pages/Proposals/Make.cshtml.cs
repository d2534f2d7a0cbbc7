using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Forms;
using SlrtBot.Console.Pages.Complaints;
using SlrtBot.Console.Security;
using SlrtBot.Core.Checks;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Proposals;
using SlrtBot.Core.Registry;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Proposals;

/// <summary>Review and analysis proposes to add, correct or take out the person of a complaint.</summary>
[Permits(Permission.AnalyseComplaints)]
public sealed class MakeProposalPage(SheetLoader sheets, CheckQueries checks, UpdateCycle clock, DecileCeilings ceilings, Boundary boundary, Viewer viewer, ServiceZone zone, Phrases phrases) : PageModel
{
    [BindProperty, BindRequired]
    public Guid Key { get; set; }

    [BindProperty(SupportsGet = true, Name = "kind")]
    public string? Asked { get; set; }

    public ProposalKind Kind => Codes.TryParse<ProposalKind>(Asked, out var kind) ? kind : Usual;

    public SheetModel Sheet { get; private set; } = null!;

    public LastCheck? Check { get; private set; }

    /// <summary>The month whose days it would go by.</summary>
    public Cycle Cycle => clock.For(zone.Today);

    public IReadOnlyList<WrittenFieldForm> Fields { get; private set; } = [];

    public string Ceilings => string.Join(", ", DecileCeilings.Programmes.Select(p => $"{phrases[$"settings.{DecileCeilings.Setting}{p}"]} {ceilings.Of(p)}"));

    /// <summary>Who is listed is corrected more often than added.</summary>
    private ProposalKind Usual => Check?.Check.Outcome is CheckOutcome.Listed or CheckOutcome.Unmatched ? ProposalKind.Correct : ProposalKind.Add;

    public Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellationToken) => LoadAsync(
        reference,
        () =>
        {
            if (!Sheet.MayPropose)
            {
                return Task.FromResult<IActionResult>(StatusCode(StatusCodes.Status409Conflict));
            }

            Key = Sheet.NewKey();
            Show(new Dictionary<string, string>());
            return Task.FromResult<IActionResult>(Page());
        },
        cancellationToken);

    public Task<IActionResult> OnPostAsync(string reference, CancellationToken cancellationToken) => LoadAsync(
        reference,
        async () =>
        {
            var entered = ProposalForm.Read(Request.Form);
            var outcome = await boundary.RunAsync<MakeProposal, Proposal>(
                (act, by, cancel) => act.DoAsync(new(Key, Sheet.Complaint.Id, Codes.Of(Kind), entered), viewer.Scope, by, cancel), cancellationToken);
            if (outcome.Succeeded)
            {
                TempData["Done"] = "proposed";
                return Redirect($"/proposals/{outcome.Value.Id:N}");
            }

            Show(entered);
            return this.With([.. outcome.Refusals.Select(ProposalForm.Named)], phrases);
        },
        cancellationToken);

    private void Show(IReadOnlyDictionary<string, string> values) => Fields = [.. ProposalForm.Of(Kind, values)];

    private async Task<IActionResult> LoadAsync(string reference, Func<Task<IActionResult>> then, CancellationToken cancellationToken)
    {
        if (await sheets.LoadAsync(reference, cancellationToken) is not { } sheet)
        {
            return NotFound();
        }

        (Sheet, Check) = (sheet, await checks.LastAsync(sheet.Complaint, cancellationToken));
        return await then();
    }
}
