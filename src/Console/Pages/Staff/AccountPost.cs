using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Core.Accounts;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Console.Pages.Staff;

/// <summary>A page on which something about one account is decided: done, it leads back to the account; refused, it shows again what was typed.</summary>
public abstract class AccountPost(AccountLoader accounts, Phrases phrases) : PageModel
{
    /// <summary>The newest decision that was on the screen.</summary>
    [BindProperty]
    public Guid Seen { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Of who decides, where that is asked; never shown again.</summary>
    [BindProperty]
    public string? OwnPassword { get; set; }

    /// <summary>Whether the form has a field for it.</summary>
    public bool AsksPassword => accounts.Passwords.IsAsked;

    public AccountPage Account { get; private set; } = null!;

    public virtual async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) ? Page() : NotFound();

    protected Phrases Phrases { get; } = phrases;

    /// <returns>False for an account outside the reader's area.</returns>
    protected async Task<bool> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await accounts.LoadAsync(id, cancellationToken) is not { } account)
        {
            return false;
        }

        Account = account;
        await LookAsync(cancellationToken);
        return true;
    }

    /// <summary>What the page shows beside the account.</summary>
    protected virtual Task LookAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <returns>The answer where a wrong password was given; null where the decision goes on.</returns>
    protected async Task<IActionResult?> ConfirmAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await accounts.Passwords.TakeAsync(OwnPassword, cancellationToken) is not { } wrong)
        {
            return null;
        }

        return await FindAsync(id, cancellationToken) ? this.Wait(wrong.WaitUntil, nameof(OwnPassword), "refusal.own_password_wrong", accounts.Clock, Phrases) : NotFound();
    }

    /// <param name="done">Of the sentence <c>done.{done}</c>.</param>
    protected async Task<IActionResult> AnswerAsync<T>(Guid id, Outcome<T> outcome, string done, CancellationToken cancellationToken)
    {
        // Pressed twice, or decided by two at once: it is as was wanted.
        if (!outcome.Succeeded && !outcome.Refusals.All(r => r.Code == "already_done"))
        {
            return await AgainAsync(id, outcome.Refusals, cancellationToken);
        }

        TempData["Done"] = done;
        return RedirectToPage("/Staff/Show", new { id });
    }

    protected async Task<IActionResult> AgainAsync(Guid id, IEnumerable<Refusal> refusals, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) ? this.With(AccountLoader.Named(refusals), Phrases) : NotFound();
}
