using Microsoft.AspNetCore.Identity;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Security;

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
