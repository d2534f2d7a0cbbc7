using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Files;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Visits;

/// <param name="FileId">Of bytes that the door has cleaned and put into the store.</param>
/// <param name="Sha256">Of these bytes.</param>
/// <param name="Pin">As typed or copied from a map; null where none was given.</param>
/// <param name="Device">The device's position at that photo; a pin that somebody gave goes before it.</param>
/// <param name="Accuracy">Metres, as the device said.</param>
public sealed record AddVisitPhotoInput(
    Guid VisitId, Guid FileId, string ContentType, long Size, byte[] Sha256, string? Pin, VisitPosition? Device, double? Accuracy)
{
    public const int Most = 8;

    /// <summary>Half the globe's circumference: whatever says more is no accuracy.</summary>
    private const double FarthestMetres = 20_037_500;

    internal PositionSource Source => !string.IsNullOrWhiteSpace(Pin) ? PositionSource.Pin : Device is null ? PositionSource.None : PositionSource.Device;

    internal VisitPosition? Position => Source == PositionSource.Pin ? VisitPosition.OfPin(Pin!) : Device;

    internal int? Metres => Source == PositionSource.Device && Accuracy is >= 0 and <= FarthestMetres ? (int)Math.Ceiling(Accuracy.Value) : null;

    public IEnumerable<Refusal> Problems()
    {
        if (Source == PositionSource.Pin && Position is null)
        {
            yield return new Refusal("pin_unreadable", "pin");
        }
    }
}

/// <summary>A photo joins the report, with how its place is known.</summary>
public sealed class AddVisitPhoto(SlrtDbContext db, VisitReach reach, FieldCipher cipher, AuditTrail audit, DomainEvents events)
{
    /// <returns>Refused with <c>visit_closed</c>, <c>photos_full</c>, <c>pin_unreadable</c>; the bytes have no row then.</returns>
    public async Task<Outcome<VisitPhoto>> DoAsync(AddVisitPhotoInput input, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var reached = await reach.ToWriteAsync(input.VisitId, actor, cancellationToken);
        if (!reached.Succeeded)
        {
            return reached.Refusals.ToList();
        }

        if (input.Problems().ToList() is { Count: > 0 } problems)
        {
            return problems;
        }

        var (visit, complaint) = reached.Value;
        if (await SameAsync(visit, input.Sha256, cancellationToken) is { } same)
        {
            return same;
        }

        if (await db.VisitPhotos.CountAsync(p => p.VisitId == visit.Id, cancellationToken) >= AddVisitPhotoInput.Most)
        {
            return Refusal.Conflict("photos_full") with { Values = new Dictionary<string, string> { ["most"] = $"{AddVisitPhotoInput.Most}" } };
        }

        var photo = new VisitPhoto
        {
            Id = input.FileId,
            VisitId = visit.Id,
            Round = visit.Round,
            Source = input.Source,
            Position = cipher.SealOptional(input.Position?.ToString(), VisitPhoto.Table, input.FileId, "position"),
            Accuracy = input.Metres,
            TakenBy = actor.StaffId,
            AddedAt = by.At,
        };
        visit.Write(by.At);
        db.Add(photo);
        db.Add(StoredFile.OfVisit(input.FileId, visit.Id, complaint.Id, input.ContentType, input.Size, input.Sha256, by.At));
        audit.Record(by, "visit.photo_added", "visit", visit.Id, new { complaint = complaint.Id, file = photo.Id, position = Codes.Of(photo.Source) });
        events.Raise(new VisitNoted(ComplaintKey.Of(complaint), visit.Id, by));
        return photo;
    }

    /// <summary>Sent twice over a weak line: the one that is there.</summary>
    private async Task<VisitPhoto?> SameAsync(Visit visit, byte[] sha256, CancellationToken cancellationToken) => await db.VisitPhotos
        .Where(p => p.VisitId == visit.Id && p.Round == visit.Round)
        .Join(db.StoredFiles.Where(f => f.Sha256 == sha256), p => p.Id, f => f.Id, (p, f) => p)
        .FirstOrDefaultAsync(cancellationToken);
}
