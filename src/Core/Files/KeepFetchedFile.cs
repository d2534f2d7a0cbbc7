using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Files;

/// <summary>A file that was awaited has been decided on: kept, refused, or given up.</summary>
/// <param name="Reason">A code; null where it was kept.</param>
public sealed record FileDecided(Guid FileId, Guid ConversationId, Guid? ComplaintId, string? Reason, Provenance By) : IDomainEvent;

/// <summary>
/// What became of one attempt to fetch a file. What it is, its first bytes say; pictures lose everything but their
/// pixels before they touch the disk. After the sixth failure staff see that something is missing.
/// </summary>
public sealed class KeepFetchedFile(SlrtDbContext db, FileStore store, DomainEvents events, AuditTrail audit)
{
    public const string TooLarge = "too_large";

    /// <summary>Not of a kind that is kept.</summary>
    public const string NotKept = "file_not_kept";

    private const int Tries = 6;

    public async Task<Outcome<Done>> DoAsync(Guid fileId, FetchedFile fetched, Provenance by, CancellationToken cancellationToken)
    {
        var file = await db.StoredFiles.SingleOrDefaultAsync(f => f.Id == fileId && f.State == FileState.Pending, cancellationToken);
        if (file is null)
        {
            return default(Done);
        }

        switch (fetched.Result)
        {
            case FetchResult.Fetched:
                await KeepAsync(file, fetched.Bytes!, by, cancellationToken);
                break;
            case FetchResult.Later:
                file.NotBefore = fetched.NotBefore;
                break;
            case FetchResult.TooLarge:
                Decide(file, FileState.Refused, by, TooLarge);
                break;
            case FetchResult.Gone:
                Decide(file, FileState.Failed, by, "gone");
                break;
            default:
                Postpone(file, by);
                break;
        }

        return default(Done);
    }

    private async Task KeepAsync(StoredFile file, byte[] bytes, Provenance by, CancellationToken cancellationToken)
    {
        if (FileType.Of(bytes) is not { } type)
        {
            Decide(file, FileState.Refused, by, NotKept);
            return;
        }

        if (type.IsPicture)
        {
            var clean = PictureCleaner.Clean(bytes);
            if (!clean.Succeeded)
            {
                Decide(file, FileState.Refused, by, clean.Refusals[0].Code);
                return;
            }

            bytes = clean.Value.Bytes;
        }

        await store.WriteAsync(file.Id, bytes, cancellationToken);
        file.Kind = type.Kind;
        file.ContentType = type.ContentType;
        file.Size = bytes.Length;
        file.Sha256 = SHA256.HashData(bytes);
        Decide(file, FileState.Stored, by, null);
    }

    private void Postpone(StoredFile file, Provenance by)
    {
        file.Tries++;
        if (file.Tries >= Tries)
        {
            Decide(file, FileState.Failed, by, "not_fetched");
            return;
        }

        // 10, 20, 40 … seconds.
        file.NotBefore = by.At.AddSeconds(5 * Math.Pow(2, file.Tries));
    }

    private void Decide(StoredFile file, FileState state, Provenance by, string? reason)
    {
        file.State = state;
        file.NotBefore = null;
        audit.Record(by, $"file.{Codes.Of(state)}", "stored_file", file.Id, reason is null ? null : new { reason });
        events.Raise(new FileDecided(file.Id, file.ConversationId, file.ComplaintId, reason, by));
    }
}
