using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Referrals;

/// <param name="DueOn">The day by which the partner is to answer.</param>
public sealed record PartnerStanding(string Partner, DateOnly DueOn);

/// <summary>With which partner a complaint lies, as its resident may know it.</summary>
public sealed class PartnerStandings(SlrtDbContext db)
{
    /// <returns>Of the newest referral; null where there was none.</returns>
    public Task<PartnerStanding?> OfAsync(Guid complaintId, CancellationToken cancellationToken) =>
        db.Referrals.Where(r => r.ComplaintId == complaintId)
            .Join(db.Partners, r => r.PartnerId, p => p.Id, (r, p) => new { r.Id, p.Name, r.DueOn })
            .OrderByDescending(r => r.Id).Select(r => new PartnerStanding(r.Name, r.DueOn))
            .FirstOrDefaultAsync(cancellationToken);
}
