using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Staff;

/// <param name="Source">As in <see cref="SignInTry"/>.</param>
/// <param name="SessionId">In which a right one counts for grave decisions from now on; null where it is for something else.</param>
public sealed record OwnPasswordTry(Guid StaffId, string Source, bool PasswordIsRight, Guid? SessionId = null);

/// <param name="WaitUntil">UTC; null where the next try may come at once.</param>
public sealed record OwnPasswordAnswer(bool IsRight, DateTime? WaitUntil);

/// <summary>
/// Who is signed in says the present password once more, before changing it or before a grave decision. It is counted like a sign-in: an open session
/// must not be a place to guess at. A wrong one is stored too, hence an answer and not a refusal.
/// </summary>
public sealed class CheckOwnPassword(SlrtDbContext db, SignInCounts counts, AuditTrail audit)
{
    public async Task<Outcome<OwnPasswordAnswer>> DoAsync(OwnPasswordTry input, Provenance by, CancellationToken cancellationToken)
    {
        var staff = await db.StaffMembers.SingleOrDefaultAsync(s => s.Id == input.StaffId, cancellationToken);
        if (staff is null)
        {
            return Refusal.NotFound();
        }

        var waiting = await counts.WaitAsync(staff.NormalizedUserName, input.Source, by.At, cancellationToken);
        if (waiting is null && input.PasswordIsRight)
        {
            await counts.ForgetAsync(staff.NormalizedUserName, input.Source, cancellationToken);
            if (input.SessionId is { } id && await db.StaffSessions.SingleOrDefaultAsync(s => s.Id == id && s.StaffId == staff.Id, cancellationToken) is { } session)
            {
                session.ConfirmedAt = by.At;
                audit.Record(by, "staff.password_confirmed", "staff_member", staff.Id, new { session = session.Id });
            }

            return new OwnPasswordAnswer(true, null);
        }

        var until = waiting ?? await counts.FailAsync(staff.NormalizedUserName, input.Source, by.At, cancellationToken);
        audit.Record(by, "staff.password_refused", "staff_member", staff.Id, new { why = waiting is null ? "password" : "waiting" });
        return new OwnPasswordAnswer(false, until);
    }
}
