using SlrtBot.Core.Areas;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.SignedLinks;
using SlrtBot.Core.Tasks;

namespace SlrtBot.Core.Handovers;

/// <param name="Staff">Who waits; null for the desk.</param>
/// <param name="Request">Null where the clock sends it.</param>
public sealed record Sending(Guid Id, HandoverDesk From, Guid? Staff, OpenDesk To, string Reason, string? Request, DateOnly DueOn);

/// <summary>Writes a hand-over, the task of its receiver, and a link where that has no account.</summary>
public sealed class SendHandover(SlrtDbContext db, FieldCipher cipher, LinkBook links, AreaCatalogue areas, AuditTrail audit, DomainEvents events)
{
    /// <summary>An answer that comes a little late is an answer.</summary>
    private const int DaysAfterDue = 14;

    public async Task<HandedOver> SendAsync(Complaint complaint, Sending sending, Provenance by, CancellationToken cancellationToken)
    {
        var handover = new Handover
        {
            Id = sending.Id,
            Number = HandoverNumber.New(),
            Complaint = complaint,
            FromDesk = sending.From,
            FromStaffId = sending.Staff,
            ToDesk = sending.To.Desk,
            ToArea = sending.To.AreaCode,
            Reason = sending.Reason,
            Request = cipher.SealOptional(sending.Request, Handover.Table, sending.Id, "request"),
            SentAt = by.At,
            DueOn = sending.DueOn,
        };
        db.Add(handover);
        var task = WorkTask.For(handover.Id, TaskKind.AcceptHandover, complaint, handover.DueOn, by.At);
        task.DeskRole = handover.ToDesk.RoleOf();
        task.AskedBy = handover.FromStaffId;
        db.Add(task);
        audit.Record(
            by, "complaint_handover.sent", "handover", handover.Id,
            new { complaint = complaint.Id, from = Codes.Of(handover.FromDesk), to = Codes.Of(handover.ToDesk), reason = handover.Reason, due = handover.DueOn });
        events.Raise(new HandoverMoved(ComplaintKey.Of(complaint), handover.Id, null, HandoverStatus.Sent, by));
        return new HandedOver(handover, await LinkAsync(handover, by, cancellationToken));
    }

    /// <summary>A new link for an office without an account here; an older one no longer serves.</summary>
    /// <returns>Null where people of ours work at the desk.</returns>
    internal async Task<string?> LinkAsync(Handover handover, Provenance by, CancellationToken cancellationToken)
    {
        if (!handover.ToDesk.IsOutside())
        {
            return null;
        }

        var end = handover.DueOn.AddDays(DaysAfterDue).ToDateTime(TimeOnly.MaxValue);
        var expires = TimeZoneInfo.ConvertTimeToUtc(end, areas.ZoneOf(handover.VillageCode));
        return await links.MakeAsync(LinkPurpose.Handover, handover.Id, expires, by, cancellationToken);
    }
}

/// <summary>What an office quotes about a hand-over: of the make of a complaint's reference, <c>SRH-XXXX-XXXX-C</c>.</summary>
public static class HandoverNumber
{
    private const string Prefix = "SRH";

    public static string New()
    {
        var code = ReferenceCode.New();
        return Prefix + code[code.IndexOf('-', StringComparison.Ordinal)..];
    }
}
