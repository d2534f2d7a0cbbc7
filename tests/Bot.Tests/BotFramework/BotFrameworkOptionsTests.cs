using Microsoft.Extensions.Configuration;
using SlrtBot.Bot.BotFramework;
using SlrtBot.Core.Kernel;
using Xunit;

namespace SlrtBot.Bot.Tests.BotFramework;

public sealed class BotFrameworkOptionsTests
{
    [Fact]
    public void Without_an_app_id_the_channel_is_off_and_needs_nothing()
    {
        // Act
        var options = Read();

        // Assert
        Assert.False(options.IsOn);
        Assert.False(options.IsForEmulators);
    }

    [Fact]
    public void The_public_addresses_are_the_defaults_and_a_tenant_has_its_own_endpoint()
    {
        // Act
        var options = Read(("AppId", "0a1b-2c3d"), ("AppPassword", "x"), ("TenantId", "tenant-1"));

        // Assert
        Assert.Equal("https://login.botframework.com/v1/.well-known/openidconfiguration", options.OpenIdMetadataUrl);
        Assert.Equal("https://login.microsoftonline.com/tenant-1/oauth2/v2.0/token", options.TokenEndpoint);
        Assert.Equal("https://login.microsoftonline.com/botframework.com/oauth2/v2.0/token", Read().TokenEndpoint);
        Assert.Equal("https://api.botframework.com", options.Issuer);
    }

    [Theory]
    [InlineData("AppPassword", "")]
    [InlineData("AppId", "not an id")]
    [InlineData("TenantId", "../other")]
    [InlineData("OpenIdMetadataUrl", "http://login.example.org/openid")]
    [InlineData("TokenEndpoint", "ftp://login.example.org/token")]
    [InlineData("AllowedServiceHosts", "https://bot.example.go.id")]
    [InlineData("SecondsBetweenMessages", "-1")]
    [InlineData("SecondsBetweenMessages", "soon")]
    public void A_setting_that_cannot_work_names_its_key_and_not_its_value(string key, string value)
    {
        // Act
        var failure = Record.Exception(() => Read(("AppId", "0a1b-2c3d"), ("AppPassword", "secret-password"), (key, value)));

        // Assert
        Assert.Equal($"BotFramework__{key}", Assert.IsType<OptionsException>(failure).Key);
        Assert.DoesNotContain("secret-password", failure.Message, StringComparison.Ordinal);
    }

    private static BotFrameworkOptions Read(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationManager();
        foreach (var (key, value) in settings)
        {
            configuration[$"BotFramework:{key}"] = value;
        }

        return BotFrameworkOptionsRules.Read(configuration);
    }
}
