using Microsoft.Net.Http.Headers;
using SlrtBot.Console.Security;
using SlrtBot.Core.Complaints.Sheets;
using SlrtBot.Core.Files;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Meetings;

namespace SlrtBot.Console.Files;

/// <summary>
/// <c>GET /files/{id}</c>, and <c>GET /meetings/{id}/signed</c> for the paper of a meeting: always as a download, under a name of our own, sandboxed, with the type that its bytes have
/// (ASVS 3.2.1, 5.4.1). A page may still show a picture or play a recording from here.
/// </summary>
public static class FileDownload
{
    public static async Task<IResult> GetAsync(
        Guid id, HttpContext http, Boundary boundary, Viewer viewer, FileStore store, CancellationToken cancellationToken)
    {
        var outcome = await boundary.RunAsync<OpenFile, StoredFile>(
            (act, by, cancel) => act.DoAsync(id, viewer.Scope, by, cancel), cancellationToken);
        return await AnswerAsync(outcome, http, store, cancellationToken);
    }

    /// <param name="id">Of the meeting.</param>
    public static async Task<IResult> GetMinutesAsync(
        Guid id, HttpContext http, Boundary boundary, Viewer viewer, FileStore store, CancellationToken cancellationToken)
    {
        var outcome = await boundary.RunAsync<OpenMinutes, StoredFile>(
            (act, by, cancel) => act.DoAsync(id, viewer.Scope, by, cancel), cancellationToken);
        return await AnswerAsync(outcome, http, store, cancellationToken);
    }

    private static async Task<IResult> AnswerAsync(Outcome<StoredFile> opened, HttpContext http, FileStore store, CancellationToken cancellationToken)
    {
        if (!opened.Succeeded || await store.ReadAsync(opened.Value.Id, cancellationToken) is not { } bytes)
        {
            return Results.NotFound();
        }

        var type = FileType.Of(bytes);
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName($"{opened.Value.Id:N}{type?.Extension}");
        http.Response.Headers.ContentDisposition = disposition.ToString();
        http.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        return Results.Bytes(bytes, type?.ContentType ?? "application/octet-stream", enableRangeProcessing: true);
    }
}
