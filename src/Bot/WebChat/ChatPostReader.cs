using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace SlrtBot.Bot.WebChat;

/// <summary>
/// Reads a post in memory and never through a temporary file: a photo of somebody's home may lie on disk sealed only.
/// What is too large is read past rather than cut off, so that the person gets an answer instead of a broken line.
/// </summary>
internal static class ChatPostReader
{
    private const int MostFields = 20;
    private const int LongestField = 16 * 1024;
    private const long MostBytes = 64L * 1024 * 1024;

    /// <returns>Null where the body is not a form, or a form of another make than ours.</returns>
    /// <exception cref="BadHttpRequestException">The body is longer than anything a page sends (413).</exception>
    public static async Task<ChatPost?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MostBytes;
        }

        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
        {
            return null;
        }

        try
        {
            return type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase)
                ? await ReadFieldsAsync(request, cancellationToken)
                : type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
                    ? await ReadPartsAsync(request.Body, HeaderUtilities.RemoveQuotes(type.Boundary).Value, cancellationToken)
                    : null;
        }
        catch (Exception failure) when (failure is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            return null;
        }
    }

    private static async Task<ChatPost> ReadFieldsAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var reader = new FormReader(request.Body, Encoding.UTF8) { ValueCountLimit = MostFields, ValueLengthLimit = LongestField };
        var post = new ChatPost();
        foreach (var (name, values) in await reader.ReadFormAsync(cancellationToken))
        {
            post.Fields[name] = values[0] ?? "";
        }

        return post;
    }

    private static async Task<ChatPost?> ReadPartsAsync(Stream body, string? boundary, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(boundary) || boundary.Length > 100)
        {
            return null;
        }

        var reader = new MultipartReader(boundary, body);
        var post = new ChatPost();
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var about))
            {
                continue;
            }

            var name = HeaderUtilities.RemoveQuotes(about.Name).Value ?? "";
            if (about.IsFileDisposition())
            {
                await KeepPhotoAsync(post, section.Body, cancellationToken);
            }
            else if (post.Fields.Count < MostFields && await TakeAsync(section.Body, LongestField, cancellationToken) is { } value)
            {
                post.Fields.TryAdd(name, Encoding.UTF8.GetString(value));
            }
        }

        return post;
    }

    private static async Task KeepPhotoAsync(ChatPost post, Stream body, CancellationToken cancellationToken)
    {
        var most = post.Photos.Count < ChatPost.MostPhotos ? ChatPost.MostPhotoBytes : 0;
        var bytes = await TakeAsync(body, most, cancellationToken);
        if (bytes is null)
        {
            post.TooLarge++;
        }
        else if (bytes.Length > 0)
        {
            post.Photos.Add(bytes);
        }
    }

    /// <returns>Null where there were more bytes; they have been read past.</returns>
    private static async Task<byte[]?> TakeAsync(Stream body, int most, CancellationToken cancellationToken)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[16 * 1024];
        long seen = 0;
        int count;
        while ((count = await body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            seen += count;
            if (seen <= most)
            {
                kept.Write(buffer, 0, count);
            }
        }

        return seen <= most ? kept.ToArray() : null;
    }
}
