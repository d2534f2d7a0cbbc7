using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Referrals;

/// <summary>Somebody opened the letter, and with it what leaves the office.</summary>
public sealed class RecordLetter(AuditTrail audit)
{
    public Task<Outcome<Done>> DoAsync(Guid referralId, Provenance by, CancellationToken cancellationToken)
    {
        audit.Record(by, "referral.letter_opened", "referral", referralId);
        return Task.FromResult<Outcome<Done>>(default(Done));
    }
}
