using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using SlrtBot.Console.Security;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Account;

[Permits(Permission.OwnAccount)]
[EnableRateLimiting(SignInLimit.Policy)]
public sealed class ShowAccountPage(
    Boundary boundary, StaffAccounts own, UserManager<StaffMember> accounts, SignInStaff signIn, Viewer viewer, CookieNames cookies,
    Phrases phrases, BadgeCode badges, StaffChats chats, IEnumerable<IChannelStatus> channels, TimeProvider clock) : PageModel
{
    /// <summary>What residents check with «cekpetugas».</summary>
    public string Badge => badges.Of(viewer.Id);

    [BindProperty]
    public string? Current { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Again { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Saved { get; set; }

    /// <summary>A code that was just made: shown now and never again.</summary>
    public string? ChatCode { get; private set; }

    /// <summary>Opens the chat that the code is for; null where no channel has such links.</summary>
    public string? ChatLink => ChatCode is null ? null
        : channels.Select(c => c.LinkTo($"s_{ChatCode.Replace("-", "", StringComparison.Ordinal)}")).FirstOrDefault(link => link is not null);

    /// <summary>Opens a chat that knows who helps: <c>f_</c> and the badge's code. Null where no channel has such links.</summary>
    public string? HelpLink => channels.Select(c => c.LinkTo($"f_{Badge.Replace("-", "", StringComparison.Ordinal)}")).FirstOrDefault(link => link is not null);

    public Task<List<StaffChatRow>> ChatsAsync() => chats.OfStaffAsync(viewer.Id, HttpContext.RequestAborted);

    public async Task<IActionResult> OnPostChatCodeAsync(CancellationToken cancellationToken)
    {
        var outcome = await boundary.RunAsync<GiveChatCode, string>((act, by, cancel) => act.DoAsync(new(viewer.Id), by, cancel), cancellationToken);
        if (!outcome.Succeeded)
        {
            return this.With(outcome.Refusals, phrases);
        }

        ChatCode = outcome.Value;
        return Page();
    }

    public async Task<IActionResult> OnPostUnlinkAsync(Guid conversation, CancellationToken cancellationToken)
    {
        var outcome = await boundary.RunAsync<UnlinkStaffChats, int>(
            (act, by, cancel) => act.DoAsync(new(viewer.Id, conversation, StaffChatEnd.Account), by, cancel), cancellationToken);
        return outcome.Succeeded ? RedirectToPage(new { Saved = true }) : this.With(outcome.Refusals, phrases);
    }

    public async Task<IActionResult> OnPostLanguageAsync(string? language, CancellationToken cancellationToken)
    {
        var outcome = await boundary.RunAsync<ChooseLanguage, Done>(
            (act, by, cancel) => act.DoAsync(new(viewer.Id, language ?? string.Empty), by, cancel), cancellationToken);
        if (!outcome.Succeeded)
        {
            return this.With(outcome.Refusals, phrases);
        }

        Response.Cookies.Append(cookies.Language, language!, cookies.Lasting(Phrases.Kept));
        return RedirectToPage(new { Saved = true });
    }

    public async Task<IActionResult> OnPostPasswordAsync(CancellationToken cancellationToken)
    {
        var staff = (await own.ByIdAsync(viewer.Id, cancellationToken))!;
        var current = Current is { Length: <= PasswordRules.Longest } said ? said : string.Empty;
        var answer = await signIn.SayAgainAsync(staff, current, cancellationToken);
        if (!answer.IsRight)
        {
            return this.Wait(answer.WaitUntil, nameof(Current), "refusal.password_wrong", clock, phrases);
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

        await signIn.EnterAgainAsync(staff, cancellationToken);
        return RedirectToPage(new { Saved = true });
    }
}
