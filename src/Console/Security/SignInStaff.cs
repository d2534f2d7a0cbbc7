using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Security;

/// <summary>From a user name and password to a session's cookie. One answer for every kind of no, after the same work.</summary>
public sealed class SignInStaff(
    UserManager<StaffMember> accounts, UnitOfWork units, TimeProvider clock, IHttpContextAccessor accessor, CookieNames cookies,
    DecoyHash decoy)
{
    public async Task<bool> EnterAsync(string userName, string password, CancellationToken cancellationToken)
    {
        var staff = await accounts.FindByNameAsync(userName);
        var right = staff?.PasswordHash is not null
            ? await accounts.CheckPasswordAsync(staff, password)
            : decoy.Check(accounts.PasswordHasher, password);
        var by = new Provenance(ActorKind.Staff, staff?.Id, "console", clock.GetUtcNow().UtcDateTime);
        var outcome = await units.RunAsync<RecordSignIn, StaffSession?>(
            (act, cancel) => act.DoAsync(new SignInTry(staff?.Id, right), by, cancel), cancellationToken);
        if (outcome.Value is not { } session)
        {
            return false;
        }

        accessor.HttpContext!.Response.Cookies.Append(cookies.Language, staff!.Language, cookies.Lasting(Phrases.Kept));
        await OpenAsync(SessionTicket.For(session, staff));
        return true;
    }

    /// <summary>After a change of password: a fresh session, since the change has ended all others.</summary>
    public async Task EnterAgainAsync(StaffMember staff, CancellationToken cancellationToken)
    {
        var by = Provenance.Staff(staff.Id, clock.GetUtcNow().UtcDateTime);
        var outcome = await units.RunAsync<RecordSignIn, StaffSession?>(
            (act, cancel) => act.DoAsync(new SignInTry(staff.Id, true), by, cancel), cancellationToken);
        await OpenAsync(SessionTicket.For(outcome.Value!, staff));
    }

    private Task OpenAsync(SessionTicket ticket) => accessor.HttpContext!.SignInAsync(ticket.ToPrincipal());
}

/// <summary>
/// A hash of nobody's password, made like everybody's: checking it takes the time that a known user's takes, so that
/// the clock does not tell who has an account.
/// </summary>
public sealed class DecoyHash(IPasswordHasher<StaffMember> hasher)
{
    private readonly string _hash = hasher.HashPassword(Nobody, Guid.Empty.ToString());

    private static StaffMember Nobody { get; } = new()
    {
        Id = Guid.Empty,
        UserName = string.Empty,
        NormalizedUserName = string.Empty,
        Name = string.Empty,
        SecurityStamp = string.Empty,
        CreatedAt = DateTime.UnixEpoch,
    };

    public bool Check(IPasswordHasher<StaffMember> with, string password)
    {
        _ = with.VerifyHashedPassword(Nobody, _hash, password);
        return false;
    }
}
