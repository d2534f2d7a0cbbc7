namespace SlrtBot.Host.Tests.HouseRules;

/// <param name="Path">From the repository's root, with forward slashes.</param>
internal sealed record SourceFile(string Path, string Text)
{
    public string[] Lines => Text.Split('\n');
}

/// <summary>The files as they lie in the repository, without what the build makes.</summary>
internal static class Repository
{
    private static readonly string[] Made = ["bin", "obj", "node_modules", "lib", "TestResults", "data", ".git", "artifacts"];

    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<SourceFile> Sources { get; } = Files("src", "*.cs").Concat(Files("src", "*.cshtml")).ToList();

    public static IReadOnlyList<SourceFile> Code { get; } = Files(".", "*.cs").ToList();

    public static IEnumerable<SourceFile> Files(string folder, string pattern) =>
        Paths(Path.Combine(Root, folder), pattern).Select(p => new SourceFile(Short(p), File.ReadAllText(p)));

    /// <summary>Every file that git would keep.</summary>
    public static IEnumerable<string> AllPaths() => Paths(Root, "*").Select(Short);

    private static IEnumerable<string> Paths(string folder, string pattern) => Directory.EnumerateFiles(folder, pattern)
        .Concat(Directory.EnumerateDirectories(folder).Where(d => !Made.Contains(Path.GetFileName(d))).SelectMany(d => Paths(d, pattern)));

    private static string Short(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "SlrtBot.sln")))
        {
            directory = directory.Parent ?? throw new InvalidOperationException("SlrtBot.sln is not above the tests.");
        }

        return directory.FullName;
    }
}
