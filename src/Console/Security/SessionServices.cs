using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Security;

internal static class SessionServices
{
    // OWASP's figure for PBKDF2-HMAC-SHA512; a hash made with fewer is made anew at the next sign-in.
    private const int Iterations = 210_000;

    /// <summary>Keys of cookies and forms lie as files beside the field keys, so that a restart signs nobody out.</summary>
    public static void AddCookieKeys(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("SlrtBot");
        services.AddOptions<KeyManagementOptions>().Configure<DatabaseOptions, ILoggerFactory>((keys, data, logs) =>
        {
            var directory = Path.Combine(data.DataDirectory, "keys", "cookies");
            keys.XmlRepository = new FileSystemXmlRepository(
                OperatingSystem.IsWindows()
                    ? Directory.CreateDirectory(directory)
                    : Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute),
                logs);
        });
    }

    public static void AddSessions(this IServiceCollection services, CookieNames cookies)
    {
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = Iterations);
        var identity = services.AddIdentityCore<StaffMember>().AddUserStore<StaffStore>();
        // PasswordRules says it all; the built-in rules ask for kinds of characters, and refuse in words that we have none for.
        services.RemoveAll<IPasswordValidator<StaffMember>>();
        identity.AddPasswordValidator<PasswordRules>();
        services.AddSingleton(_ => new DecoyHash(new PasswordHasher<StaffMember>(
            Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = Iterations }))));
        services.AddScoped<KnownBrowser>();
        services.AddScoped<SignInStaff>();
        services.AddScoped<SessionEvents>();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            options.Cookie.Name = cookies.Session;
            options.Cookie.HttpOnly = true;
            options.Cookie.SecurePolicy = cookies.Policy;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.Path = "/";
            options.ExpireTimeSpan = SessionEvents.Idle;
            options.SlidingExpiration = true;
            options.LoginPath = "/sign-in";
            options.ReturnUrlParameter = "ReturnUrl";
            options.EventsType = typeof(SessionEvents);
        });
    }
}
