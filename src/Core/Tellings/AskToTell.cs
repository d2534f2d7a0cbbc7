using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Tasks;

namespace SlrtBot.Core.Tellings;

/// <summary>Makes the task of carrying news to a resident, or adds the newest words to the one that waits.</summary>
public sealed class AskToTell(SlrtDbContext db, FieldCipher cipher, WorkingCalendar calendar, AreaCatalogue areas, AuditTrail audit)
{
    /// <summary>Working days within which somebody goes there.</summary>
    private const int Days = 3;

    public async Task AskAsync(Complaint complaint, TellingReason reason, string? words, Provenance by, CancellationToken cancellationToken)
    {
        var waiting = await db.Tellings.SingleOrDefaultAsync(t => t.ComplaintId == complaint.Id && t.EndedAt == null, cancellationToken);
        if (waiting is not null)
        {
            // Who is told later hears the newest; what came before stands in the history.
            waiting.Words = cipher.SealOptional(words, Telling.Table, waiting.Id, "words") ?? waiting.Words;
            return;
        }

        var telling = new Telling
        {
            Id = SequentialId.Next(by.At),
            Complaint = complaint,
            Reason = reason,
            AskedAt = by.At,
        };
        telling.Words = cipher.SealOptional(words, Telling.Table, telling.Id, "words");
        db.Add(telling);
        var due = calendar.AddWorkingDays(LocalDay.Of(by.At, areas.ZoneOf(complaint.VillageCode)), Days, complaint.VillageCode);
        var task = WorkTask.For(telling.Id, TaskKind.TellInPerson, complaint, due, by.At);
        task.DeskRole = DeskFor(complaint);
        task.AskedBy = by.Kind == ActorKind.Staff ? by.ActorId : null;
        db.Add(task);
        audit.Record(by, "telling.asked", "telling", telling.Id, new { complaint = complaint.Id, reason = Codes.Of(reason) });
    }

    /// <summary>The village's facilitator; about officials of ours the desk that handles it, and no one below.</summary>
    private static Role DeskFor(Complaint complaint) => complaint.Concerns is { } concern
        ? Concerns.Desk(concern, new(complaint.RegencyCode, complaint.DistrictCode, complaint.VillageCode)).Role
        : AreaCode.LevelOf(complaint.VillageCode) == AreaLevel.Village ? Role.Facilitator : Role.Frontoffice;
}
