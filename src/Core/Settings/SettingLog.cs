using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Settings;

/// <summary>Writes what offices settle into the log that nobody can change: in the unit at hand.</summary>
public sealed class SettingLog(SlrtDbContext db, FieldCipher cipher)
{
    /// <param name="before">Codes, numbers, days and hours; no name and no number of anybody.</param>
    /// <returns>The line's id, for the audit.</returns>
    internal Guid Record(SettingKey key, string? before, string? after, string reason, Provenance by)
    {
        var id = SequentialId.Next(by.At);
        db.Add(new SettingDecision
        {
            Id = id,
            Code = key.Code,
            AreaCode = key.Area,
            At = by.At,
            DecidedBy = by.ActorId!.Value,
            Before = before,
            After = after,
            Reason = cipher.Seal(reason.Trim(), SettingDecision.Table, id, "reason"),
        });
        return id;
    }
}
