using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Staff;

/// <param name="StaffId">Null when nobody has that user name: the try is audited all the same.</param>
public sealed record SignInTry(Guid? StaffId, bool PasswordIsRight);

/// <summary>
/// Counts a try to sign in, locks the account for a while after five wrong passwords in a row, and opens the session
/// when all is well. A refused try is stored too, hence a null session and not a refusal.
/// </summary>
public sealed class RecordSignIn(SlrtDbContext db, AuditTrail audit)
{
    public const int TriesBeforeLock = 5;
    public static readonly TimeSpan LockFor = TimeSpan.FromMinutes(15);

    /// <returns>The session, or null where the person may not enter.</returns>
    public async Task<Outcome<StaffSession?>> DoAsync(SignInTry input, Provenance by, CancellationToken cancellationToken)
    {
        var staff = input.StaffId is { } id
            ? await db.StaffMembers.SingleOrDefaultAsync(s => s.Id == id, cancellationToken)
            : null;
        if (staff is null)
        {
            audit.Record(by, "staff.sign_in_refused", "staff_member", Guid.Empty, new { why = "unknown" });
            return (StaffSession?)null;
        }

        if (Refused(staff, input, by) is { } why)
        {
            audit.Record(by, "staff.sign_in_refused", "staff_member", staff.Id, new { why });
            return (StaffSession?)null;
        }

        staff.AccessFailedCount = 0;
        staff.LockoutEnd = null;
        staff.SignedInAt = by.At;
        var session = new StaffSession { Id = SequentialId.Next(by.At), StaffId = staff.Id, StartedAt = by.At };
        db.Add(session);
        audit.Record(by, "staff.signed_in", "staff_member", staff.Id, new { session = session.Id });
        return session;
    }

    private static string? Refused(StaffMember staff, SignInTry input, Provenance by)
    {
        if (staff.LockoutEnd > by.At)
        {
            return "locked";
        }

        if (!input.PasswordIsRight)
        {
            staff.AccessFailedCount++;
            if (staff.AccessFailedCount < TriesBeforeLock)
            {
                return "password";
            }

            staff.AccessFailedCount = 0;
            staff.LockoutEnd = by.At + LockFor;
            return "now_locked";
        }

        return staff.IsActive ? null : "inactive";
    }
}
