using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;
using SlrtBot.Console.Security;
using SlrtBot.Core.Files;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Visits;

namespace SlrtBot.Console.Pages.Visits;

/// <summary>
/// Adds a photo to the report. It is read in memory and never through a temporary file: a photo of somebody's home may lie on disk sealed
/// only. What the picture itself says of its place is left behind.
/// </summary>
[Permits(Permission.VerifyComplaints)]
[RequestFormLimits(MemoryBufferThreshold = MostBytes + Fields, MultipartBodyLengthLimit = 3 * MostBytes)]
public sealed class AddVisitPhotoPage(
    VisitQueries visits, FileStore store, TimeProvider clock, Boundary boundary, Viewer viewer, ServiceZone zone, Phrases phrases)
    : VisitPost(visits, boundary, viewer, zone, phrases)
{
    private const int MostBytes = 10 * 1024 * 1024;
    private const int Fields = 64 * 1024;

    [BindProperty]
    public IFormFile? Photo { get; set; }

    /// <summary>As typed, or copied from a map.</summary>
    [BindProperty]
    public string? Pin { get; set; }

    /// <summary>Of the device, at that photo.</summary>
    [BindProperty]
    public string? Latitude { get; set; }

    [BindProperty]
    public string? Longitude { get; set; }

    /// <summary>Metres.</summary>
    [BindProperty]
    public string? Accuracy { get; set; }

    protected override async Task<IActionResult> TakeAsync(Guid id, CancellationToken cancellationToken)
    {
        var clean = await ReadAsync(cancellationToken);
        var outcome = clean.Succeeded ? await KeepAsync(id, clean.Value, cancellationToken) : clean.Refusals.ToList();
        return outcome.Succeeded
            ? Finish("visit_photo_added", "photos")
            : await RefuseAsync("photo", Sent(nameof(Pin)), outcome.Refusals, cancellationToken);
    }

    private async Task<Outcome<CleanPicture>> ReadAsync(CancellationToken cancellationToken)
    {
        if (Photo is not { Length: > 0 })
        {
            return new Refusal("required", "photo");
        }

        if (Photo.Length > MostBytes)
        {
            return new Refusal("file_too_large", "photo") { Values = new Dictionary<string, string> { ["megabytes"] = $"{MostBytes / (1024 * 1024)}" } };
        }

        var bytes = new byte[Photo.Length];
        await using var sent = Photo.OpenReadStream();
        await sent.ReadExactlyAsync(bytes, cancellationToken);
        var clean = PictureCleaner.Clean(bytes);
        return clean.Succeeded ? clean : clean.Refusals.Select(r => r with { Field = "photo" }).ToList();
    }

    private async Task<Outcome<VisitPhoto>> KeepAsync(Guid id, CleanPicture clean, CancellationToken cancellationToken)
    {
        var file = SequentialId.Next(clock.GetUtcNow().UtcDateTime);
        await store.WriteAsync(file, clean.Bytes, cancellationToken);
        var metres = double.TryParse(Accuracy, NumberStyles.Float, CultureInfo.InvariantCulture, out var around) ? around : (double?)null;
        var input = new AddVisitPhotoInput(
            id, file, clean.Type.ContentType, clean.Bytes.Length, SHA256.HashData(clean.Bytes), Pin, VisitPosition.Of(Latitude, Longitude), metres);
        var outcome = await Boundary.RunAsync<AddVisitPhoto, VisitPhoto>((act, by, cancel) => act.DoAsync(input, Viewer.Scope, by, cancel), cancellationToken);
        if (!outcome.Succeeded || outcome.Value.Id != file)
        {
            store.Delete(file);
        }

        return outcome;
    }
}
