using System.Globalization;
using System.Net;

namespace SlrtBot.Bot.BotFramework;

/// <summary>
/// Where this bot may send answers and fetch files: an activity names the address, so that anything else would let its
/// sender choose whom the program calls, with which token. A name means https on the usual port of a public address;
/// a host with its port may also be private and plain http (a private cloud, a test).
/// </summary>
public sealed class AllowedHosts
{
    private const string Wildcard = "*.";

    /// <summary>Of the Bot Connector and of Teams.</summary>
    private static readonly string[] PublicNames = ["*.botframework.com", "smba.trafficmanager.net"];

    private readonly List<string> _names = [.. PublicNames];
    private readonly HashSet<(string Host, int Port)> _listed = [];
    private readonly bool _takesLoopback;

    private AllowedHosts(IEnumerable<string> entries, bool takesLoopback)
    {
        _takesLoopback = takesLoopback;
        foreach (var entry in entries)
        {
            if (entry.Contains(':', StringComparison.Ordinal))
            {
                _listed.Add(Split(entry));
            }
            else
            {
                _names.Add(entry);
            }
        }
    }

    public static AllowedHosts Public { get; } = new([], takesLoopback: false);

    /// <param name="setting">Names, wildcards and <c>host:port</c>, separated by commas.</param>
    /// <param name="takesLoopback">An emulator on this machine counts as listed, whatever its port.</param>
    /// <exception cref="FormatException">The message is the entry that is none of them.</exception>
    public static AllowedHosts Parse(string? setting, bool takesLoopback = false)
    {
        var entries = (setting ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return entries.FirstOrDefault(e => !IsEntry(e)) is { } wrong ? throw new FormatException(wrong) : new AllowedHosts(entries, takesLoopback);
    }

    /// <summary>Whether this address may be called at all; what it resolves to is looked at when it is called.</summary>
    public bool Allows(string? address, out Uri? uri) => Uri.TryCreate(address, UriKind.Absolute, out uri) && Allows(uri);

    public bool Allows(string? address) => Allows(address, out _);

    /// <summary>Whether this host and port may also be a private address.</summary>
    public bool IsListed(string host, int port) =>
        _listed.Contains((host.ToUpperInvariant(), port)) || (_takesLoopback && IsLoopback(host));

    private bool Allows(Uri uri) =>
        uri.UserInfo.Length == 0
        && uri.Fragment.Length == 0
        && ((uri.Scheme is "http" or "https" && IsListed(uri.Host, uri.Port))
            || (uri.Scheme == Uri.UriSchemeHttps && uri.IsDefaultPort && _names.Exists(name => Fits(uri.IdnHost, name))));

    private static bool Fits(string host, string name) => name.StartsWith(Wildcard, StringComparison.Ordinal)
        ? host.EndsWith(name[1..], StringComparison.OrdinalIgnoreCase)
        : host.Equals(name, StringComparison.OrdinalIgnoreCase);

    internal static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static bool IsEntry(string entry)
    {
        if (!entry.Contains(':', StringComparison.Ordinal))
        {
            var name = entry.StartsWith(Wildcard, StringComparison.Ordinal) ? entry[Wildcard.Length..] : entry;
            return Uri.CheckHostName(name) == UriHostNameType.Dns && name.Contains('.', StringComparison.Ordinal);
        }

        return Uri.TryCreate($"http://{entry}/", UriKind.Absolute, out var uri)
            && uri.UserInfo.Length == 0
            && entry.EndsWith($":{Port(entry)}", StringComparison.Ordinal);
    }

    private static (string Host, int Port) Split(string entry) =>
        (new Uri($"http://{entry}/").Host.ToUpperInvariant(), Port(entry));

    private static int Port(string entry) => new Uri(string.Create(CultureInfo.InvariantCulture, $"http://{entry}/")).Port;
}
