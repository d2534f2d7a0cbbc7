
namespace SlrtBot.Console;

/// <summary>
/// Cookies carry the <c>__Host-</c> prefix (ASVS 3.3.1: Secure, Path=/, no Domain) except over plain http in
/// Development, where a browser would refuse them.
/// </summary>
public sealed record CookieNames(bool Secure)
{
    public string Session => Named("slrt-session");

    public string Antiforgery => Named("slrt-form");

    public string Flash => Named("slrt-flash");

    public string Language => Named("slrt-language");

    public string Known => Named("slrt-known");

    public CookieSecurePolicy Policy => Secure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;

    public CookieOptions Lasting(TimeSpan age) => new()
    {
        Secure = Secure,
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Path = "/",
        MaxAge = age,
        IsEssential = true,
    };

    private string Named(string name) => Secure ? "__Host-" + name : name;
}
