using System.Security.Cryptography;
using SlrtBot.Core.Files;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Bot.WebChat;

/// <summary>Cleans the photos of a post and puts them into the file store, before the post goes into the inbox.</summary>
public sealed class PhotoIntake(FileStore store, TimeProvider clock)
{
    public async Task<(IReadOnlyList<ChatPhoto> Kept, IReadOnlyList<Refusal> Refused)> TakeAsync(
        ChatPost post, CancellationToken cancellationToken)
    {
        var kept = new List<ChatPhoto>();
        var refused = Enumerable.Repeat(TooLarge(), post.TooLarge).ToList();
        foreach (var sent in post.Photos)
        {
            var outcome = PictureCleaner.Clean(sent);
            if (!outcome.Succeeded)
            {
                refused.AddRange(outcome.Refusals);
                continue;
            }

            kept.Add(await StoreAsync(outcome.Value, cancellationToken));
        }

        return (kept, refused);
    }

    private async Task<ChatPhoto> StoreAsync(CleanPicture clean, CancellationToken cancellationToken)
    {
        var id = SequentialId.Next(clock.GetUtcNow().UtcDateTime);
        await store.WriteAsync(id, clean.Bytes, cancellationToken);
        return new ChatPhoto(
            id, clean.Type.ContentType, clean.Bytes.Length, clean.Width, clean.Height, Convert.ToHexStringLower(SHA256.HashData(clean.Bytes)));
    }

    private static Refusal TooLarge() => new("file_too_large")
    {
        Values = new Dictionary<string, string> { ["megabytes"] = $"{ChatPost.MostPhotoBytes / (1024 * 1024)}" },
    };
}
