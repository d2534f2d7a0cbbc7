using System.Text;

namespace SlrtBot.Core.Understanding;

/// <summary>The slice's own tables (tab-separated, <c>#</c> begins a remark), as they lie in the program.</summary>
internal static class Tables
{
    private const string Prefix = "SlrtBot.Core.Understanding.";

    /// <param name="name">Without its ending.</param>
    public static IEnumerable<string[]> Read(string name)
    {
        using var reader = new StreamReader(
            typeof(Tables).Assembly.GetManifestResourceStream($"{Prefix}{name}.tsv")
            ?? throw new InvalidOperationException($"The table {name} is missing from the program."),
            Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line.Split('\t');
            }
        }
    }
}
