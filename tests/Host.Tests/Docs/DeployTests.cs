using System.Text.RegularExpressions;
using SlrtBot.Host.Tests.HouseRules;
using Xunit;

namespace SlrtBot.Host.Tests.Docs;

/// <summary>
/// The files that bring the program to a server name each other's paths, ports and settings. No server is at hand
/// here to try them on, so at least their names must agree.
/// </summary>
public sealed partial class DeployTests
{
    private static readonly string Assembly = typeof(Launch).Assembly.GetName().Name!;

    [Fact]
    public void The_image_publishes_the_program_and_starts_what_was_published()
    {
        // Act
        var dockerfile = Text("Dockerfile");

        // Assert
        Assert.True(Directory.Exists(Path.Combine(Repository.Root, Group(dockerfile, @"dotnet publish (\S+)"))));
        Assert.Equal($"{Assembly}.dll", Group(dockerfile, @"ENTRYPOINT \[""dotnet"", ""([^""]+)""\]"));
        Assert.Equal(Group(dockerfile, @"ASPNETCORE_URLS=http://\+:(\d+)"), Group(dockerfile, @"EXPOSE (\d+)"));
        Assert.Equal(Group(dockerfile, @"EXPOSE (\d+)"), Group(dockerfile, @"/dev/tcp/127\.0\.0\.1/(\d+)"));
        Assert.Equal(Group(dockerfile, @"Data__Directory=(\S+)"), Group(dockerfile, @"VOLUME (\S+)"));
    }

    [Fact]
    public void The_containers_find_each_other_and_their_files()
    {
        // Act
        var compose = Text("compose.yaml");

        // Assert
        Assert.Equal(Group(Text("Dockerfile"), @"EXPOSE (\d+)"), Group(compose, @"UPSTREAM: slrtbot:(\d+)"));
        Assert.True(File.Exists(Path.Combine(Repository.Root, Group(compose, @"- \./(\S+):/etc/caddy/Caddyfile"))));
        Assert.Equal(Group(Text("Dockerfile"), @"VOLUME (\S+)"), Group(compose, @"- data:(\S+)"));
        Assert.Equal(Group(compose, @"Host__TrustedProxies: (\S+)"), Group(compose, @"subnet: (\S+)"));
    }

    [Fact]
    public void The_service_its_verbs_and_both_proxies_agree()
    {
        // Act
        var (unit, verbs) = (Text("deploy/slrtbot.service"), Text("deploy/slrtbot"));

        // Assert
        Assert.Equal($"/opt/slrtbot/{Assembly}", Group(unit, @"ExecStart=(\S+)"));
        Assert.Equal(Group(unit, @"ExecStart=(\S+)"), Group(verbs, @"(/opt/\S+)"));
        foreach (var same in (string[])[@"EnvironmentFile=(\S+)", @"StateDirectory=(\S+)", @"Data__Directory=(\S+)", @"UMask=(\d+)"])
        {
            Assert.Equal(Group(unit, same), Group(verbs, same));
        }

        var port = Group(unit, @"ASPNETCORE_URLS=http://127\.0\.0\.1:(\d+)");
        Assert.Equal(port, Group(Text("deploy/Caddyfile"), @"UPSTREAM:127\.0\.0\.1:(\d+)"));
        Assert.Equal(port, Group(Text("deploy/nginx.conf"), @"proxy_pass http://127\.0\.0\.1:(\d+)"));
    }

    [Theory]
    [InlineData("Dockerfile")]
    [InlineData("compose.yaml")]
    [InlineData("deploy/slrtbot.service")]
    [InlineData("deploy/slrtbot")]
    public void Every_setting_in_them_stands_in_the_readme(string file)
    {
        // Arrange
        var readme = Text("README.md");

        // Act
        var settings = Setting().Matches(Text(file)).Select(m => m.Value).Distinct();

        // Assert
        Assert.All(settings, setting => Assert.Contains($"`{setting}`", readme));
    }

    [GeneratedRegex(@"\b[A-Z][A-Za-z]+__[A-Z][A-Za-z]+\b")]
    private static partial Regex Setting();

    private static string Group(string text, string pattern) =>
        Regex.Match(text, pattern) is { Success: true } found ? found.Groups[1].Value : throw new InvalidOperationException($"Nothing is like {pattern}.");

    private static string Text(string path) => File.ReadAllText(Path.Combine(Repository.Root, path));
}
