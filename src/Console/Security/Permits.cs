using Microsoft.AspNetCore.Authorization;

namespace SlrtBot.Console.Security;

/// <summary>The permission that a page or endpoint asks for; every page names one, or says <see cref="AnyoneAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class PermitsAttribute(string permission) : Attribute, IAuthorizationRequirementData
{
    public string Permission { get; } = permission;

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [new PermissionNeeded(Permission)];
}

/// <summary>Open to every signed-in member of staff: their own account, the home page, help.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class AnyStaffAttribute : Attribute, IAuthorizationRequirementData
{
    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [new PermissionNeeded(null)];
}

/// <summary>Open without signing in; said explicitly, so that a forgotten permission never opens a page.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class AnyoneAttribute : Attribute, IAllowAnonymous;

/// <param name="Permission">Null: being signed in is enough.</param>
public sealed record PermissionNeeded(string? Permission) : IAuthorizationRequirement;
