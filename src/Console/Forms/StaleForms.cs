using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace SlrtBot.Console.Forms;

/// <summary>
/// A form whose token no longer fits: the page stood open while somebody signed in beside it, or the keys were made anew. It
/// is refused like any other, but marked, so that the page that says so can give back what was typed.
/// </summary>
public sealed class StaleForms : IAlwaysRunResultFilter
{
    private static readonly object Key = new();

    /// <summary>Asked where the refusal is told. What another site's page sent is nobody's typing: it is never offered again.</summary>
    public static bool IsOne(HttpContext context) =>
        context.Items.ContainsKey(Key) && context.Request.HasFormContentType
        && context.Request.Headers["Sec-Fetch-Site"] is [] or ["same-origin"];

    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is IAntiforgeryValidationFailedResult)
        {
            context.HttpContext.Items[Key] = Key;
        }
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
