using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using SlrtBot.Console.Security;

namespace SlrtBot.Console.Pages.Sessions;

[Anyone]
[EnableRateLimiting(SignInLimit.Policy)]
public sealed class SignInPage(SignInStaff signIn, Viewer viewer, TimeProvider clock, Phrases phrases) : PageModel
{
    [BindProperty]
    public string? UserName { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Notice { get; set; }

    public IActionResult OnGet() => viewer.IsSignedIn ? LocalRedirect("/") : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(UserName) || string.IsNullOrEmpty(Password)
            || UserName.Length > 64 || Password.Length > PasswordRules.Longest)
        {
            ModelState.Clear();
            ModelState.AddModelError(string.Empty, phrases["sign_in.refused"]);
            return this.Again();
        }

        var answer = await signIn.EnterAsync(UserName.Trim(), Password, cancellationToken);
        if (answer.Session is not null)
        {
            return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : "/");
        }

        ModelState.Clear();
        return this.Wait(answer.WaitUntil, string.Empty, "sign_in.refused", clock, phrases);
    }
}
