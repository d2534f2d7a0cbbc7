using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Staff;

/// <summary>What a decision leaves behind beside its effect.</summary>
/// <param name="Words">Why, in words; sealed.</param>
/// <param name="Other">Whom a deputy stands in for.</param>
public sealed record Decided(DecisionKind Kind, string? Before = null, string? After = null, string? Words = null, Guid? Other = null);

/// <summary>Writes a decision about an account into its log and, as codes, into the audit: in the unit at hand.</summary>
public sealed class DecisionLog(SlrtDbContext db, FieldCipher cipher, AuditTrail audit)
{
    public const int LongestReason = 500;

    /// <param name="staff">Tracked. Counts as changed, so that of two who decide at once the second decides anew.</param>
    public void Record(StaffMember staff, Decided decided, Provenance by)
    {
        var id = SequentialId.Next(by.At);
        db.Add(new StaffDecision
        {
            Id = id,
            StaffId = staff.Id,
            OtherStaffId = decided.Other,
            Kind = decided.Kind,
            At = by.At,
            DecidedBy = by.ActorId,
            Before = decided.Before,
            After = decided.After,
            Words = string.IsNullOrWhiteSpace(decided.Words) ? null : cipher.Seal(decided.Words.Trim(), StaffDecision.Table, id, "words"),
        });
        var entry = db.Entry(staff);
        if (entry.State != EntityState.Added)
        {
            entry.Property(s => s.Version).IsModified = true;
        }

        audit.Record(by, $"staff.{Codes.Of(decided.Kind)}", "staff_member", staff.Id, new { decision = id, decided.Before, decided.After, decided.Other });
    }

    /// <returns>What is wrong with a reason; null where nothing is.</returns>
    public static Refusal? Problem(string? reason) => string.IsNullOrWhiteSpace(reason)
        ? new Refusal("required", "reason")
        : reason.Length > LongestReason ? new Refusal("too_long", "reason") : null;
}
