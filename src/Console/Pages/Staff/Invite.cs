using Microsoft.Extensions.Configuration;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Staff;

/// <summary>A set-up link on its way to the person: shown in one answer and never again.</summary>
/// <param name="IsWhole">False where the installation has no public address: only the path is known then.</param>
public sealed record Invite(string Name, string UserName, string Link, bool IsWhole, DateTime ExpiresAt)
{
    public string Picture => Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(QrPicture.Svg(Link)));
}

public sealed class Invites(IConfiguration configuration, TimeProvider clock)
{
    /// <summary>With which links begin; null where none is set.</summary>
    public string? PublicUrl => configuration["Host:PublicUrl"]?.TrimEnd('/') is { Length: > 0 } url ? url : null;

    public Invite Of(StaffAdded added) => new(
        added.Name, added.UserName, $"{PublicUrl}/set-up/{added.SetUpToken}", PublicUrl is not null, clock.GetUtcNow().UtcDateTime + SetUpToken.Life);
}
