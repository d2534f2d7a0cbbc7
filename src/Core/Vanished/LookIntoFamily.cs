using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Vanished;

/// <param name="Seen">Its version that was on the screen.</param>
public sealed record LookIntoFamilyInput(Guid Id, int Seen, string? Outcome, string? Words);

/// <summary>Somebody who was there, or asked, says what became of a family that a new list no longer has.</summary>
public sealed class LookIntoFamily(SlrtDbContext db, FieldCipher cipher, AuditTrail audit)
{
    public async Task<Outcome<VanishedFamily>> DoAsync(LookIntoFamilyInput input, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.LookUpRegistry))
        {
            return Refusal.Forbidden();
        }

        var family = await db.VanishedFamilies.SingleOrDefaultAsync(v => v.Id == input.Id, cancellationToken);
        if (family is null || !actor.MayIn(Permission.LookUpRegistry, family.VillageCode))
        {
            return Refusal.NotFound();
        }

        List<Refusal> problems = [];
        if (!Codes.TryParse<VanishedOutcome>(input.Outcome, out var outcome))
        {
            problems.Add(new Refusal("required", "outcome"));
        }

        if (DecisionLog.Problem(input.Words) is { } unsaid)
        {
            problems.Add(unsaid with { Field = "words" });
        }

        if (problems.Count > 0)
        {
            return problems;
        }

        if (family.EndedAt is not null || family.Version != input.Seen)
        {
            // A double press says it twice.
            return family.EndedBy == actor.StaffId && family.Outcome == outcome && cipher.OpenOptional(family.Words, VanishedFamily.Table, family.Id, "words") == input.Words!.Trim()
                ? family : Refusal.Conflict("vanished_moved_on");
        }

        family.LookInto(outcome, cipher.Seal(input.Words!.Trim(), VanishedFamily.Table, family.Id, "words"), actor.StaffId, by.At);
        audit.Record(by, "vanished.looked_into", "vanished_family", family.Id, new { outcome = Codes.Of(outcome), list = family.SnapshotId, entry = family.EntryId });
        return family;
    }
}
