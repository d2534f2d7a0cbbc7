using SlrtBot.Core.Areas;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Villages;

/// <summary>What a decision about a village leaves behind beside its effect.</summary>
internal sealed record VillageDecided(AreaDecisionKind Kind, string? Before, string? After, DateOnly? Day = null, string? Roles = null, Guid? Undoes = null);

/// <summary>Writes it into the village's log and, as codes, into the audit: in the unit at hand.</summary>
public sealed class VillageLog(SlrtDbContext db, FieldCipher cipher, AuditTrail audit)
{
    /// <param name="village">Tracked. Counts as changed, so that of two who decide at once the second decides anew.</param>
    internal void Record(Area village, VillageDecided decided, string reason, Provenance by)
    {
        var id = SequentialId.Next(by.At);
        db.Add(new AreaDecision
        {
            Id = id,
            AreaCode = village.Code,
            Kind = decided.Kind,
            At = by.At,
            DecidedBy = by.ActorId,
            Day = decided.Day,
            Before = decided.Before,
            After = decided.After,
            Roles = decided.Roles,
            Undoes = decided.Undoes,
            Reason = cipher.Seal(reason.Trim(), AreaDecision.Table, id, "reason"),
        });
        db.Entry(village).Property(a => a.Version).IsModified = true;
        audit.Record(
            by, $"area.{Codes.Of(decided.Kind)}", "area", id, new { area = village.Code, decided.Before, decided.After, day = decided.Day?.ToString("yyyy-MM-dd", null), decided.Undoes });
    }
}
