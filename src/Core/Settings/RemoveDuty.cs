using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Settings;

public sealed record DutyToRemove(Guid Id, string? Reason);

/// <summary>Takes somebody off the duty list; the number goes at once, the name stays for the log.</summary>
public sealed class RemoveDuty(SlrtDbContext db, SettingLog log, AuditTrail audit)
{
    /// <returns>Refused with <c>already_done</c> where a colleague was faster.</returns>
    public async Task<Outcome<Done>> DoAsync(DutyToRemove input, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var entry = await db.DutyEntries.SingleOrDefaultAsync(d => d.Id == input.Id, cancellationToken);
        if (entry is null || !actor.MayIn(Permission.ManageSettings, entry.AreaCode))
        {
            return Refusal.NotFound();
        }

        if (entry.RemovedAt is not null)
        {
            return Refusal.Conflict("already_done");
        }

        if (DecisionLog.Problem(input.Reason) is { } problem)
        {
            return problem;
        }

        (entry.RemovedAt, entry.Phone) = (by.At, null);
        var decision = log.Record(entry.Key, $"{entry.Time}", null, input.Reason!, by);
        audit.Record(by, "duty.removed", "duty_entry", entry.Id, new { area = entry.AreaCode, decision });
        return default(Done);
    }
}
