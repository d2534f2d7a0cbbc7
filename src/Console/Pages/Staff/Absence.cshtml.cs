using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Security;
using SlrtBot.Core.Accounts;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Staff;

/// <summary>Days on which somebody takes no new work; colleagues read it where work is given.</summary>
[Permits(Permission.ManageStaff)]
public sealed class SetAbsencePage(AccountLoader accounts, Boundary boundary, Viewer viewer, Phrases phrases) : PageModel
{
    [BindProperty]
    public Guid Seen { get; set; }

    [BindProperty]
    public string? From { get; set; }

    [BindProperty]
    public string? To { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public AccountPage Account { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) ? Page() : NotFound();

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) => DecideAsync<SetAbsence>(
        id, "account_absence", (act, by, cancel) => act.DoAsync(
            new(new(id, Seen), AccountLoader.Day(From), AccountLoader.Day(To), Reason), viewer.Scope, by, cancel), cancellationToken);

    public Task<IActionResult> OnPostEndAsync(Guid id, Guid absence, CancellationToken cancellationToken) => DecideAsync<EndAbsence>(
        id, "account_absence_ended", (act, by, cancel) => act.DoAsync(new(new(id, Seen), absence), viewer.Scope, by, cancel), cancellationToken);

    private async Task<IActionResult> DecideAsync<TAct>(
        Guid id, string done, Func<TAct, Provenance, CancellationToken, Task<Outcome<Done>>> act, CancellationToken cancellationToken)
        where TAct : notnull
    {
        var outcome = await boundary.RunAsync(act, cancellationToken);
        if (outcome.Succeeded)
        {
            TempData["Done"] = done;
            return RedirectToPage("/Staff/Show", new { id });
        }

        return await FindAsync(id, cancellationToken) ? this.With(AccountLoader.Named(outcome.Refusals), phrases) : NotFound();
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await accounts.LoadAsync(id, cancellationToken) is not { } account)
        {
            return false;
        }

        Account = account;
        return true;
    }
}
