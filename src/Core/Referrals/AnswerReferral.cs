using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Complaints.Moves;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Referrals;

/// <param name="Verb">A verb of <see cref="ReferralWorkflow"/>.</param>
/// <param name="Answer">What the partner did or said; the resident reads it.</param>
/// <param name="Reason">A code of <see cref="ComplaintWorkflow.Reasons"/>, for a refusal or a revocation.</param>
public sealed record AnswerReferralInput(Guid ReferralId, int Version, string Verb, string? Answer, string? Reason)
{
    /// <summary>What is wrong with it whatever the verb; what the verb requires, the workflow asks for.</summary>
    public IEnumerable<Refusal> Problems()
    {
        if (Answer?.Length > MoveComplaintInput.LongestText)
        {
            yield return new Refusal("too_long", ReferralWorkflow.Answer);
        }

        if (!string.IsNullOrEmpty(Reason) && !ComplaintWorkflow.Reasons.Contains(Reason))
        {
            yield return new Refusal("unknown_reason", ReferralWorkflow.Reason);
        }
    }
}

/// <summary>Staff record what the partner answered; the complaint moves along and the resident is told.</summary>
public sealed class AnswerReferral(SlrtDbContext db, ApplyMove moves, FieldCipher cipher, AuditTrail audit, DomainEvents events)
{
    public async Task<Outcome<Referral>> DoAsync(
        AnswerReferralInput input, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var referral = await db.Referrals.SingleOrDefaultAsync(r => r.Id == input.ReferralId, cancellationToken);
        var complaint = referral is null
            ? null
            : await db.Complaints.VisibleTo(actor).SingleOrDefaultAsync(c => c.Id == referral.ComplaintId, cancellationToken);
        if (referral is null || complaint is null)
        {
            return Refusal.NotFound();
        }

        if (referral.Version != input.Version)
        {
            return Refusal.Conflict("stale");
        }

        var given = new Given(by) { May = permission => actor.MayDo(permission, complaint) }
            .With(ReferralWorkflow.Answer, input.Answer).With(ReferralWorkflow.Reason, input.Reason);
        var taken = ReferralWorkflow.Table.Take(referral.Status, input.Verb, given);
        return taken.And(input.Problems()) is { Count: > 0 } problems
            ? problems
            : await ApplyAsync(referral, complaint, taken.Value, cancellationToken);
    }

    private async Task<Outcome<Referral>> ApplyAsync(
        Referral referral, Complaint complaint, Taken<ReferralStatus> taken, CancellationToken cancellationToken)
    {
        var (row, given) = (taken.Row, taken.Given);

        // The complaint may have gone another way since; then only the referral keeps the partner's word.
        var verb = ReferralWorkflow.ComplaintVerbs[row.Verb];
        if (ComplaintWorkflow.Table.Find(complaint.Status, verb) is not null)
        {
            var moved = await moves.ApplyAsync(complaint, verb, ReferralWorkflow.ToComplaint(given), cancellationToken);
            if (!moved.Succeeded)
            {
                return moved.Refusals.ToList();
            }
        }

        referral.Move(taken, cipher);
        audit.Record(
            given.By, "referral.moved", "referral", referral.Id,
            new { verb = row.Verb, from = Codes.Of(row.From), to = Codes.Of(row.To), reason = given[ReferralWorkflow.Reason] });
        events.Raise(new ReferralMoved(ComplaintKey.Of(complaint), referral.Id, row.Verb, row.To, given.By));
        return referral;
    }
}
