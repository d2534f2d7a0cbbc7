using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Security;

/// <summary>
/// The signed-in member of staff as this request sees them: who, in which areas, and what they may do there.
/// Read from the database with each request, so that a role taken away is gone at once.
/// </summary>
public sealed class Viewer(IHttpContextAccessor accessor)
{
    public bool IsSignedIn => Found is not null;

    /// <exception cref="InvalidOperationException">Nobody is signed in; only pages for anyone may be shown then.</exception>
    public StaffScope Scope => Found ?? throw new InvalidOperationException("Nobody is signed in.");

    public Guid Id => Scope.StaffId;

    public string Name => Scope.Name;

    public IEnumerable<Role> Roles => Scope.Roles.Select(r => r.Role).Distinct();

    private StaffScope? Found => accessor.HttpContext?.Features.Get<StaffScope>();

    public bool May(string permission) => Found?.May(permission) == true;
}
