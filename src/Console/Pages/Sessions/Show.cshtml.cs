using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Security;

namespace SlrtBot.Console.Pages.Sessions;

/// <summary>Who is signed in, and a token for the forms of a page that stood open meanwhile (again.js).</summary>
[AnyStaff]
public sealed class ShowSessionPage(IAntiforgery antiforgery) : PageModel
{
    public string Token { get; private set; } = string.Empty;

    public void OnGet() => Token = antiforgery.GetAndStoreTokens(HttpContext).RequestToken!;
}
