using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Partners;

public sealed record PartnersImported(int Added, int Changed);

/// <summary>
/// Brings the partner directory in step with a list: new codes are added, known ones changed, and what the list does
/// not name is left alone. All of it, or none and every line's reason.
/// </summary>
public sealed class ImportPartners(SlrtDbContext db, AuditTrail audit)
{
    private const int UsualResponseDays = 5;

    /// <param name="list">The file, see <see cref="PartnerList"/>.</param>
    public async Task<Outcome<PartnersImported>> DoAsync(byte[] list, Provenance by, CancellationToken cancellationToken)
    {
        var read = PartnerList.Read(list);
        if (!read.Succeeded)
        {
            return read.Refusals.ToList();
        }

        var problems = read.Value.SelectMany(l => l.Problems()).ToList();
        problems.AddRange(read.Value.GroupBy(l => l.Code).SelectMany(g => g.Skip(1)).Select(l => l.At("partner_code_twice", "code")));
        if (problems.Count > 0)
        {
            return problems;
        }

        var known = await db.Partners.ToDictionaryAsync(p => p.Code, cancellationToken);
        var added = 0;
        foreach (var line in read.Value)
        {
            added += known.TryGetValue(line.Code, out var partner) ? 0 : 1;
            Keep(line, partner, by);
        }

        return new PartnersImported(added, read.Value.Count - added);
    }

    private void Keep(PartnerLine line, Partner? partner, Provenance by)
    {
        var verb = partner is null ? "partner.added" : "partner.changed";
        if (partner is null)
        {
            partner = new Partner
            {
                Id = SequentialId.Next(by.At),
                Code = line.Code,
                Name = line.Name,
                Kind = Codes.Parse<PartnerKind>(line.Kind),
                Services = line.Services,
                AreaCode = line.Area,
            };
            db.Add(partner);
        }

        partner.Name = line.Name;
        partner.Kind = Codes.Parse<PartnerKind>(line.Kind);
        partner.Services = line.Services;
        partner.AreaCode = line.Area;
        partner.Address = line.Address.Length == 0 ? null : line.Address;
        partner.Telephone = line.Telephone.Length == 0 ? null : line.Telephone;
        partner.ResponseDays = line.ResponseDays.Length == 0
            ? UsualResponseDays
            : int.Parse(line.ResponseDays, System.Globalization.CultureInfo.InvariantCulture);
        audit.Record(by, verb, "partner", partner.Id, new { code = line.Code });
    }
}
