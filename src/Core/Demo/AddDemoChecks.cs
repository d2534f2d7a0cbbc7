using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Checks;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Demo;

/// <summary>Some open complaints of the demo were checked while its older list was the newest, so that the next one changes something.</summary>
public sealed class AddDemoChecks(SlrtDbContext db, PersonInLists lists)
{
    private const int Most = 60;
    private static readonly TimeSpan After = TimeSpan.FromHours(20);

    public async Task<Outcome<int>> DoAsync(string regency, Provenance by, CancellationToken cancellationToken)
    {
        var analyst = await db.StaffMembers.Where(s => s.Roles.Any(r => r.Role == Role.Analyst)).OrderBy(s => s.Id).Select(s => (Guid?)s.Id).FirstOrDefaultAsync(cancellationToken);
        var complaints = await db.Complaints.AsNoTracking()
            .Where(c => c.RegencyCode == regency && c.StatusType != StatusType.Settled && !c.IsAnonymous && !c.IsSensitive).OrderBy(c => c.Id).Take(Most).ToListAsync(cancellationToken);
        var count = 0;
        foreach (var complaint in complaints)
        {
            var found = await lists.FindAsync(complaint, cancellationToken);
            if (analyst is { } id && found.Succeeded)
            {
                var at = complaint.LodgedAt + After;
                db.Add(found.Value.Keep(complaint, Provenance.Staff(id, at < by.At ? at : by.At)));
                count++;
            }
        }

        return count;
    }
}
