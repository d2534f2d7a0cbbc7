using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Settings;

/// <summary>Writes who came on the duty list or left it into the log of all that offices settle: days and hours, no name and no number.</summary>
public sealed class DutyLog(SlrtDbContext db, FieldCipher cipher, AuditTrail audit)
{
    internal void Record(DutyEntry entry, string verb, string? before, string? after, string reason, Provenance by)
    {
        var id = SequentialId.Next(by.At);
        db.Add(new SettingDecision
        {
            Id = id,
            Code = entry.Code,
            AreaCode = entry.AreaCode,
            At = by.At,
            DecidedBy = by.ActorId!.Value,
            Before = before,
            After = after,
            Reason = cipher.Seal(reason.Trim(), SettingDecision.Table, id, "reason"),
        });
        audit.Record(by, verb, "duty_entry", entry.Id, new { area = entry.AreaCode, decision = id });
    }
}
