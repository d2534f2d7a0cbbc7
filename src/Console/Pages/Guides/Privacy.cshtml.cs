using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Security;

namespace SlrtBot.Console.Pages.Guides;

[Anyone]
public sealed class PrivacyPage : PageModel
{
    public static readonly IReadOnlyList<string> Topics = ["what", "who", "rights", "staff"];
}
