using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Checks;

public sealed class CheckQueries(SlrtDbContext db)
{
    /// <param name="complaint">That the reader is shown.</param>
    /// <returns>Null while nobody has checked.</returns>
    public Task<LastCheck?> LastAsync(Complaint complaint, CancellationToken cancellationToken) => (
        from check in db.RegistryChecks.AsNoTracking()
        where check.ComplaintId == complaint.Id
        join staff in db.StaffMembers on check.MadeBy equals staff.Id into makers
        from maker in makers.DefaultIfEmpty()
        orderby check.Id descending
        select new LastCheck(check, maker == null ? "" : maker.Name)).FirstOrDefaultAsync(cancellationToken);
}
