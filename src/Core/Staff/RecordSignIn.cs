using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Staff;

/// <param name="StaffId">Null when nobody has that user name: the try is counted and audited all the same.</param>
/// <param name="UserName">In upper case, as it was typed.</param>
/// <param name="Source">Where it came from: an address, or a browser that is known.</param>
public sealed record SignInTry(Guid? StaffId, string UserName, string Source, bool PasswordIsRight);

/// <param name="Session">Null where the person may not enter.</param>
/// <param name="WaitUntil">UTC; null where the next try may come at once.</param>
public sealed record SignInAnswer(StaffSession? Session, DateTime? WaitUntil);

/// <summary>
/// Counts a try to sign in, slows down the source of wrong passwords for that name, and opens the session when all is well.
/// A refused try is stored too, hence an answer without a session and not a refusal.
/// </summary>
public sealed class RecordSignIn(SlrtDbContext db, SignInCounts counts, AuditTrail audit)
{
    public async Task<Outcome<SignInAnswer>> DoAsync(SignInTry input, Provenance by, CancellationToken cancellationToken)
    {
        var staff = input.StaffId is { } id
            ? await db.StaffMembers.SingleOrDefaultAsync(s => s.Id == id, cancellationToken)
            : null;
        if (await counts.WaitAsync(input.UserName, input.Source, by.At, cancellationToken) is { } until)
        {
            return Refuse(staff, "waiting", until, by);
        }

        if (staff is null || !input.PasswordIsRight || !staff.IsActive)
        {
            var wait = await counts.FailAsync(input.UserName, input.Source, by.At, cancellationToken);
            return Refuse(staff, staff is null ? "unknown" : input.PasswordIsRight ? "inactive" : "password", wait, by);
        }

        await counts.ForgetAsync(input.UserName, input.Source, cancellationToken);
        staff.SignedInAt = by.At;
        var session = new StaffSession { Id = SequentialId.Next(by.At), StaffId = staff.Id, StartedAt = by.At };
        db.Add(session);
        audit.Record(by, "staff.signed_in", "staff_member", staff.Id, new { session = session.Id });
        return new SignInAnswer(session, null);
    }

    private SignInAnswer Refuse(StaffMember? staff, string why, DateTime? until, Provenance by)
    {
        audit.Record(by, "staff.sign_in_refused", "staff_member", staff?.Id ?? Guid.Empty, new { why });
        return new SignInAnswer(null, until);
    }
}
