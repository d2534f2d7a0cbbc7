using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Referrals;

/// <param name="Verb">A verb of <see cref="ReferralWorkflow"/>.</param>
/// <param name="Answer">What the partner did or said; the resident reads it.</param>
/// <param name="Reason">A code of <see cref="ComplaintWorkflow.Reasons"/>, for a refusal or a revocation.</param>
public sealed record AnswerReferralInput(Guid ReferralId, int Version, string Verb, string? Answer, string? Reason)
{
    public IEnumerable<Refusal> Problems(Move<ReferralStatus> move)
    {
        if (move.Requires.Contains(ReferralWorkflow.Answer) && string.IsNullOrWhiteSpace(Answer))
        {
            yield return new Refusal("required", ReferralWorkflow.Answer);
        }

        if (Answer?.Length > MoveComplaintInput.LongestText)
        {
            yield return new Refusal("too_long", ReferralWorkflow.Answer);
        }

        if (move.Requires.Contains(ReferralWorkflow.Reason) && string.IsNullOrWhiteSpace(Reason))
        {
            yield return new Refusal("required", ReferralWorkflow.Reason);
        }
        else if (!string.IsNullOrEmpty(Reason) && !ComplaintWorkflow.Reasons.Contains(Reason))
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

        if (ReferralWorkflow.Table.Find(referral.Status, input.Verb) is not { } move)
        {
            return Refusal.Conflict("no_such_move");
        }

        if (!actor.MayIn(move.Permission!, complaint.VillageCode))
        {
            return Refusal.Forbidden();
        }

        if (input.Problems(move).ToList() is { Count: > 0 } problems)
        {
            return problems;
        }

        return Apply(referral, complaint, move, input, by);
    }

    private Outcome<Referral> Apply(
        Referral referral, Complaint complaint, Move<ReferralStatus> move, AnswerReferralInput input, Provenance by)
    {
        var answer = string.IsNullOrWhiteSpace(input.Answer) ? null : input.Answer.Trim();
        var reason = string.IsNullOrWhiteSpace(input.Reason) ? null : input.Reason;

        // The complaint may have gone another way since; then only the referral keeps the partner's word.
        var verb = ReferralWorkflow.ComplaintVerbs[input.Verb];
        if (ComplaintWorkflow.Table.Find(complaint.Status, verb) is not null)
        {
            moves.Apply(complaint, verb, by, message: answer, reason: reason);
        }

        referral.Status = move.To;
        referral.Answer = cipher.SealOptional(answer, "referral", referral.Id, "answer") ?? referral.Answer;
        referral.Reason = reason ?? referral.Reason;
        referral.AnsweredAt = by.At;
        audit.Record(
            by, "referral.moved", "referral", referral.Id,
            new { verb = input.Verb, from = Codes.Of(move.From), to = Codes.Of(move.To), reason });
        events.Raise(new ReferralMoved(ComplaintKey.Of(complaint), referral.Id, input.Verb, move.To));
        return referral;
    }
}
