using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace SlrtBot.Console.Forms;

/// <summary>
/// Answers 400 to a form whose hidden fields (ids, versions, switches) cannot be read. Nobody types these: a value that is
/// none comes from a spoilt or made-up form, and must not be taken for zero. What people type is the page's own business.
/// </summary>
public sealed class HiddenFields : IPageFilter
{
    private static readonly Type[] Hidden = [typeof(Guid), typeof(int), typeof(bool)];

    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var fields = context.ActionDescriptor.BoundProperties.Select(p => (p.Name, p.ParameterType))
            .Concat((context.HandlerMethod?.Parameters ?? []).Select(p => (p.Name, p.ParameterType)));
        if (HttpMethods.IsPost(context.HttpContext.Request.Method) && fields.Any(f => IsSpoilt(context, f.Name, f.ParameterType)))
        {
            context.Result = new StatusCodeResult(StatusCodes.Status400BadRequest);
        }
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }

    private static bool IsSpoilt(PageHandlerExecutingContext context, string name, Type type) =>
        Hidden.Contains(Nullable.GetUnderlyingType(type) ?? type)
        && context.ModelState.TryGetValue(name, out var entry) && entry.Errors.Count > 0;
}
