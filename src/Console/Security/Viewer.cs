using System.Security.Claims;

namespace SlrtBot.Console.Security;

/// <summary>The signed-in member of staff, as every page sees them: who, in which roles, and what they may do.</summary>
public sealed class Viewer(IHttpContextAccessor accessor)
{
    public const string PermissionClaim = "permission";

    private ClaimsPrincipal? Principal => accessor.HttpContext?.User;

    public bool IsSignedIn => Principal?.Identity?.IsAuthenticated == true;

    public Guid Id => Guid.Parse(Principal!.FindFirstValue(ClaimTypes.NameIdentifier)!);

    public string Name => Principal?.FindFirstValue(ClaimTypes.Name) ?? string.Empty;

    public IEnumerable<string> Roles => Principal?.FindAll(ClaimTypes.Role).Select(c => c.Value) ?? [];

    public bool May(string permission) => Principal?.HasClaim(PermissionClaim, permission) == true;
}
