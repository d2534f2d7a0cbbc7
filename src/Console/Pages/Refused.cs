using System.Globalization;
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

    /// <summary>A wrong password: the form again, and where its source has to wait now, for how long (429).</summary>
    /// <param name="otherwise">Phrase key of what is said where nobody has to wait.</param>
    public static IActionResult Wait(this PageModel page, DateTime? until, string field, string otherwise, TimeProvider clock, Phrases phrases)
    {
        if (until is not { } end)
        {
            page.ModelState.AddModelError(field, phrases[otherwise]);
            return Again(page);
        }

        var wait = end - clock.GetUtcNow().UtcDateTime;
        page.ModelState.AddModelError(field, phrases.Get("sign_in.wait", ("minutes", Math.Max(1, (int)Math.Ceiling(wait.TotalMinutes)))));
        page.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return Again(page, StatusCodes.Status429TooManyRequests);
    }

    public static PageResult Again(this PageModel page, int status = StatusCodes.Status422UnprocessableEntity)
    {
        var result = page.Page();
        result.StatusCode = status;
        return result;
    }
}
