using CsvHelper;
using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Programmes;

/// <summary>
/// Brings the catalogue of programmes that comes with the program into the database. What is there already stays as
/// staff have made it, also where they have switched it off.
/// </summary>
public sealed class AddProgrammes(SlrtDbContext db, AuditTrail audit)
{
    /// <returns>How many were new.</returns>
    public async Task<Outcome<int>> DoAsync(Provenance by, CancellationToken cancellationToken)
    {
        var known = await db.Programmes.Select(p => p.Code).ToHashSetAsync(cancellationToken);
        var missing = Listed().Where(p => !known.Contains(p.Code)).ToList();
        if (missing.Count > 0)
        {
            db.AddRange(missing);
            audit.Record(by, "programmes.added", "programme", SequentialId.Next(by.At), new { codes = missing.Select(p => p.Code) });
        }

        return missing.Count;
    }

    private static List<Programme> Listed()
    {
        using var stream = new StreamReader(typeof(AddProgrammes).Assembly.GetManifestResourceStream("SlrtBot.Core.Programmes.programmes.csv")!);
        using var csv = CsvReader.FromText(stream.ReadToEnd(), new CsvReaderOptions { Separator = ',' });
        var listed = new List<Programme>();
        while (csv.Read())
        {
            listed.Add(new Programme { Code = csv.GetString("code"), Name = csv.GetString("name"), Owner = csv.GetString("owner") });
        }

        return listed;
    }
}
