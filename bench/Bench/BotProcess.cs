using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace SlrtBot.Bench;

/// <summary>The program itself, as a child process, with the settings of Production unless it is a developer's.</summary>
internal sealed class BotProcess(Place place, BotApi? api) : IAsyncDisposable
{
    public const string Secret = "a-secret-of-forty-three-characters-0123456789";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private Process? _process;

    /// <summary>Else as a developer runs it, from the build output.</summary>
    public bool IsPublished { get; init; } = true;

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}");

    /// <summary>Starts it and waits until it says that it is ready.</summary>
    public async Task StartAsync()
    {
        _process = Start([]);
        Discard(_process);
        using var http = new HttpClient { BaseAddress = Address };
        var begun = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(begun) < Patience)
        {
            try
            {
                using var ready = await http.GetAsync(new Uri("/healthz/ready", UriKind.Relative));
                if (ready.StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            if (_process.HasExited)
            {
                throw new InvalidOperationException($"The program ended with {_process.ExitCode}.");
            }

            await Task.Delay(20);
        }

        throw new TimeoutException("The program did not become ready.");
    }

    /// <summary>Runs a verb to its end.</summary>
    /// <returns>What it printed.</returns>
    public async Task<string> VerbAsync(string? input, params string[] arguments)
    {
        using var verb = Start(arguments);
        var errors = verb.StandardError.ReadToEndAsync();
        await verb.StandardInput.WriteLineAsync(input ?? "");
        verb.StandardInput.Close();
        var output = await verb.StandardOutput.ReadToEndAsync();
        await verb.WaitForExitAsync();
        return verb.ExitCode == 0 ? output.Trim() : throw new InvalidOperationException($"{arguments[0]} ended with {verb.ExitCode}: {await errors}");
    }

    /// <summary>As a power cut would.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    public TimeSpan ProcessorTime
    {
        get
        {
            _process!.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>The most that it has held at once (proc(5), VmHWM).</summary>
    public long PeakMegabytes => long.Parse(
        File.ReadLines($"/proc/{_process!.Id}/status").First(l => l.StartsWith("VmHWM", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
        System.Globalization.CultureInfo.InvariantCulture) / 1024;

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            await KillAsync();
        }
    }

    private Process Start(string[] arguments)
    {
        var program = IsPublished ? Find("artifacts/bench/SlrtBot.Host.dll") : Find("src/Host/bin/Release/net10.0/SlrtBot.Host.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            // Where its own files lie: pages name some of them.
            WorkingDirectory = IsPublished ? Path.GetDirectoryName(program) : Path.GetFullPath("../../..", Path.GetDirectoryName(program)!),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        (string Key, string Value)[] settings =
        [
            .. place.Settings,
            ("ASPNETCORE_ENVIRONMENT", IsPublished ? "Production" : "Development"),
            ("ASPNETCORE_URLS", Address.ToString()),
            ("Host__TrustedProxies", "127.0.0.1"),
            ("Telegram__MessagesPerSecond", "0"),

            // Every update is answered: what is waited for on purpose is no turn.
            ("Slrt__Talk__StoryPauseSeconds", "0"),
            ("Slrt__Talk__MessagesPerMinute", "0"),
            // What is measured is a turn, not the pause after a story.
            ("Slrt__Talk__StoryPauseSeconds", "0"),
            .. api is null ? [] : new[]
            {
                ("Telegram__BotToken", BotApi.Token), ("Telegram__ApiBaseUrl", api.Address), ("Telegram__Mode", "Webhook"),
                ("Telegram__WebhookSecret", Secret), ("Telegram__BotUsername", "slrt_uji_bot"),
            },
        ];
        foreach (var (key, value) in settings)
        {
            start.Environment[key] = value;
        }

        return Process.Start(start)!;
    }

    private static void Discard(Process process)
    {
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    private static string Find(string path)
    {
        for (var up = new DirectoryInfo(AppContext.BaseDirectory); up is not null; up = up.Parent)
        {
            var found = Path.Combine(up.FullName, path);
            if (File.Exists(found))
            {
                return found;
            }
        }

        throw new FileNotFoundException($"Publish the program first (bench/run publish): there is no {path}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
