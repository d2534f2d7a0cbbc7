using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Console.Pages;

/// <summary>Turns an act's refusals into the page's answer: the form again with what was typed, or a bare status.</summary>
public static class Refused
{
    /// <returns>404 and 403 as pages of their own; 409 and 422 with the same form, each refusal at its field.</returns>
    public static IActionResult With(this PageModel page, IReadOnlyList<Refusal> refusals, Phrases phrases, string? prefix = null)
    {
        if (refusals.Any(r => r.Kind == RefusalKind.NotFound))
        {
            return page.StatusCode(StatusCodes.Status404NotFound);
        }

        if (refusals.Any(r => r.Kind == RefusalKind.Forbidden))
        {
            return page.StatusCode(StatusCodes.Status403Forbidden);
        }

        foreach (var refusal in refusals)
        {
            var field = refusal.Field is null ? string.Empty : $"{prefix}{refusal.Field}";
            var values = refusal.Values.Select(v => (v.Key, (object?)v.Value)).ToArray();
            page.ModelState.AddModelError(field, phrases.Get($"refusal.{refusal.Code}", values));
        }

        var conflict = refusals.Any(r => r.Kind == RefusalKind.Conflict);
        return Again(page, conflict ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity);
    }

    public static PageResult Again(this PageModel page, int status = StatusCodes.Status422UnprocessableEntity)
    {
        var result = page.Page();
        result.StatusCode = status;
        return result;
    }
}
