using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Registry;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Checks;

/// <param name="Seen">The decision that was on the screen; <see cref="Guid.Empty"/> for none.</param>
public sealed record DecidePairInput(Guid ComplaintId, Guid EntryId, string? Verdict, string? Reason, Guid Seen);

/// <summary>Somebody says whether a complaint's person is the one in the list, and why. It is not asked again, nor of a later list.</summary>
public sealed class DecidePair(SlrtDbContext db, RegistryBook registry, RegistryKeys keys, FieldCipher cipher, AuditTrail audit)
{
    public async Task<Outcome<PairDecision>> DoAsync(DecidePairInput input, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var complaint = await db.Complaints.AsNoTracking().VisibleTo(actor).SingleOrDefaultAsync(c => c.Id == input.ComplaintId, cancellationToken);
        var entry = await db.RegistryEntries.AsNoTracking().SingleOrDefaultAsync(e => e.Id == input.EntryId, cancellationToken);
        if (complaint is null || entry is null)
        {
            return Refusal.NotFound();
        }

        if (!actor.MayDo(Permission.LookUpRegistry, complaint) || !actor.MayIn(Permission.LookUpRegistry, entry.AreaCode))
        {
            return Refusal.Forbidden();
        }

        // Whoever was not found for this complaint is nobody's to decide about.
        var isAsked = await db.RegistryChecks.AnyAsync(c => c.ComplaintId == input.ComplaintId, cancellationToken)
            && AreaCode.RegencyOf(entry.AreaCode) == complaint.RegencyCode;
        if (!isAsked)
        {
            return Refusal.NotFound();
        }

        List<Refusal> problems = [];
        if (!Codes.TryParse<PairVerdict>(input.Verdict, out var verdict))
        {
            problems.Add(new Refusal("required", "verdict"));
        }

        if (DecisionLog.Problem(input.Reason) is { } unsaid)
        {
            problems.Add(unsaid);
        }

        if (problems.Count > 0)
        {
            return problems;
        }

        var whom = keys.OfWhom(registry.Open(entry));
        var last = await db.PairDecisions.AsNoTracking().Where(d => d.ComplaintId == input.ComplaintId && d.Whom == whom).OrderByDescending(d => d.Id).FirstOrDefaultAsync(cancellationToken);
        if ((last?.Id ?? Guid.Empty) != input.Seen)
        {
            // A double press says it twice.
            return last?.DecidedBy == actor.StaffId && last.Verdict == verdict && cipher.Open(last.Words, PairDecision.Table, last.Id, "words") == input.Reason!.Trim()
                ? last : Refusal.Conflict("registry_decided_meanwhile");
        }

        var id = SequentialId.Next(by.At);
        var decision = new PairDecision
        {
            Id = id,
            ComplaintId = input.ComplaintId,
            Whom = whom,
            Verdict = verdict,
            Words = cipher.Seal(input.Reason!.Trim(), PairDecision.Table, id, "words"),
            DecidedBy = actor.StaffId,
            DecidedAt = by.At,
        };
        db.Add(decision);
        audit.Record(by, "registry.pair_decided", "complaint", input.ComplaintId, new { decision = id, entry = entry.Id, verdict = Codes.Of(verdict) });
        return decision;
    }
}
