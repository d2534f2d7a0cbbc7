using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Security;

/// <summary>The reader's own password, said once more on the form of a grave decision (<see cref="FreshPassword"/>).</summary>
public sealed class OwnPassword(StaffAccounts own, SignInStaff signIn, Viewer viewer, IHttpContextAccessor accessor, TimeProvider clock)
{
    /// <summary>Whether forms of grave decisions have a field for it.</summary>
    public bool IsAsked => !FreshPassword.IsFresh(viewer.Scope, Now);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>A right one counts from now on, in this request too.</summary>
    /// <returns>Null where nothing was said, or where it is right.</returns>
    public async Task<OwnPasswordAnswer?> TakeAsync(string? said, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(said))
        {
            return null;
        }

        var http = accessor.HttpContext!;
        var staff = (await own.ByIdAsync(viewer.Id, cancellationToken))!;
        var password = said.Length <= PasswordRules.Longest ? said : string.Empty;
        var answer = await signIn.SayAgainAsync(staff, password, cancellationToken, SessionTicket.Read(http.User)?.SessionId);
        if (!answer.IsRight)
        {
            return answer;
        }

        http.Features.Set(viewer.Scope with { ConfirmedAt = Now });
        return null;
    }
}
