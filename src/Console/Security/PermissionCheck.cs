using Microsoft.AspNetCore.Authorization;

namespace SlrtBot.Console.Security;

/// <summary>Answers <see cref="PermissionNeeded"/> from the permissions that the session's check has just loaded.</summary>
public sealed class PermissionCheck(Viewer viewer) : AuthorizationHandler<PermissionNeeded>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionNeeded requirement)
    {
        if (viewer.IsSignedIn && (requirement.Permission is null || viewer.May(requirement.Permission)))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
