using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace SlrtBot.Console.Forms;

/// <summary>A file as it comes in; nothing of it has been read.</summary>
public sealed record StreamedFile(string Name, Stream Content);

/// <summary>
/// Reads a posted form up to its file, which has to be its last field: what comes before is bound and its token checked as ever, and
/// the page reads the file itself. So a list of many megabytes lies neither in memory nor in a temporary file in the clear.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StreamedUploadAttribute(long most) : Attribute, IAsyncAuthorizationFilter, IOrderedFilter
{
    private const int MostFields = 20;
    private const int LongestField = 4096;
    private static readonly object Key = new();

    /// <summary>Before the token is looked for.</summary>
    public int Order => int.MinValue;

    /// <returns>Null where no file was sent.</returns>
    public static StreamedFile? FileOf(HttpContext context) => context.Items[Key] as StreamedFile;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var request = context.HttpContext.Request;
        if (!HttpMethods.IsPost(request.Method) || !MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || type.MediaType != "multipart/form-data"
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 } boundary)
        {
            return;
        }

        if (context.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = most;
        }

        var fields = new Dictionary<string, StringValues>(StringComparer.OrdinalIgnoreCase);
        var reader = new MultipartReader(boundary, request.Body) { BodyLengthLimit = most };
        try
        {
            while (await reader.ReadNextSectionAsync(context.HttpContext.RequestAborted) is { } section)
            {
                if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition) || fields.Count == MostFields)
                {
                    break;
                }

                if (disposition.IsFileDisposition())
                {
                    var name = (disposition.FileNameStar.HasValue ? disposition.FileNameStar : HeaderUtilities.RemoveQuotes(disposition.FileName)).Value ?? "";
                    context.HttpContext.Items[Key] = name.Length == 0 ? null : new StreamedFile(name, section.Body);
                    break;
                }

                using var text = new StreamReader(section.Body);
                var buffer = new char[LongestField];
                fields[HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? ""] = new string(buffer, 0, await text.ReadBlockAsync(buffer, context.HttpContext.RequestAborted));
            }
        }
        catch (InvalidDataException)
        {
            // Not a form that a browser makes: without a token it goes no further.
        }

        context.HttpContext.Features.Set<IFormFeature>(new FormFeature(new FormCollection(fields)));
    }
}
