using System.Globalization;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;
using Xunit.Abstractions;

namespace SlrtBot.Bot.Tests.Dialogs;

/// <summary>How many messages and taps it takes from hello to the number, for people who go about it in their own ways.</summary>
public sealed class WaysTests(ITestOutputHelper output)
{
    private const int MostForTheDirect = 9;

    /// <summary>Each word by word, bars between; "direct" says at once what it is about.</summary>
    private static readonly (string Who, bool IsDirect, string Says)[] Ways =
    [
        ("tells all at once, types the village", true,
            "bansos saya sudah 3 bulan belum cair tanpa penjelasan|setuju|betul|Sadu|lewati|Siti Aminah, 081234567890|lewati|kirim"),
        ("says who she is in the story", true,
            "nama saya Siti hp 081234567890, bansos saya di desa Sadu tiga bulan belum cair|setuju|betul|lewati|lewati|kirim"),
        ("names the village in the story", true,
            "bantuan beras saya di desa Sadu sudah tiga bulan tidak datang|ya|betul|lewati|Siti, 081234567890|lewati|kirim"),
        ("types in haste", true,
            "bansos sy blm cair 3 bln pdhl tetanga dpt|setju|sy sndiri|btul|sadu soreang|lewat|siti 081234567890|lewat|krim"),
        ("sends a photo with words first", true,
            "(photo: ijazah anak saya ditahan sekolah karena belum bayar)|setuju|saya|betul|Sadu|Siti 081234567890|kirim"),
        ("speaks for her mother", true,
            "ibu saya dicoret dari PKH padahal dulu dapat|setuju|ibu saya|Mak Icih|betul|Sadu|lewati|Siti 081234567890|lewati|kirim"),
        ("wants to stay unnamed", true,
            "petugas desa minta uang 50 ribu untuk tanda tangan bantuan|setuju|saya|betul|petugas desa|lewati|Sadu|lewati|rahasiakan|kirim"),
        ("is in danger", true,
            "tolong banjir sudah masuk rumah kami setinggi dada|sudah aman|setuju|betul|Sadu|lewati|Siti 081234567890|kirim"),
        ("writes Sundanese", true,
            "bantosan abdi teu acan cair tos tilu sasih|muhun|leres|Sadu|teu aya|Siti, 081234567890|lewati|kintun"),
        ("has scanned the poster", true,
            "/start d_3204372002|bansos saya sudah 3 bulan belum cair tanpa penjelasan|setuju|betul|ya|lewati|Siti 081234567890|lewati|kirim"),
        ("follows the questions, typing", false,
            "halo|lapor|setuju|saya|sekolah|ijazah anak saya ditahan sekolah|selesai|Sadu|lewati|Siti 081234567890|kirim"),
        ("follows the questions, with a NIK", false,
            "halo|lapor|setuju|saya|kesehatan|sakit|suami saya sakit dan tidak punya biaya|selesai|Sadu|lewati|Siti, 081234567890|3204371203749999|kirim"),
        ("only taps what can be tapped", false,
            "/start|[Sampaikan keluhan]|[Setuju, lanjut]|[Saya sendiri]|[Bantuan uang & pangan]|[Belum cair / saldo nol]|beras tidak datang tiga bulan|[Selesai bercerita]|Sadu|[Lewati]|Siti 081234567890|[Lewati]|[Kirim laporan]"),
        ("sends her voice", false,
            "halo|lapor|setuju|saya|rumah|(voice)|selesai|Sadu|lewati|Siti 081234567890|kirim"),
    ];

    [Theory, OnSqlite]
    public async Task The_table_of_the_documentation_is_what_the_ways_take(DatabaseProvider provider)
    {
        // Arrange
        var taken = new List<(string Who, bool IsDirect, int Messages)>();

        // Act
        foreach (var (who, isDirect, says) in Ways)
        {
            taken.Add((who, isDirect, await TakeAsync(provider, says)));
        }

        // Assert
        var table = Table(taken);
        output.WriteLine(table);
        Assert.InRange(Median(taken.Where(t => t.IsDirect)), 1, MostForTheDirect);
        Assert.InRange(Median(taken.Where(t => !t.IsDirect)), 1, 13);
        var documentation = File.ReadAllText(Path.Combine(Root(), "docs", "dialogs.md")).ReplaceLineEndings("\n");
        Assert.True(documentation.Contains(table, StringComparison.Ordinal), $"docs/dialogs.md does not have this table:\n{table}");
    }

    private static async Task<int> TakeAsync(DatabaseProvider provider, string says)
    {
        await using var chat = await ConversationScript.BeginAsync(provider);
        var messages = 0;
        foreach (var said in says.Split('|'))
        {
            await chat.PlayAsync($"> {said}");
            await chat.WaitAsync();
            messages++;
        }

        await chat.PlayAsync("< ✅ Laporan terkirim.");
        return messages;
    }

    private static string Table(List<(string Who, bool IsDirect, int Messages)> taken) => string.Join('\n', [
        "| A resident who | messages and taps |",
        "|---|---|",
        .. taken.Select(t => $"| {t.Who} | {t.Messages} |"),
        $"| median of those who say at once what it is about | {Shown(Median(taken.Where(t => t.IsDirect)))} |",
        $"| median of those who follow the questions | {Shown(Median(taken.Where(t => !t.IsDirect)))} |",
    ]);

    private static double Median(IEnumerable<(string Who, bool IsDirect, int Messages)> taken)
    {
        var sorted = taken.Select(t => t.Messages).Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2.0;
    }

    private static string Shown(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Root()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory!.FullName, "SlrtBot.sln")))
        {
            directory = directory.Parent;
        }

        return directory.FullName;
    }
}
