using System.IO.Compression;
using System.Text;
using MiniExcelLibs;
using SlrtBot.Core.Imports;
using SlrtBot.Core.Registry;
using Xunit;

namespace SlrtBot.Core.Tests.Imports;

/// <summary>Lists as offices really send them: what is read, and what is refused with what to do about it.</summary>
public sealed class ImportListTests
{
    private const string Rows = "NIK;Nama;Desil\r\n3204371203749999;Siti Contoh;2\r\n3204375203749999;Ujang Contoh;3\r\n";

    public static TheoryData<string, byte[]> Spellings() => new()
    {
        { "semicolons", Encoding.UTF8.GetBytes(Rows) },
        { "commas", Encoding.UTF8.GetBytes(Rows.Replace(';', ',')) },
        { "tabs", Encoding.UTF8.GetBytes(Rows.Replace(';', '\t')) },
        { "a line that names the separator", Encoding.UTF8.GetBytes("sep=;\r\n" + Rows) },
        { "UTF-8 with a mark", [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Rows)] },
        { "UTF-16", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Rows)] },
        { "UTF-16, the other way", [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(Rows)] },
        { "titles above", Encoding.UTF8.GetBytes("DAFTAR PENERIMA, KABUPATEN BANDUNG, TAHAP 3\r\n\r\nDicetak 1 November 2026\r\n" + Rows) },
        { "another order and case", Encoding.UTF8.GetBytes("no.;DESIL KESEJAHTERAAN;nama penerima;Nik Ktp\r\n1;2;Siti Contoh;3204371203749999\r\n2;3;Ujang Contoh;3204375203749999\r\n") },
        { "an apostrophe before numbers", Encoding.UTF8.GetBytes(Rows.Replace("320437", "'320437", StringComparison.Ordinal)) },
        { "quoted cells", Encoding.UTF8.GetBytes("\"NIK\";\"Nama\";\"Desil\"\r\n\"3204371203749999\";\"Siti Contoh\";2\r\n\"3204375203749999\";\"Ujang Contoh\";3\r\n") },
        { "lines that hold nothing", Encoding.UTF8.GetBytes(Rows + ";;\r\n\r\n") },
        { "headings again on the second page", Encoding.UTF8.GetBytes(Rows.Replace("3204375203749999", "NIK;Nama;Desil\r\n3204375203749999", StringComparison.Ordinal)) },
        { "a workbook", Workbook([["NIK", "Nama", "Desil"], ["3204371203749999", "Siti Contoh", 2], ["3204375203749999", "Ujang Contoh", 3]]) },
        { "a workbook with titles", Workbook([["DAFTAR", null, null], [null, null, null], ["NIK", "Nama", "Desil"], ["3204371203749999", "Siti Contoh", 2], ["3204375203749999", "Ujang Contoh", 3]]) },
    };

    [Theory]
    [MemberData(nameof(Spellings))]
    public void The_same_two_people_are_read_from(string spelling, byte[] file)
    {
        var (format, rows) = Read(file);
        Assert.True(rows.Count == 2, $"{spelling} ({format}): {rows.Count} rows");
        Assert.Equal(["3204371203749999", "3204375203749999"], rows.Select(r => r[RegistryColumns.NationalId].Text));
        Assert.Equal(["Siti Contoh", "Ujang Contoh"], rows.Select(r => r[RegistryColumns.Name].Text));
        Assert.Equal(["2", "3"], rows.Select(r => r[RegistryColumns.Decile].Text));
        Assert.All(rows, r => Assert.False(r[RegistryColumns.NationalId].IsShortened));
    }

    [Fact]
    public void Letters_of_an_older_encoding_are_read()
    {
        var file = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes("NIK;Nama\r\n3204371203749999;Café Contoh\r\n");
        Assert.Equal("Café Contoh", Assert.Single(Read(file).Rows)[RegistryColumns.Name].Text);
    }

    [Theory]
    [InlineData("3,20437E+15")]
    [InlineData("3.20437120374E+15")]
    public void A_number_that_was_shortened_is_known_as_such(string cell) =>
        Assert.True(Assert.Single(Read(Encoding.UTF8.GetBytes($"NIK;Nama\r\n{cell};Siti\r\n")).Rows)[RegistryColumns.NationalId].IsShortened);

    [Fact]
    public void Sixteen_digits_that_a_workbook_keeps_as_a_number_have_lost_their_last_ones() =>
        Assert.True(Assert.Single(Read(Workbook([["NIK", "Nama"], [3204371203740000d, "Siti"]])).Rows)[RegistryColumns.NationalId].IsShortened);

    [Fact]
    public void A_line_that_ends_early_is_told_from_one_with_empty_cells()
    {
        var rows = Read(Encoding.UTF8.GetBytes("NIK;Nama;Desil\r\n3204371203749999;Siti;\r\n32043712037")).Rows;
        Assert.Equal([false, true], rows.Select(r => r.IsShort));
    }

    [Fact]
    public void A_quotation_that_is_never_closed_spoils_its_own_line_alone()
    {
        var rows = Read(Encoding.UTF8.GetBytes("NIK;Nama;Desil\r\n3204371203749999;\"Siti;2\r\n3204375203749999;Ujang;3\r\n")).Rows;
        Assert.Equal([true, false], rows.Select(r => r.IsShort));
    }

    public static TheoryData<string, byte[]> Refused() => new()
    {
        { "import_formula", Workbook([["NIK", "Nama"], ["3204371203749999", "Siti"]], sheet => sheet.Replace("<x:v>", "<x:f>A1&amp;\"x\"</x:f><x:v>", StringComparison.Ordinal).Replace("<v>", "<f>A1&amp;\"x\"</f><v>", StringComparison.Ordinal)) },
        { "import_cut_off", Workbook([["NIK", "Nama"], ["3204371203749999", "Siti"]])[..900] },
        { "import_not_a_list", Zip(("foto.jpg", "x")) },
        { "import_bursting", Zip(("xl/workbook.xml", "<workbook/>"), ("xl/worksheets/sheet1.xml", "<worksheet>" + new string(' ', 30 << 20) + "</worksheet>")) },
        { "import_no_headings", Encoding.UTF8.GetBytes("3204371203749999;Siti;2\r\n3204375203749999;Ujang;3\r\n") },
        { "import_not_a_list", [0x4D, 0x5A, 0, 0, 1, 2, 3, 4] },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_file_that_cannot_be_trusted_is_refused_by_name(string code, byte[] file) =>
        Assert.Equal(code, Assert.Throws<UnreadableListException>(() => Read(file)).Code);

    internal static byte[] Workbook(object?[][] rows, Func<string, string>? change = null)
    {
        using var file = new MemoryStream();
        file.SaveAs(rows.Select(r => r.Select((cell, at) => (Key: $"c{at}", cell)).ToDictionary(c => c.Key, c => c.cell)), printHeader: false);
        if (change is not null)
        {
            using var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true);
            var sheet = zip.Entries.Single(e => e.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal));
            string text;
            using (var reader = new StreamReader(sheet.Open()))
            {
                text = change(reader.ReadToEnd());
            }

            var name = sheet.FullName;
            sheet.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(name).Open());
            writer.Write(text);
        }

        return file.ToArray();
    }

    private static byte[] Zip(params (string Name, string Content)[] entries)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(content);
            }
        }

        return file.ToArray();
    }

    private static (ImportFormat Format, List<ImportRow> Rows) Read(byte[] bytes)
    {
        using var file = new MemoryStream(bytes);
        var format = bytes.AsSpan().StartsWith("PK"u8) ? ImportFormat.Xlsx : ImportFormat.Csv;
        if (format == ImportFormat.Xlsx)
        {
            XlsxCheck.Look(file, CancellationToken.None);
        }

        var headings = ImportList.FindHeadings(file, format, RegistryColumns.All);
        return (format, [.. ImportList.Rows(file, format, headings.Row, headings.Known, RegistryColumns.All)]);
    }
}
