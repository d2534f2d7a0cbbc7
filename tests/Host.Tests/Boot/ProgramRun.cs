namespace SlrtBot.Host.Tests.Boot;

/// <summary>Runs the whole program in this process, with a data directory of its own, and keeps what it said.</summary>
internal sealed class ProgramRun : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("slrt-boot-").FullName;

    public ProgramRun() => DataDirectory = Path.Combine(_directory, "data");

    public string DataDirectory { get; init; }

    public string Environment { get; init; } = "Production";

    public StringWriter Out { get; private set; } = new();

    public StringWriter Error { get; private set; } = new();

    public Task<int> VerbAsync(params string[] arguments) => RunAsync(TextReader.Null, new StringWriter(), arguments, CancellationToken.None);

    public Task<int> VerbAsync(TextReader input, params string[] arguments) => RunAsync(input, new StringWriter(), arguments, CancellationToken.None);

    /// <summary>Serves until the banner is out, and lets the caller look around before it stops.</summary>
    /// <param name="look">Gets the address that the program listens on.</param>
    public async Task<int> ServeAsync(Func<HttpClient, Task> look, params string[] settings)
    {
        using var stop = new CancellationTokenSource();
        var banner = new BannerWriter();
        var serving = RunAsync(TextReader.Null, banner, ["--urls=http://127.0.0.1:0", .. settings], stop.Token);
        if (await Task.WhenAny(serving, banner.Written) == serving)
        {
            return await serving;
        }

        var address = Line("Health").Split(' ')[^1].Replace("/healthz/ready", "", StringComparison.Ordinal);
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        await look(client);
        await stop.CancelAsync();
        return await serving;
    }

    /// <summary>Told to stop before it has begun to serve.</summary>
    public Task<int> StopWhileStartingAsync() => RunAsync(TextReader.Null, new StringWriter(), ["--urls=http://127.0.0.1:0"], new CancellationToken(canceled: true));

    /// <summary>The banner's line of that name.</summary>
    public string Line(string name) => Out.ToString().Split('\n').Single(l => l.StartsWith($"  {name} ", StringComparison.Ordinal)).Trim();

    public string File(string name, string text)
    {
        var path = Path.Combine(_directory, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private Task<int> RunAsync(TextReader input, StringWriter output, string[] arguments, CancellationToken cancellationToken)
    {
        Out = output;
        Error = new StringWriter();
        var terminal = new Terminal(input, Out, Error, InputIsRedirected: true);
        string[] all = [.. arguments, $"--environment={Environment}", $"--Data:Directory={DataDirectory}", $"--contentRoot={_directory}"];
        return Task.Run(() => Launch.RunAsync(all, terminal, cancellationToken), CancellationToken.None);
    }

    private sealed class BannerWriter : StringWriter
    {
        private readonly TaskCompletionSource _written = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Written => _written.Task;

        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            _written.TrySetResult();
        }
    }
}
