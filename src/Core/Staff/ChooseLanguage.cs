using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Staff;

public sealed record LanguageChoice(Guid StaffId, string Language);

/// <summary>Keeps the language in which a member of staff reads the console.</summary>
public sealed class ChooseLanguage(SlrtDbContext db, AuditTrail audit)
{
    public static readonly IReadOnlyList<string> Offered = ["id", "en"];

    public async Task<Outcome<Done>> DoAsync(LanguageChoice input, Provenance by, CancellationToken cancellationToken)
    {
        if (!Offered.Contains(input.Language))
        {
            return new Refusal("not_a_choice", nameof(input.Language));
        }

        var staff = await db.StaffMembers.SingleOrDefaultAsync(s => s.Id == input.StaffId, cancellationToken);
        if (staff is null)
        {
            return Refusal.NotFound();
        }

        staff.Language = input.Language;
        audit.Record(by, "staff.language_chosen", "staff_member", staff.Id, new { input.Language });
        return new Done();
    }
}
