using System.Net;
using System.Net.Sockets;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Host;

[Flags]
internal enum Doors
{
    None = 0,
    Bot = 1,
    Console = 2,
    Jobs = 4,
    All = Bot | Console | Jobs,
}

/// <summary>The settings under <c>Host</c>: which doors this process opens, and how it is reached.</summary>
/// <param name="Names">Further host names that callers may use, beside the public address's and loopback.</param>
internal sealed record HostSettings(Doors Doors, Uri? PublicUrl, IReadOnlyList<IPNetwork> TrustedProxies, IReadOnlyList<string> Names)
{
    public const string DefaultUrl = "http://localhost:5080";

    private static readonly string[] Loopback = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>
    /// What a caller may name as our host. Addresses that we hand out are made from it where no public one is set, so whoever
    /// could choose it would choose where people are sent.
    /// </summary>
    public IReadOnlyList<string> AnsweredNames => [.. Loopback, .. PublicUrl is { } url ? [NameOf(url)] : Array.Empty<string>(), .. Names];

    /// <exception cref="OptionsException">Names the key and the fix.</exception>
    public static HostSettings Read(IConfiguration configuration) => new(
        ReadDoors(configuration["Host:Doors"]),
        ReadPublicUrl(configuration["Host:PublicUrl"]),
        [.. List(configuration["Host:TrustedProxies"]).Select(ReadNetwork)],
        [.. List(configuration["Host:Names"]).Select(ReadName)]);

    /// <exception cref="OptionsException">One process serves everything where the database is a file.</exception>
    public void AssertFit(DatabaseProvider provider)
    {
        if (Doors != Doors.All && provider == DatabaseProvider.Sqlite)
        {
            throw new OptionsException(
                "Host__Doors", "SQLite is served by one process with all doors: remove the setting, or use Database__Provider=Postgres");
        }
    }

    private static Doors ReadDoors(string? value)
    {
        var doors = Doors.None;
        foreach (var name in List(value))
        {
            doors |= Enum.TryParse<Doors>(name, ignoreCase: true, out var door) && door is Doors.Bot or Doors.Console or Doors.Jobs
                ? door
                : throw new OptionsException("Host__Doors", $"'{name}' is not a door: use bot, console and jobs, separated by commas");
        }

        return doors == Doors.None ? Doors.All : doors;
    }

    private static Uri? ReadPublicUrl(string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return null;
        }

        return Uri.TryCreate(value, UriKind.Absolute, out var url) && url.Scheme is "https" or "http" && url.PathAndQuery == "/"
            ? url
            : throw new OptionsException("Host__PublicUrl", $"'{value}' is not an address: write it like https://slrt.example.go.id, without a path");
    }

    private static IPNetwork ReadNetwork(string value)
    {
        if (IPNetwork.TryParse(value, out var network))
        {
            return network;
        }

        return IPAddress.TryParse(value, out var address)
            ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
            : throw new OptionsException(
                "Host__TrustedProxies", $"'{value}' is not an address or network: use for example 127.0.0.1 or 10.0.0.0/24, separated by commas");
    }

    /// <exception cref="OptionsException">Also for a lone star, which would believe everybody.</exception>
    private static string ReadName(string value)
    {
        var name = value.StartsWith("*.", StringComparison.Ordinal) ? value[2..] : value;
        if (IPAddress.TryParse(name, out var address))
        {
            return address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{address}]" : name;
        }

        return Uri.CheckHostName(name) == UriHostNameType.Dns
            ? value
            : throw new OptionsException(
                "Host__Names", $"'{value}' is not a name: use for example slrt.example.go.id, *.example.go.id or 10.0.0.5, without a port, separated by commas");
    }

    private static string NameOf(Uri url) => url.HostNameType == UriHostNameType.IPv6 ? url.Host : url.IdnHost;

    private static string[] List(string? value) =>
        (value ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
