using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Changes;
using SlrtBot.Core.Complaints.Moves;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Referrals;

/// <summary>
/// A complaint that was withdrawn and is under way again stands where it stood; what its partner did meanwhile, which
/// only the referral has kept, is followed.
/// </summary>
public sealed class CatchUpWithPartner(SlrtDbContext db, FieldCipher cipher, ApplyMove moves) : IEventHandler<ComplaintMoved>
{
    public async Task HandleAsync(ComplaintMoved happened, CancellationToken cancellationToken)
    {
        if (happened is not
            {
                Verb: UndoWithdrawal.Verb,
                To: ComplaintStatus.Referred or ComplaintStatus.AcceptedByPartner or ComplaintStatus.InService,
            })
        {
            return;
        }

        var complaint = await db.Complaints.SingleAsync(c => c.Id == happened.Complaint.Id, cancellationToken);
        var referral = await db.Referrals.Where(r => r.ComplaintId == complaint.Id).OrderByDescending(r => r.Id).FirstAsync(cancellationToken);
        var by = Provenance.Job("catch-up-with-partner", happened.By.At);
        string[] verbs = referral.Status switch
        {
            ReferralStatus.Accepted => ["partner_accepts"],
            ReferralStatus.InService => ["partner_accepts", "partner_starts"],
            ReferralStatus.Answered => ["partner_answers"],
            ReferralStatus.Declined => ["partner_declines"],
            ReferralStatus.Revoked => ["revoke_referral"],
            _ => [],
        };
        var given = new Given(by)
            .With(ComplaintWorkflow.Message, verbs is ["partner_answers"] ? cipher.OpenOptional(referral.Answer, Referral.Table, referral.Id, "answer") : null)
            .With(ComplaintWorkflow.Reason, verbs is ["partner_declines" or "revoke_referral"] ? referral.Reason : null);
        foreach (var verb in verbs.Where(v => ComplaintWorkflow.Table.Find(complaint.Status, v) is not null))
        {
            await moves.ApplyAsync(complaint, verb, given, cancellationToken);
        }
    }
}
