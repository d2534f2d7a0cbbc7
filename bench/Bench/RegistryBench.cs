using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace SlrtBot.Bench;

/// <summary>A list of the poverty data comes in while the office works: how long, with how much memory, and how the queue fares; then one look-up.</summary>
internal static class RegistryBench
{
    private const string Header = "NIK;NOKK;Nama;Tanggal Lahir;Jenis Kelamin;Kode Desa;Alamat;Desil;PKH;BPNT;Padan Dukcapil";
    private const string Queue = "/queue";
    private static readonly string[] Names = ["Siti Aminah", "Ujang Koswara", "Euis Rohaeti", "Asep Saepudin", "Neng Sari", "Dadang Hidayat", "Cucu Suryani", "Oneng Kartika"];

    public static async Task<Findings> RunAsync(BenchOptions options, Place place)
    {
        await using var program = new BotProcess(place, null);
        await program.VerbAsync(null, "demo-data", "--environment=Development", "--no-accounts", "--complaints", options.Complaints.ToString(CultureInfo.InvariantCulture));
        await Desk.HireAsync(program);
        var list = Path.GetTempFileName();
        try
        {
            await WriteAsync(list, options.Rows);
            await program.StartAsync();
            using var http = await Desk.SignInAsync(program.Address);
            var (alone, failedAlone) = await LoadAsync(http, options.WarmUp + TimeSpan.FromSeconds(options.Seconds), CancellationToken.None);
            var before = program.PeakMegabytes;
            using var stored = new CancellationTokenSource();
            var meanwhile = LoadAsync(http, TimeSpan.FromMinutes(20), stored.Token);
            var begun = Stopwatch.GetTimestamp();
            var said = await program.VerbAsync(null, "registry", "import", list, "--as-of", "2026-01-01");
            var took = Stopwatch.GetElapsedTime(begun);
            await stored.CancelAsync();
            var (during, failedDuring) = await meanwhile;
            var (looked, failedLooks) = await LookAsync(http, options);
            return new Findings(
                $"{options.Rows} rows beside {options.Complaints} complaints",
                [
                    ("stored", Text($"{took.TotalSeconds:F0} s, {options.Rows / took.TotalSeconds:F0} rows/s ({said.Split('\n')[^1]})")),
                    ("peak memory of the program, before / after", Text($"{before} / {program.PeakMegabytes} MB")),
                    ("the queue before, p50 / p95 / p99", $"{alone}"),
                    ("the queue meanwhile, p50 / p95 / p99", $"{during}"),
                    ("one person looked up by number, the whole page, p50 / p95 / p99", $"{looked}"),
                ],
                failedAlone + failedDuring + failedLooks == 0);
        }
        finally
        {
            File.Delete(list);
        }
    }

    /// <summary>Sixteen digits that are nobody's: their day is one that no calendar has.</summary>
    private static string Nik(int row) => Text($"32043735{row:D8}");

    private static async Task WriteAsync(string path, int rows)
    {
        await using var file = new StreamWriter(path);
        await file.WriteLineAsync(Header);
        for (var row = 0; row < rows; row++)
        {
            await file.WriteLineAsync(Text(
                $"{Nik(row)};32043701{row / 4:D8};{Names[row % Names.Length]};{1 + (row % 28):D2}/{1 + (row % 12):D2}/{1950 + (row % 60)};P;32.04.{5 + (row % 6):D2}.2001;Kp. Contoh RT {row % 9};{1 + (row % 5)};YA;TIDAK;YA"));
        }
    }

    private static async Task<(Times Times, int Failed)> LoadAsync(HttpClient http, TimeSpan time, CancellationToken stop)
    {
        var (times, failed, begun) = (new Times(), 0, Stopwatch.GetTimestamp());
        while (Stopwatch.GetElapsedTime(begun) < time && !stop.IsCancellationRequested)
        {
            var asked = Stopwatch.GetTimestamp();
            using var answer = await http.GetAsync(new Uri(Queue, UriKind.Relative), CancellationToken.None);
            await answer.Content.ReadAsByteArrayAsync(CancellationToken.None);
            times.Add(Stopwatch.GetElapsedTime(asked));
            failed += answer.StatusCode == HttpStatusCode.OK ? 0 : 1;
            await Task.Delay(20, CancellationToken.None);
        }

        return (times, failed);
    }

    private static async Task<(Times Times, int Failed)> LookAsync(HttpClient http, BenchOptions options)
    {
        var token = await Desk.TokenAsync(http, "/verification");
        var (times, failed, begun, row) = (new Times(), 0, Stopwatch.GetTimestamp(), 0);
        while (Stopwatch.GetElapsedTime(begun) < TimeSpan.FromSeconds(options.Seconds))
        {
            row = (row + 7919) % options.Rows;
            using var form = new FormUrlEncodedContent([new("NationalId", Nik(row)), new("Purpose", "complaint"), new("csrf", token)]);
            var asked = Stopwatch.GetTimestamp();
            using var answer = await http.PostAsync(new Uri("/verification", UriKind.Relative), form);
            var page = await answer.Content.ReadAsStringAsync();
            times.Add(Stopwatch.GetElapsedTime(asked));
            failed += answer.StatusCode == HttpStatusCode.OK && page.Contains(Nik(row)[^4..], StringComparison.Ordinal) ? 0 : 1;
        }

        return (times, failed);
    }

    private static string Text(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
