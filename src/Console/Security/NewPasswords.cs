using Microsoft.AspNetCore.Identity;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Security;

/// <summary>A new password in the place of any old one, after the rules and with a new stamp.</summary>
public static class NewPasswords
{
    public static async Task<IdentityResult> SetAsync(UserManager<StaffMember> accounts, StaffMember staff, string? password)
    {
        staff.PasswordHash = null;
        return await accounts.AddPasswordAsync(staff, password ?? string.Empty);
    }
}
