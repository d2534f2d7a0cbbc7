using System.Globalization;
using SlrtBot.Core.Imports;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Language;
using SlrtBot.Core.Numbers;

namespace SlrtBot.Core.Registry;

/// <summary>Reads the cells of a row. Nothing is guessed: what is not certain is refused, with what to mend.</summary>
/// <param name="today">At the regency; its year tells the century of nothing, since dates are read as they are written.</param>
internal sealed class RegistryRow(VillagesOfList villages, DateOnly today)
{
    private const int LongestName = 120;
    private const int LongestText = 200;

    /// <summary>What a reader shows where letters were lost on the way.</summary>
    private const char Unreadable = '\uFFFD';

    /// <summary>Days of spreadsheets are counted from here; 1 is 1900-01-01, and a day too many since they know a 29 February 1900.</summary>
    private static readonly DateOnly Epoch = new(1899, 12, 30);

    private static readonly string[] Days = ["yyyy-MM-dd", "d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "yyyy/M/d", "d MMMM yyyy", "d MMM yyyy"];
    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");

    /// <summary>What is wrong, each with its column as the field.</summary>
    public IEnumerable<Refusal> Problems(ImportRow row)
    {
        if (row.IsShort)
        {
            yield return new Refusal("import_line_short");
            yield break;
        }

        if (row[RegistryColumns.NationalId].IsEmpty && row[RegistryColumns.FamilyCard].IsEmpty)
        {
            yield return new Refusal("registry_no_number", RegistryColumns.NationalId);
        }

        foreach (var column in (string[])[RegistryColumns.NationalId, RegistryColumns.FamilyCard])
        {
            if (NumberProblem(row[column], column) is { } problem)
            {
                yield return problem;
            }
        }

        var name = row[RegistryColumns.Name].Text;
        if (!name.Any(char.IsLetter))
        {
            yield return new Refusal("required", RegistryColumns.Name);
        }
        else if (name.Contains(Unreadable, StringComparison.Ordinal))
        {
            yield return new Refusal("import_letters_lost", RegistryColumns.Name);
        }

        if (!row[RegistryColumns.BornOn].IsEmpty && (BornOn(row) is not { } born || born > today || born.Year < 1890))
        {
            yield return new Refusal("registry_born_unread", RegistryColumns.BornOn);
        }

        if (!row[RegistryColumns.Decile].IsEmpty && !SaysDecile(row[RegistryColumns.Decile].Text, out _))
        {
            yield return new Refusal("registry_decile_unread", RegistryColumns.Decile);
        }

        if (villages.Problem(row) is { } place)
        {
            yield return place;
        }
    }

    /// <param name="row">Without problems.</param>
    public static RegistryRecord Read(ImportRow row) => new(
        Digits(row, RegistryColumns.NationalId),
        Digits(row, RegistryColumns.FamilyCard),
        Text(row, RegistryColumns.Name, LongestName)!,
        BornOn(row),
        SexOf(row[RegistryColumns.Sex].Text),
        Text(row, RegistryColumns.Relation, LongestText),
        Text(row, RegistryColumns.Address, LongestText),
        YesOrNo(row[RegistryColumns.Matched].Text),
        YesOrNo(row[RegistryColumns.Dead].Text) == true,
        YesOrNo(row[RegistryColumns.Inactive].Text) == true,
        Programmes(row),
        Text(row, RegistryColumns.ListId, LongestText));

    public string AreaOf(ImportRow row) => villages.Of(row);

    public static int? DecileOf(ImportRow row) => SaysDecile(row[RegistryColumns.Decile].Text, out var decile) ? decile : null;

    public static long? NumberOf(ImportRow row) =>
        long.TryParse(NationalId.Normalise(row[RegistryColumns.NationalId].Text), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static Refusal? NumberProblem(ImportCell cell, string column) =>
        cell.IsEmpty ? null
        : cell.IsShortened ? new Refusal("list_number_shortened", column)
        : NationalId.Refuse(cell.Text) is { } refusal ? refusal with { Field = column }
        : null;

    private static string? Digits(ImportRow row, string column) => NationalId.Normalise(row[column].Text) is { Length: > 0 } digits ? digits : null;

    private static string? Text(ImportRow row, string column, int longest)
    {
        var text = TextFolding.CleanLine(row[column].Text);
        return text.Length == 0 ? null : text.Length > longest ? text[..longest] : text;
    }

    private static DateOnly? BornOn(ImportRow row)
    {
        var cell = row[RegistryColumns.BornOn];
        if (cell.Text.Length == 5 && int.TryParse(cell.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var serial))
        {
            return Epoch.AddDays(serial);
        }

        var text = cell.Text.Split([' ', 'T'], 2) is [var day, var time] && time.Contains(':', StringComparison.Ordinal) ? day : cell.Text;
        return DateOnly.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)
            || DateOnly.TryParseExact(text, Days, Indonesian, DateTimeStyles.None, out read) ? read : null;
    }

    /// <summary>"4+" of a list of extreme poverty is above what it ranks: no decile.</summary>
    private static bool SaysDecile(string text, out int? decile)
    {
        decile = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var read) && read is >= 1 and <= 10 ? read : null;
        return decile is not null || text is "" or "-" or "4+";
    }

    private static string? SexOf(string text) => text.ToUpperInvariant() switch
    {
        "L" or "1" or "LAKI-LAKI" or "LAKI LAKI" or "LK" or "M" => "male",
        "P" or "2" or "PEREMPUAN" or "PR" or "F" => "female",
        _ => null,
    };

    private static bool? YesOrNo(string text) => text.ToUpperInvariant() switch
    {
        "YA" or "Y" or "1" or "TRUE" or "PADAN" or "V" or "√" or "MENINGGAL" => true,
        "TIDAK" or "T" or "N" or "0" or "FALSE" or "TIDAK PADAN" or "BELUM PADAN" => false,
        _ => null,
    };

    private static List<string>? Programmes(ImportRow row)
    {
        var codes = RegistryColumns.OfProgramme.Where(p => YesOrNo(row[p.Key].Text) == true).Select(p => p.Value).ToList();
        var said = row[RegistryColumns.Programme].Text.Split(['/', ',', '+', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        codes.AddRange(RegistryColumns.All.Where(column => said.Any(column.IsCalled)).Select(column => RegistryColumns.OfProgramme.GetValueOrDefault(column.Code)).OfType<string>());
        return codes.Count == 0 ? null : [.. codes.Distinct()];
    }
}
