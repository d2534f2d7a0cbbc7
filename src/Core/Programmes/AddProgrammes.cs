using System.Globalization;
using CsvHelper;
using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Programmes;

/// <summary>
/// Brings the catalogue of programmes that comes with the program into the database. What is there already stays as
/// staff have made it, also where they have switched it off; a programme that nobody has described yet gets its text.
/// </summary>
public sealed class AddProgrammes(SlrtDbContext db, AuditTrail audit)
{
    /// <returns>How many were new or got their text.</returns>
    public async Task<Outcome<int>> DoAsync(Provenance by, CancellationToken cancellationToken)
    {
        var known = await db.Programmes.ToDictionaryAsync(p => p.Code, cancellationToken);
        var listed = Listed();
        var missing = listed.Where(p => !known.ContainsKey(p.Code)).ToList();
        var silent = listed.Where(p => known.TryGetValue(p.Code, out var own) && own.What is null).ToList();
        foreach (var programme in silent)
        {
            Describe(known[programme.Code], programme);
        }

        if (missing.Count + silent.Count > 0)
        {
            db.AddRange(missing);
            audit.Record(
                by, "programmes.added", "programme", SequentialId.Next(by.At), new { codes = missing.Concat(silent).Select(p => p.Code) });
        }

        return missing.Count + silent.Count;
    }

    private static void Describe(Programme programme, Programme listed)
    {
        programme.ShortName = listed.ShortName;
        programme.Topic = listed.Topic;
        programme.Also = listed.Also;
        programme.What = listed.What;
        programme.Audience = listed.Audience;
        programme.Papers = listed.Papers;
        programme.Office = listed.Office;
        programme.Schedule = listed.Schedule;
        programme.Source = listed.Source;
        programme.CheckedOn = listed.CheckedOn;
    }

    internal static List<Programme> Listed()
    {
        using var stream = new StreamReader(typeof(AddProgrammes).Assembly.GetManifestResourceStream("SlrtBot.Core.Programmes.programmes.csv")!);
        using var csv = CsvReader.FromText(stream.ReadToEnd(), new CsvReaderOptions { Separator = ',' });
        var listed = new List<Programme>();
        while (csv.Read())
        {
            listed.Add(new Programme
            {
                Code = csv.GetString("code"),
                Name = csv.GetString("name"),
                Owner = csv.GetString("owner"),
                ShortName = csv.GetString("short_name"),
                Topic = Codes.Parse<ProgrammeTopic>(csv.GetString("topic")),
                Also = csv.GetString("also"),
                What = csv.GetString("what"),
                Audience = csv.GetString("audience"),
                Papers = csv.GetString("papers"),
                Office = csv.GetString("office"),
                Schedule = csv.GetString("schedule"),
                Source = csv.GetString("source") is { Length: > 0 } source ? source : null,
                CheckedOn = DateOnly.TryParse(csv.GetString("checked_on"), CultureInfo.InvariantCulture, out var day) ? day : null,
            });
        }

        return listed;
    }
}
