namespace SlrtBot.Bot.BotFramework;

/// <summary>
/// The settings under <c>BotFramework</c>. Without an app id the channel is off, but for an emulator on the same machine
/// in the Development environment.
/// </summary>
public sealed record BotFrameworkOptions
{
    public const string Section = "BotFramework";

    /// <summary>Of the bot's registration: who tokens have to be made out to.</summary>
    public string? AppId { get; init; }

    public string? AppPassword { get; init; }

    /// <summary>Of a single-tenant registration; absent for one that serves all.</summary>
    public string? TenantId { get; init; }

    public string OpenIdMetadataUrl { get; init; } = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    /// <summary>Where the bot gets its own tokens.</summary>
    public string TokenEndpoint { get; init; } = TokenEndpointOf(null);

    public string Issuer { get; init; } = "https://api.botframework.com";

    /// <summary>Beside the public ones, which are always allowed.</summary>
    public AllowedHosts AllowedServiceHosts { get; init; } = AllowedHosts.Public;

    /// <summary>Between two messages to one conversation, after a burst of three; 0 turns the pace off.</summary>
    public double SecondsBetweenMessages { get; init; } = 1;

    /// <summary>The program runs in the Development environment.</summary>
    public bool IsDevelopment { get; init; }

    public bool IsOn => !string.IsNullOrEmpty(AppId);

    /// <summary>Nobody has a token here: only callers on this machine are answered.</summary>
    public bool IsForEmulators => !IsOn && IsDevelopment;

    public static string TokenEndpointOf(string? tenantId) =>
        $"https://login.microsoftonline.com/{tenantId ?? "botframework.com"}/oauth2/v2.0/token";
}
