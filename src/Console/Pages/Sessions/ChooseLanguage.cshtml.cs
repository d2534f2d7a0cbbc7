using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Security;

namespace SlrtBot.Console.Pages.Sessions;

[Anyone]
public sealed class ChooseLanguagePage(CookieNames cookies) : PageModel
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    [BindProperty]
    public string? Language { get; set; }

    [BindProperty]
    public string? Back { get; set; }

    public IActionResult OnPost()
    {
        if (Language is not null && Phrases.Offered.Contains(Language))
        {
            Response.Cookies.Append(cookies.Language, Language, cookies.Lasting(Kept));
        }

        return LocalRedirect(Url.IsLocalUrl(Back) ? Back! : "/");
    }
}
