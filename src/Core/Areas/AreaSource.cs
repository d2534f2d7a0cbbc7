using CsvHelper;

namespace SlrtBot.Core.Areas;

/// <summary>A line of the official list: code and name, as everything else follows from the code.</summary>
public sealed record AreaRow(string Code, string Name);

/// <summary>
/// The Kemendagri lists that lie in <c>areas/</c> beside the program (provinces, regencies, districts, villages;
/// CSV with columns code and name; data of idn-area-data, ODbL 1.0).
/// </summary>
public sealed class AreaSource(string directory)
{
    private static readonly string[] Lists = ["provinces", "regencies", "districts", "villages"];
    private static readonly CsvReaderOptions OurCommas = new() { Separator = ',' };

    public static string BesideTheProgram => Path.Combine(AppContext.BaseDirectory, "areas");

    public bool IsPresent => Lists.All(l => File.Exists(FileOf(l)));

    public IEnumerable<AreaRow> ProvincesAndRegencies() => Read(Lists[0]).Concat(Read(Lists[1]));

    /// <param name="regency">Dotted code; its sub-districts and villages come in the list's order.</param>
    public IEnumerable<AreaRow> Inside(string regency) =>
        Read(Lists[2]).Concat(Read(Lists[3])).Where(r => AreaCode.Contains(regency, r.Code));

    /// <exception cref="FileNotFoundException">The list is not beside the program.</exception>
    private IEnumerable<AreaRow> Read(string list)
    {
        using var csv = CsvReader.FromFile(FileOf(list), OurCommas);
        while (csv.Read())
        {
            yield return new AreaRow(csv.GetString("code"), csv.GetString("name"));
        }
    }

    private string FileOf(string list) => Path.Combine(directory, $"{list}.csv");
}
