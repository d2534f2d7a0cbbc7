using System.Globalization;
using Microsoft.Extensions.Configuration;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Bot.BotFramework;

/// <summary>Reads the settings and refuses those that cannot work: says which key and what to do, never a value.</summary>
internal static class BotFrameworkOptionsRules
{
    private const int LongestId = 100;

    /// <exception cref="OptionsException">A setting is missing or wrong.</exception>
    public static BotFrameworkOptions Read(IConfiguration configuration)
    {
        string? Setting(string key) => configuration[$"{BotFrameworkOptions.Section}:{key}"] is { Length: > 0 } value ? value : null;

        var defaults = new BotFrameworkOptions
        {
            AppId = Setting(nameof(BotFrameworkOptions.AppId)),
            IsDevelopment = configuration["environment"] == "Development",
        };
        var tenant = Setting(nameof(BotFrameworkOptions.TenantId));
        var options = defaults with
        {
            AppPassword = Secrets.Read(configuration, $"{BotFrameworkOptions.Section}:{nameof(BotFrameworkOptions.AppPassword)}"),
            TenantId = tenant,
            OpenIdMetadataUrl = Setting(nameof(BotFrameworkOptions.OpenIdMetadataUrl)) ?? defaults.OpenIdMetadataUrl,
            TokenEndpoint = Setting(nameof(BotFrameworkOptions.TokenEndpoint)) ?? BotFrameworkOptions.TokenEndpointOf(tenant),
            Issuer = Setting(nameof(BotFrameworkOptions.Issuer)) ?? defaults.Issuer,
            AllowedServiceHosts = ReadHosts(Setting(nameof(BotFrameworkOptions.AllowedServiceHosts)), defaults.IsForEmulators),
            SecondsBetweenMessages = ReadPace(Setting(nameof(BotFrameworkOptions.SecondsBetweenMessages))) ?? defaults.SecondsBetweenMessages,
        };
        return options.IsOn ? Check(options) : options;
    }

    private static AllowedHosts ReadHosts(string? setting, bool takesLoopback)
    {
        try
        {
            return AllowedHosts.Parse(setting, takesLoopback);
        }
        catch (FormatException wrong)
        {
            throw Fault(
                nameof(BotFrameworkOptions.AllowedServiceHosts),
                $"'{wrong.Message}' is no host: use names (bot.example.go.id), wildcards (*.example.go.id) or host and port (10.0.0.5:8080), separated by commas");
        }
    }

    private static double? ReadPace(string? pace) => pace switch
    {
        null => null,
        _ when double.TryParse(pace, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds <= 60 => seconds,
        _ => throw Fault(nameof(BotFrameworkOptions.SecondsBetweenMessages), "must be a number of seconds from 0 (no limit) to 60; 1 suits every channel"),
    };

    private static BotFrameworkOptions Check(BotFrameworkOptions options)
    {
        if (!IsId(options.AppId!))
        {
            throw Fault(nameof(options.AppId), "is not an app id. Copy the Microsoft App ID from the bot's registration, or remove it to turn the channel off");
        }

        if (string.IsNullOrEmpty(options.AppPassword))
        {
            throw Fault(
                nameof(options.AppPassword),
                "is missing: without it the bot hears and cannot answer. Make a client secret in the bot's registration, or remove BotFramework__AppId to turn the channel off");
        }

        if (options.TenantId is { } tenant && !IsId(tenant))
        {
            throw Fault(nameof(options.TenantId), "is not a tenant id. Copy it from the bot's registration, or remove it where the bot serves all tenants");
        }

        foreach (var (key, address) in new[]
        {
            (nameof(options.OpenIdMetadataUrl), options.OpenIdMetadataUrl), (nameof(options.TokenEndpoint), options.TokenEndpoint),
        })
        {
            if (!IsUsable(address))
            {
                throw Fault(key, "must be an https address without user or fragment; plain http is allowed on loopback only. Remove it to use the public one");
            }
        }

        return options;
    }

    private static OptionsException Fault(string key, string fix) => new($"{BotFrameworkOptions.Section}__{key}", fix);

    private static bool IsId(string id) => id.Length <= LongestId && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_');

    internal static bool IsUsable(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
        && uri.UserInfo.Length == 0
        && uri.Fragment.Length == 0;
}
