using System.Text.RegularExpressions;

namespace SlrtBot.Host.Tests.HouseRules;

/// <summary>Who may use whom: docs/adr/0001.</summary>
internal static partial class Layers
{
    /// <summary>From left to right: a slice uses what stands left of it.</summary>
    public static readonly string[] Slices =
    [
        "Kernel", "Sealing", "Language", "Phrases", "Numbers", "Audit", "Files", "Areas", "SignedLinks", "Staff", "Imports", "Conversations", "Programmes",
        "Partners", "Persons", "Registry", "Vanished", "Complaints", "Settings", "Understanding", "Talks", "DataRequests", "Cases", "Referrals", "Tasks", "Handovers", "Tellings", "Checks", "Visits", "Proposals", "Meetings", "Notifications", "ChannelHealth",
        "Accounts", "Villages", "Operations",
    ];

    /// <summary>Seen by every slice: the context, the job's interface, the log's messages.</summary>
    public static readonly string[] Shared = ["Persistence", "Jobs", "Diagnostics"];

    private static readonly Dictionary<string, string[]> References = new()
    {
        ["Core"] = [],
        ["Bot"] = ["Core"],
        ["Console"] = ["Core"],
        ["Host"] = ["Core", "Bot", "Console"],
    };

    public static IEnumerable<string> WrongReferences(SourceFile project)
    {
        var name = Path.GetFileNameWithoutExtension(project.Path);
        return ProjectReference().Matches(project.Text)
            .Select(m => Path.GetFileNameWithoutExtension(m.Groups[1].Value.Replace('\\', '/')))
            .Where(used => !References[name].Contains(used))
            .Select(used => $"{project.Path} references {used}")
            .Concat(name == "Core" && project.Text.Contains("FrameworkReference", StringComparison.Ordinal) ? [$"{project.Path} references ASP.NET Core"] : []);
    }

    public static IEnumerable<string> WrongUsings(SourceFile file)
    {
        var parts = file.Path.Split('/');
        return Using().Matches(file.Text).Select(m => m.Groups[1].Value)
            .Where(used => !Allowed(parts, used))
            .Select(used => $"{file.Path} uses {used}");
    }

    private static bool Allowed(string[] path, string used) => path[1] switch
    {
        "Core" => AllowedInCore(path, used),
        "Bot" => !used.StartsWith("SlrtBot.Console", StringComparison.Ordinal) && !IsQuartz(used),
        "Console" => !used.StartsWith("SlrtBot.Bot", StringComparison.Ordinal) && !IsQuartz(used),
        "Host" => path[2] == "Verbs" || !(used.StartsWith("SlrtBot.Bot.", StringComparison.Ordinal) || used.StartsWith("SlrtBot.Console.", StringComparison.Ordinal)),
        _ => true,
    };

    private static bool AllowedInCore(string[] path, string used)
    {
        if (used.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal))
        {
            return false;
        }

        if (IsQuartz(used))
        {
            return path[2] == "Jobs" || path[^1].EndsWith("Job.cs", StringComparison.Ordinal);
        }

        var slice = Array.IndexOf(Slices, path[2]);
        if (slice < 0 || !used.StartsWith("SlrtBot.", StringComparison.Ordinal))
        {
            return true;
        }

        var target = used.Split('.') is ["SlrtBot", "Core", var name, ..] ? name : "";
        return Shared.Contains(target) || (Array.IndexOf(Slices, target) is >= 0 and var other && other <= slice);
    }

    private static bool IsQuartz(string used) => used == "Quartz" || used.StartsWith("Quartz.", StringComparison.Ordinal);

    [GeneratedRegex("""<ProjectReference Include="([^"]+)""")]
    private static partial Regex ProjectReference();

    [GeneratedRegex(@"^@?using (?:static )?([A-Za-z][\w.]*);?\r?$", RegexOptions.Multiline)]
    private static partial Regex Using();
}
