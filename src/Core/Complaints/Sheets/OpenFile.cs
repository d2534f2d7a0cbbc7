using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Files;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Complaints.Sheets;

/// <summary>A file of a complaint is handed to a staff member who may see the complaint; the audit keeps who and which.</summary>
public sealed class OpenFile(SlrtDbContext db, AuditTrail audit)
{
    /// <returns>Refused with not found for a miss, for a file that is not stored, and outside the reader's areas alike.</returns>
    public async Task<Outcome<StoredFile>> DoAsync(Guid fileId, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var file = await db.StoredFiles.AsNoTracking()
            .SingleOrDefaultAsync(f => f.Id == fileId && f.State == FileState.Stored, cancellationToken);
        if (file is null || !await db.Complaints.VisibleTo(actor).AnyAsync(c => c.Id == file.ComplaintId, cancellationToken))
        {
            return Refusal.NotFound();
        }

        audit.Record(by, "file.opened", "stored_file", file.Id, new { complaint = file.ComplaintId });
        return file;
    }
}
