using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Security;

/// <summary>From a user name and password to a session's cookie. One answer for every kind of no, after the same work.</summary>
public sealed class SignInStaff(
    UserManager<StaffMember> accounts, UnitOfWork units, SignInCounts counts, KnownBrowser browser, TimeProvider clock,
    IHttpContextAccessor accessor, CookieNames cookies, DecoyHash decoy)
{
    /// <returns>With a session: its cookie is set. Without: the answer says until when this source has to wait, if it has to.</returns>
    public async Task<SignInAnswer> EnterAsync(string userName, string password, CancellationToken cancellationToken)
    {
        var name = accounts.NormalizeName(userName)!;
        var staff = await accounts.FindByNameAsync(userName);
        var source = browser.SourceFor(staff?.Id);
        // While a source waits no password is looked at: it would tell whether it is right, and a hash costs time.
        var right = await counts.WaitAsync(name, source, Now, cancellationToken) is null && await IsRightAsync(staff, password);
        var by = new Provenance(ActorKind.Staff, staff?.Id, "console", Now);
        var answer = (await units.RunAsync<RecordSignIn, SignInAnswer>(
            (act, cancel) => act.DoAsync(new(staff?.Id, name, source, right), by, cancel), cancellationToken)).Value;
        if (answer.Session is { } session)
        {
            browser.Remember(staff!.Id);
            accessor.HttpContext!.Response.Cookies.Append(cookies.Language, staff.Language, cookies.Lasting(Phrases.Kept));
            await OpenAsync(SessionTicket.For(session, staff));
        }

        return answer;
    }

    /// <summary>The present password of who is signed in, said once more: wrong ones count as those of the sign-in do.</summary>
    /// <param name="session">In which a right one counts for grave decisions; null where it is for something else.</param>
    public async Task<OwnPasswordAnswer> SayAgainAsync(StaffMember staff, string password, CancellationToken cancellationToken, Guid? session = null)
    {
        var source = browser.SourceFor(staff.Id);
        var right = await counts.WaitAsync(staff.NormalizedUserName, source, Now, cancellationToken) is null && await IsRightAsync(staff, password);
        var by = Provenance.Staff(staff.Id, Now);
        var outcome = await units.RunAsync<CheckOwnPassword, OwnPasswordAnswer>(
            (act, cancel) => act.DoAsync(new(staff.Id, source, right, session), by, cancel), cancellationToken);
        return outcome.Value;
    }

    /// <summary>After a change of password: a fresh session, since the change has ended all others.</summary>
    public async Task EnterAgainAsync(StaffMember staff, CancellationToken cancellationToken)
    {
        var input = new SignInTry(staff.Id, staff.NormalizedUserName, browser.SourceFor(staff.Id), true);
        var by = Provenance.Staff(staff.Id, Now);
        var outcome = await units.RunAsync<RecordSignIn, SignInAnswer>((act, cancel) => act.DoAsync(input, by, cancel), cancellationToken);
        await OpenAsync(SessionTicket.For(outcome.Value.Session!, staff));
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private async Task<bool> IsRightAsync(StaffMember? staff, string password) => staff?.PasswordHash is not null
        ? await accounts.CheckPasswordAsync(staff, password)
        : decoy.Check(accounts.PasswordHasher, password);

    private Task OpenAsync(SessionTicket ticket) => accessor.HttpContext!.SignInAsync(ticket.ToPrincipal());
}
