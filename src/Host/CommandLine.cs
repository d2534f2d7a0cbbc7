namespace SlrtBot.Host;

/// <summary>The program was called in a way that it does not know; the message says how to call it.</summary>
internal sealed class WrongCallException(string message) : Exception(message);

/// <summary>
/// The program's arguments in two heaps: what the verb is told, and settings. Settings are the keys of appsettings
/// (<c>--Data:Directory=/srv/slrt</c>) and those of the web host itself (<c>--environment Production</c>).
/// </summary>
internal sealed record CommandLine(IReadOnlyList<string> Words, string[] Settings)
{
    private static readonly string[] HostSettings = ["environment", "contentRoot", "applicationName", "urls"];

    public static CommandLine Parse(string[] arguments)
    {
        var words = new List<string>();
        var settings = new List<string>();
        for (var i = 0; i < arguments.Length; i++)
        {
            if (SettingName(arguments[i]) is not { } name)
            {
                words.Add(arguments[i]);
            }
            else if (arguments[i].Contains('=', StringComparison.Ordinal) || i + 1 == arguments.Length)
            {
                settings.Add(arguments[i]);
            }
            else
            {
                settings.Add($"--{name}={arguments[++i]}");
            }
        }

        return new CommandLine(words, [.. settings]);
    }

    private static string? SettingName(string argument)
    {
        if (!argument.StartsWith("--", StringComparison.Ordinal))
        {
            return null;
        }

        var name = argument[2..].Split('=', 2)[0];
        return name.Contains(':', StringComparison.Ordinal) || HostSettings.Contains(name, StringComparer.OrdinalIgnoreCase) ? name : null;
    }
}
