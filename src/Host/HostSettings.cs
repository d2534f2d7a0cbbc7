using System.Net;
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
internal sealed record HostSettings(Doors Doors, Uri? PublicUrl, IReadOnlyList<IPNetwork> TrustedProxies)
{
    public const string DefaultUrl = "http://localhost:5080";

    /// <exception cref="OptionsException">Names the key and the fix.</exception>
    public static HostSettings Read(IConfiguration configuration) => new(
        ReadDoors(configuration["Host:Doors"]),
        ReadPublicUrl(configuration["Host:PublicUrl"]),
        [.. List(configuration["Host:TrustedProxies"]).Select(ReadNetwork)]);

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

    private static string[] List(string? value) =>
        (value ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
