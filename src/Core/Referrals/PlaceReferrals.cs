using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Referrals;

/// <summary>The referrals of a complaint lie where it lies: whoever sees the one sees the others.</summary>
public sealed class PlaceReferrals(SlrtDbContext db) : IEventHandler<ComplaintPlaced>, IEventHandler<StaffRecused>
{
    public async Task HandleAsync(ComplaintPlaced happened, CancellationToken cancellationToken)
    {
        foreach (var referral in await db.Referrals.Where(r => r.ComplaintId == happened.Complaint.Id).ToListAsync(cancellationToken))
        {
            (referral.DistrictCode, referral.VillageCode) = (happened.Complaint.DistrictCode, happened.Complaint.VillageCode);
        }
    }

    public async Task HandleAsync(StaffRecused happened, CancellationToken cancellationToken)
    {
        foreach (var referral in await db.Referrals.Where(r => r.ComplaintId == happened.Complaint.Id).ToListAsync(cancellationToken))
        {
            referral.Recused = happened.Complaint.Recused;
        }
    }
}
