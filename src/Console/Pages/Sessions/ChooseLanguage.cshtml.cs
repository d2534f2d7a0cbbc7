using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Security;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Sessions;

[Anyone]
public sealed class ChooseLanguagePage(CookieNames cookies, Viewer viewer, Boundary boundary, Phrases phrases) : PageModel
{
    [BindProperty]
    public string? Language { get; set; }

    [BindProperty]
    public string? Back { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Language is null || !Phrases.Offered.Contains(Language))
        {
            return this.With([new Refusal("not_a_choice")], phrases);
        }

        Response.Cookies.Append(cookies.Language, Language, cookies.Lasting(Phrases.Kept));
        if (viewer.IsSignedIn)
        {
            await boundary.RunAsync<ChooseLanguage, Done>((act, by, cancel) => act.DoAsync(new(viewer.Id, Language), by, cancel), cancellationToken);
        }

        return LocalRedirect(Url.IsLocalUrl(Back) ? Back! : "/");
    }
}
