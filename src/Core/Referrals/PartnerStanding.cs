using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Referrals;

/// <param name="DueOn">The day by which the partner is to answer.</param>
/// <param name="Address">Of its office, where it is known.</param>
/// <param name="Telephone">The office's, where it is known.</param>
/// <param name="Papers">What the programme asks for, where one was named.</param>
public sealed record PartnerStanding(string Partner, DateOnly DueOn, string? Address, string? Telephone, string? Papers);

/// <summary>With which partner a complaint lies, as its resident may know it.</summary>
public sealed class PartnerStandings(SlrtDbContext db)
{
    /// <returns>Of the newest referral; null where there was none.</returns>
    public Task<PartnerStanding?> OfAsync(Guid complaintId, CancellationToken cancellationToken) =>
        (from referral in db.Referrals.Where(r => r.ComplaintId == complaintId)
         join partner in db.Partners on referral.PartnerId equals partner.Id
         orderby referral.Id descending
         select new PartnerStanding(
             partner.Name, referral.DueOn, partner.Address, partner.Telephone,
             db.Programmes.Where(g => g.Code == referral.ProgrammeCode).Select(g => g.Papers).FirstOrDefault()))
        .FirstOrDefaultAsync(cancellationToken);
}
