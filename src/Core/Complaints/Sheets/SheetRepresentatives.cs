using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Complaints.Sheets;

/// <summary>Who speaks for the person concerned, opened for staff who may see the complaint.</summary>
public sealed class SheetRepresentatives(SlrtDbContext db, FieldCipher cipher, TimeProvider clock)
{
    public async Task<IReadOnlyList<SheetRepresentative>> OfAsync(Complaint complaint, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var rows = (await db.Representatives.AsNoTracking().Where(r => r.ComplaintId == complaint.Id && r.EndedAt == null).ToListAsync(cancellationToken))
            .Where(r => r.ConversationId is not null || r.SlipExpiresAt > now)
            .OrderBy(r => r.ConversationId == complaint.ConversationId ? 0 : 1).ThenBy(r => r.RecordedAt).ToList();
        var ids = rows.Where(r => r.RecordedBy == ActorKind.Staff).Select(r => r.RecordedById).OfType<Guid>().Distinct().ToArray();
        var names = await db.StaffMembers.Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, cancellationToken);
        var shown = rows.Select(r => Row(complaint, r, names)).ToList();
        return complaint is { IsRepresented: true, ConversationId: not null } && !shown.Exists(r => r.IsFiling)
            ? [Unrecorded(complaint), .. shown]
            : shown;
    }

    private SheetRepresentative Row(Complaint complaint, Representative r, Dictionary<Guid, string> names) => new(
        r.Id, cipher.OpenOptional(r.Name, Representative.Table, r.Id, "name"), r.Relation, r.Consent, r.Way, r.RecordedAt,
        r.RecordedBy == ActorKind.Staff && r.RecordedById is { } id ? names.GetValueOrDefault(id) : null, r.WithdrawnAt,
        r.ConversationId is not null && r.ConversationId == complaint.ConversationId, r.ConversationId is not null, r.SlipExpiresAt, r.ReadsAll);

    /// <summary>A complaint of before representatives were recorded.</summary>
    private SheetRepresentative Unrecorded(Complaint complaint) => new(
        null, cipher.OpenOptional(complaint.ReporterName, Complaint.Table, complaint.Id, "reporter_name"), Representative.RelationOf(complaint.Subject),
        RepresentativeConsent.Pending, null, null, null, null, IsFiling: true, HasChat: true, null, ReadsAll: false);
}
