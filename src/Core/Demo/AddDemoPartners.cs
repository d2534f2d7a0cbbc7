using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Partners;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Demo;

/// <summary>The partners that SLRT's own documents name, for the first regency served. Codes already there stay.</summary>
public sealed class AddDemoPartners(SlrtDbContext db, AreaCatalogue areas, AuditTrail audit)
{
    /// <returns>How many were added.</returns>
    public async Task<Outcome<int>> DoAsync(Provenance by, CancellationToken cancellationToken)
    {
        var known = await db.Partners.Select(p => p.Code).ToHashSetAsync(cancellationToken);
        var missing = DemoTexts.Partners.Where(p => !known.Contains(p.Code)).ToList();
        foreach (var part in missing)
        {
            var partner = new Partner
            {
                Id = DemoRandom.For(0, part.Code, 1).Id(AddDemoStaff.LongAgo),
                Code = part.Code,
                Name = part.Name,
                Kind = Enum.Parse<PartnerKind>(part.Kind),
                Services = part.Services,
                AreaCode = areas.HomeRegency,
                ResponseDays = part.Days,
            };
            db.Add(partner);
            audit.Record(by, "partner.added", "partner", partner.Id, new { code = partner.Code });
        }

        return missing.Count;
    }
}
