using System.Net;
using SlrtBot.Bot.BotFramework;
using Xunit;

namespace SlrtBot.Bot.Tests.BotFramework;

/// <summary>Nobody may choose whom the program calls (docs/checks.md, T-48).</summary>
public sealed class AllowedHostsTests
{
    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/")]
    [InlineData("https://SMBA.trafficmanager.net/emea/")]
    [InlineData("https://webchat.botframework.com/")]
    [InlineData("https://directline.botframework.com/v3/")]
    [InlineData("https://smba.trafficmanager.net:443/emea/")]
    public void The_public_services_are_allowed(string address)
    {
        // Act
        var allowed = AllowedHosts.Public.Allows(address);

        // Assert
        Assert.True(allowed);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/v3")]
    [InlineData("http://smba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net:8443/")]
    [InlineData("https://botframework.com/")]
    [InlineData("https://evilbotframework.com/")]
    [InlineData("https://botframework.com.evil.example/")]
    [InlineData("https://evil.example/.botframework.com")]
    [InlineData("https://smba.trafficmanager.net@evil.example/")]
    [InlineData("https://user:pass@smba.trafficmanager.net/")]
    [InlineData("https://evil.example\\.botframework.com/")]
    [InlineData("https://trafficmanager.net/")]
    [InlineData("https://x.smba.trafficmanager.net/")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://2130706433/")]
    [InlineData("https://0x7f.0.0.1/")]
    [InlineData("https://0177.0.0.1/")]
    [InlineData("https://[::1]/")]
    [InlineData("https://[::ffff:127.0.0.1]/")]
    [InlineData("http://169.254.169.254/")]
    [InlineData("http://localhost:5080/")]
    [InlineData("ftp://webchat.botframework.com/")]
    [InlineData("file:///etc/passwd")]
    public void Anything_else_is_not(string? address)
    {
        // Act
        var allowed = AllowedHosts.Public.Allows(address);

        // Assert
        Assert.False(allowed);
    }

    [Theory]
    [InlineData("http://10.0.0.5:8080/x", true)]
    [InlineData("http://10.0.0.5:8081/x", false)]
    [InlineData("https://10.0.0.5/x", false)]
    [InlineData("http://[::1]:3000/", true)]
    [InlineData("https://bot.example.go.id/", true)]
    [InlineData("http://bot.example.go.id/", false)]
    [InlineData("https://bot.example.go.id:444/", false)]
    [InlineData("https://files.example.org/", true)]
    [InlineData("https://example.org/", false)]
    public void What_the_operator_lists_is_allowed_as_it_is_listed(string address, bool expected)
    {
        // Arrange
        var hosts = AllowedHosts.Parse("10.0.0.5:8080, [::1]:3000, bot.example.go.id, *.example.org");

        // Act
        var allowed = hosts.Allows(address);

        // Assert
        Assert.Equal(expected, allowed);
    }

    [Theory]
    [InlineData("https://bot.example.go.id")]
    [InlineData("*")]
    [InlineData("*.id:80")]
    [InlineData("localhost")]
    [InlineData("host:0port")]
    [InlineData("a@b:80")]
    [InlineData("a b")]
    public void What_is_no_host_stops_the_start(string setting)
    {
        // Act
        var failure = Record.Exception(() => AllowedHosts.Parse(setting));

        // Assert
        Assert.IsType<FormatException>(failure);
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("127.8.8.8", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("::127.0.0.1", false)]
    [InlineData("::ffff:0:127.0.0.1", false)]
    [InlineData("5f00::1", false)]
    [InlineData("3fff::1", false)]
    public void Addresses_that_are_not_on_the_internet_are_known(string address, bool expected)
    {
        // Act
        var isPublic = GuardedHttp.IsPublic(IPAddress.Parse(address));

        // Assert
        Assert.Equal(expected, isPublic);
    }

    [Theory]
    [InlineData("http://127.0.0.1:{0}/")]
    [InlineData("http://localhost:{0}/")]
    [InlineData("http://2130706433:{0}/")]
    [InlineData("http://0x7f000001:{0}/")]
    [InlineData("http://[::ffff:127.0.0.1]:{0}/")]
    [InlineData("http://[::1]:{0}/")]
    public async Task No_connection_is_made_to_a_private_address_that_is_not_listed(string address)
    {
        // Arrange
        await using var host = await ConnectorHost.StartAsync();
        using var http = GuardedHttp.Make(AllowedHosts.Parse("10.0.0.5:8080"));
        var url = string.Format(System.Globalization.CultureInfo.InvariantCulture, address, new Uri(host.Connector.BaseUrl).Port);

        // Act
        var failure = await Record.ExceptionAsync(() => http.GetAsync(new Uri(url)));

        // Assert
        Assert.IsType<HttpRequestException>(failure);
        Assert.Empty(host.Connector.Calls);
    }
}
