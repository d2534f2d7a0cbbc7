using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SlrtBot.Console.Htmx;

/// <summary>
/// Keeps the address bar true: when the main region is filled by another page than the one that is open
/// (a redirect after a form, for example), the script is told to push that page's address.
/// </summary>
public sealed class FragmentFilter(HtmxRequest htmx) : IResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        var request = context.HttpContext.Request;
        if (context.Result is PageResult && HttpMethod.Get.Method == request.Method && htmx.IsFragment
            && htmx.Target.Id == "main" && htmx.CurrentPath != request.Path)
        {
            context.HttpContext.Response.Headers["HX-Push-Url"] = request.Path + request.QueryString;
        }
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
