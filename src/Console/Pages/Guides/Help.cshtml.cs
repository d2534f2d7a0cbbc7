using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Security;

namespace SlrtBot.Console.Pages.Guides;

[Anyone]
public sealed class HelpPage : PageModel
{
    public static readonly IReadOnlyList<string> Topics = ["queue", "complaint", "referral", "keys", "account"];
}
