using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Operations;

/// <param name="Route">The page's pattern, which holds no id: <c>/complaints/{reference}</c>.</param>
/// <param name="Status">403 without the permission, 404 outside the areas.</param>
/// <param name="Reference">Of the complaint, referral or other record that was asked for; null where the page names none.</param>
public sealed record Denied(string Route, int Status, string? Reference);

/// <summary>
/// A member of staff asked for what they may not have. It is written down with the record's id where there is such a
/// record, and with none where there is not: the answer's time tells nothing either way (ASVS 8.2.2).
/// </summary>
public sealed class RecordDenial(SlrtDbContext db, AuditTrail audit)
{
    public async Task<Outcome<Done>> DoAsync(Denied input, Provenance by, CancellationToken cancellationToken)
    {
        var (type, id) = await SubjectAsync(input, cancellationToken);
        audit.Record(by, "access.denied", type, id, new { route = input.Route, status = input.Status });
        return default(Done);
    }

    private async Task<(string Type, Guid Id)> SubjectAsync(Denied input, CancellationToken cancellationToken)
    {
        if (input.Reference is not { } reference)
        {
            return ("page", Guid.Empty);
        }

        if (Guid.TryParse(reference, out var id))
        {
            return ("record", id);
        }

        if (ReferenceCode.TryParse(reference, out var canonical))
        {
            return ("complaint", await db.Complaints.Where(c => c.Reference == canonical).Select(c => c.Id).FirstOrDefaultAsync(cancellationToken));
        }

        return ("referral", await db.Referrals.Where(r => r.Number == reference).Select(r => r.Id).FirstOrDefaultAsync(cancellationToken));
    }
}
