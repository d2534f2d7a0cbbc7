using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Complaints.Intake;

/// <summary>What somebody has just registered, for the receipt: nothing of it is personal.</summary>
/// <param name="IsSeen">Whether whoever registered it may open it; what is confidential they may not.</param>
public sealed record Registered(
    string Reference, string CategoryCode, string VillageCode, DateTime LodgedAt, DateOnly PromiseOn, Subject Subject, bool IsChild, string Channel,
    bool IsSeen);

/// <summary>
/// The receipt is for the one who registered, for a day, also where the complaint is then kept from them: the person at the counter
/// must not go without a number.
/// </summary>
public sealed class RegisteredComplaints(SlrtDbContext db)
{
    private static readonly TimeSpan Shown = TimeSpan.FromDays(1);

    /// <param name="now">UTC.</param>
    /// <returns>Null for a miss and for what a colleague has registered alike.</returns>
    public async Task<Registered?> FindAsync(string reference, StaffScope actor, DateTime now, CancellationToken cancellationToken)
    {
        var since = now - Shown;
        var seen = db.Complaints.VisibleTo(actor);
        return await db.Complaints.AsNoTracking()
            .Where(c => c.Reference == reference && db.ComplaintIntakes.Any(i => i.ComplaintId == c.Id && i.StaffId == actor.StaffId && i.At > since))
            .Select(c => new Registered(
                c.Reference, c.CategoryCode, c.VillageCode, c.LodgedAt, c.PromiseOn, c.Subject, c.IsChild, c.Channel, seen.Any(s => s.Id == c.Id)))
            .SingleOrDefaultAsync(cancellationToken);
    }
}
