using Microsoft.AspNetCore.Mvc.Filters;

namespace SlrtBot.Console.Htmx;

/// <summary>After a form was accepted, "see other" (303): the browser and the script then ask for the page by GET.</summary>
public sealed class SeeOtherFilter : IResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
        var response = context.HttpContext.Response;
        if (HttpMethods.IsPost(context.HttpContext.Request.Method) && response.StatusCode == StatusCodes.Status302Found && !response.HasStarted)
        {
            response.StatusCode = StatusCodes.Status303SeeOther;
        }
    }
}
