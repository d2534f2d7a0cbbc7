using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Security;

namespace SlrtBot.Console.Pages.Sessions;

[Anyone]
public sealed class ChooseLanguagePage(CookieNames cookies) : PageModel
{
    [BindProperty]
    public string? Language { get; set; }

    [BindProperty]
    public string? Back { get; set; }

    public IActionResult OnPost()
    {
        if (Language is not null && Phrases.Offered.Contains(Language))
        {
            Response.Cookies.Append(cookies.Language, Language, cookies.Lasting(Phrases.Kept));
        }

        return LocalRedirect(Url.IsLocalUrl(Back) ? Back! : "/");
    }
}
