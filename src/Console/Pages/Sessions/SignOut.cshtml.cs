using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Security;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Sessions;

[AnyStaff]
public sealed class SignOutPage(Boundary boundary) : PageModel
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var session = SessionTicket.Read(User)!.SessionId;
        await boundary.RunAsync<EndSession, Done>((act, by, cancel) => act.DoAsync(new(session), by, cancel), cancellationToken);
        await HttpContext.SignOutAsync();
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"cookies\", \"storage\"";
        return RedirectToPage("/Sessions/SignIn", new { Notice = "left" });
    }
}
