using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Security;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Sessions;

[AnyStaff]
public sealed class SignOutPage(Boundary boundary, CookieNames cookies) : PageModel
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var session = SessionTicket.Read(User)!.SessionId;
        await boundary.RunAsync<EndSession, Done>((act, by, cancel) => act.DoAsync(new(session), by, cancel), cancellationToken);
        await HttpContext.SignOutAsync();
        // Not all cookies: that this browser is known must outlive the day's work (KnownBrowser), and a chat on the same machine is not ours.
        Response.Cookies.Delete(cookies.Antiforgery, cookies.Lasting(TimeSpan.Zero));
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return RedirectToPage("/Sessions/SignIn", new { Notice = "left" });
    }
}
