using Microsoft.Net.Http.Headers;
using SlrtBot.Console.Security;
using SlrtBot.Core.Complaints.Sheets;
using SlrtBot.Core.Files;

namespace SlrtBot.Console.Files;

/// <summary>
/// <c>GET /files/{id}</c>: always as a download, under a name of our own, sandboxed, with the type that its bytes have
/// (ASVS 3.2.1, 5.4.1). A page may still show a picture or play a recording from here.
/// </summary>
public static class FileDownload
{
    public static async Task<IResult> GetAsync(
        Guid id, HttpContext http, Boundary boundary, Viewer viewer, FileStore store, CancellationToken cancellationToken)
    {
        var outcome = await boundary.RunAsync<OpenFile, StoredFile>(
            (act, by, cancel) => act.DoAsync(id, viewer.Scope, by, cancel), cancellationToken);
        if (!outcome.Succeeded || await store.ReadAsync(id, cancellationToken) is not { } bytes)
        {
            return Results.NotFound();
        }

        var type = FileType.Of(bytes);
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName($"{id:N}{type?.Extension}");
        http.Response.Headers.ContentDisposition = disposition.ToString();
        http.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        return Results.Bytes(bytes, type?.ContentType ?? "application/octet-stream", enableRangeProcessing: true);
    }
}
