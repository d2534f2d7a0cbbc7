using Microsoft.AspNetCore.Identity;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Security;

/// <summary>
/// What ASP.NET Core Identity may know of the accounts: it finds them, and its password changes go through the act
/// and so through the gate and the audit. Accounts are made and removed by acts alone.
/// </summary>
public sealed class StaffStore(StaffAccounts accounts, UnitOfWork units, TimeProvider clock)
    : IUserPasswordStore<StaffMember>, IUserSecurityStampStore<StaffMember>
{
    public Task<StaffMember?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Guid.TryParse(userId, out var id) ? accounts.ByIdAsync(id, cancellationToken) : Task.FromResult<StaffMember?>(null);

    public Task<StaffMember?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        accounts.ByUserNameAsync(normalizedUserName, cancellationToken);

    public async Task<IdentityResult> UpdateAsync(StaffMember user, CancellationToken cancellationToken)
    {
        var password = new NewPassword(user.Id, user.PasswordHash!, user.SecurityStamp, user.Version);
        var by = Provenance.Staff(user.Id, clock.GetUtcNow().UtcDateTime);
        var outcome = await units.RunAsync<KeepPassword, Done>((act, cancel) => act.DoAsync(password, by, cancel), cancellationToken);
        return outcome.Succeeded
            ? IdentityResult.Success
            : IdentityResult.Failed([.. outcome.Refusals.Select(r => new IdentityError { Code = r.Code })]);
    }

    public Task<string> GetUserIdAsync(StaffMember user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString());

    public Task<string?> GetUserNameAsync(StaffMember user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.UserName);

    public Task<string?> GetNormalizedUserNameAsync(StaffMember user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.NormalizedUserName);

    public Task<string?> GetPasswordHashAsync(StaffMember user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash);

    public Task<bool> HasPasswordAsync(StaffMember user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash is not null);

    public Task<string?> GetSecurityStampAsync(StaffMember user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.SecurityStamp);

    public Task SetPasswordHashAsync(StaffMember user, string? passwordHash, CancellationToken cancellationToken)
    {
        user.PasswordHash = passwordHash;
        return Task.CompletedTask;
    }

    public Task SetSecurityStampAsync(StaffMember user, string stamp, CancellationToken cancellationToken)
    {
        user.SecurityStamp = stamp;
        return Task.CompletedTask;
    }

    public Task SetNormalizedUserNameAsync(StaffMember user, string? normalizedName, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task SetUserNameAsync(StaffMember user, string? userName, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IdentityResult> CreateAsync(StaffMember user, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IdentityResult> DeleteAsync(StaffMember user, CancellationToken cancellationToken) => throw new NotSupportedException();

    public void Dispose()
    {
    }
}
