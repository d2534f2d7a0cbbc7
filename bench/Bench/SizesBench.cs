using System.Globalization;
using System.Text.RegularExpressions;

namespace SlrtBot.Bench;

/// <summary>
/// How many bytes a page and the files it names are, when somebody comes for the first time and when they come again:
/// as the program runs on a developer's machine, and as it is published.
/// </summary>
internal static partial class SizesBench
{
    private const string Complaints = "200";

    private static readonly string[] Encodings = ["identity", "gzip", "br"];

    public static async Task<Findings> RunAsync(bool isPublished)
    {
        await using var place = await Place.MakeAsync("sqlite");
        await using var program = new BotProcess(place, null) { IsPublished = isPublished };
        await program.VerbAsync(null, "demo-data", "--environment=Development", "--no-accounts", "--complaints", Complaints);
        await Desk.HireAsync(program);
        await program.StartAsync();
        using var http = await Desk.SignInAsync(program.Address);
        var (_, queue) = await new Visit(http, "identity").OpenAsync("/queue");
        var lines = new List<(string, string)>();
        var holds = true;
        var files = new SortedDictionary<string, long[]>(StringComparer.Ordinal);
        foreach (var (name, address) in new[] { ("/queue", "/queue"), ("a complaint", Complaint().Match(queue).Value), ("/chat", "/chat/") })
        {
            var visits = new List<(Traffic First, Traffic Again)>();
            foreach (var encoding in Encodings)
            {
                var visit = new Visit(http, encoding);
                visits.Add(((await visit.OpenAsync(address)).Traffic, (await visit.OpenAsync(address)).Traffic));
            }

            var count = visits[0].First.Files.Count;
            lines.Add(($"{name}: html", Sizes(visits.Select(v => v.First.Page))));
            lines.Add(($"{name}: its files, first visit", $"{count}: {Sizes(visits.Select(v => v.First.OfFiles))}"));
            lines.Add(($"{name}: its files, repeat visit", $"{Sizes(visits.Select(v => v.Again.OfFiles))}; asked again: {visits[0].Again.Asked}"));
            holds &= visits.TrueForAll(v => v.Again.OfFiles == 0 && (!isPublished || v.Again.Asked == 0));
            foreach (var file in visits[0].First.Files.Keys)
            {
                files[Fingerprint().Replace(file, "")] = [.. visits.Select(v => v.First.Files[file])];
            }
        }

        lines.AddRange(files.Select(f => ($"`{f.Key}`", Sizes(f.Value))));
        return new Findings("bytes: plain / gzip / brotli", lines, holds);
    }

    private static string Sizes(IEnumerable<long> sizes) => string.Join(" / ", sizes.Select(s => s.ToString("N0", CultureInfo.InvariantCulture)));

    [GeneratedRegex("/complaints/SLRT-[^\"/]+")]
    private static partial Regex Complaint();

    /// <summary>That of the content, in the middle of a file's name.</summary>
    [GeneratedRegex(@"\.[a-z0-9]{10}(?=\.\w+$)")]
    private static partial Regex Fingerprint();
}
