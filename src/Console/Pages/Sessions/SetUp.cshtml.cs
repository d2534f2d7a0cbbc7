using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using SlrtBot.Console.Security;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Sessions;

/// <summary>
/// The first password of a new account, over a link that serves once. Opening the link has no effect: messengers
/// fetch links ahead.
/// </summary>
[Anyone]
[EnableRateLimiting(SignInLimit.Policy)]
public sealed class SetUpPage(StaffAccounts links, UserManager<StaffMember> accounts, TimeProvider clock, Phrases phrases) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = string.Empty;

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Again { get; set; }

    public string Name { get; private set; } = string.Empty;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } staff)
        {
            return NotFound();
        }

        if (Password != Again)
        {
            ModelState.AddModelError(nameof(Again), phrases["refusal.password_differs"]);
            return this.Again();
        }

        var result = await NewPasswords.SetAsync(accounts, staff, Password);
        if (!result.Succeeded)
        {
            ModelState.AddModelError(nameof(Password), phrases[$"refusal.{result.Errors.First().Code}"]);
            return this.Again();
        }

        return RedirectToPage("/Sessions/SignIn", new { Notice = "ready" });
    }

    private async Task<StaffMember?> FindAsync(CancellationToken cancellationToken)
    {
        var staff = await links.BySetUpTokenAsync(Token, clock.GetUtcNow().UtcDateTime, cancellationToken);
        Name = staff?.Name ?? string.Empty;
        return staff;
    }
}
