using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Console.Security;

/// <summary>
/// So many passwords a minute from one address: a hash is slow by design, and must not become a way to keep the
/// machine busy (ASVS 6.3.1). An office behind one address has room for everybody's morning.
/// </summary>
public static class SignInLimit
{
    public const string Policy = "sign-in";
    private const int PerMinute = 30;

    public static void AddSignInLimit(this IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.AddPolicy(Policy, http => HttpMethods.IsPost(http.Request.Method) && http.Connection.RemoteIpAddress is { } address
            ? RateLimitPartition.GetFixedWindowLimiter(
                Household.Of(address).ToString(), _ => new FixedWindowRateLimiterOptions { PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1) })
            : RateLimitPartition.GetNoLimiter(string.Empty));
    });
}
