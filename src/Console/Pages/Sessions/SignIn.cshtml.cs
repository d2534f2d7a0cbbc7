using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using SlrtBot.Console.Htmx;
using SlrtBot.Console.Security;

namespace SlrtBot.Console.Pages.Sessions;

[Anyone]
[EnableRateLimiting(SignInLimit.Policy)]
public sealed class SignInPage(SignInStaff signIn, Viewer viewer, HtmxRequest htmx, TimeProvider clock, Phrases phrases) : PageModel
{
    private const string Session = "/session";

    [BindProperty]
    public string? UserName { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Notice { get; set; }

    /// <summary>Asked for by a page whose session ended: only the form, for the dialog on that page.</summary>
    public bool IsInPlace => htmx.IsFragment && htmx.Target.Id == "again-form";

    public IActionResult OnGet() => viewer.IsSignedIn ? LocalRedirect(IsInPlace ? Session : "/") : Page();

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
