using System.Diagnostics;

namespace SlrtBot.Host.Tests.Trust;

/// <summary>The program in a process of its own, with the real clock, so that it can be killed.</summary>
internal sealed class ChildProgram : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly Process _process;
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> _said = [];

    private ChildProgram(Process process) => _process = process;

    /// <summary>Everything that it wrote so far.</summary>
    public string Said
    {
        get
        {
            lock (_said)
            {
                return string.Join('\n', _said);
            }
        }
    }

    /// <summary>Starts it and waits until its doors are open.</summary>
    public static async Task<ChildProgram> StartAsync(string directory, IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = directory,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, $"{typeof(Launch).Assembly.GetName().Name}.dll"));
        start.ArgumentList.Add("--urls=http://127.0.0.1:0");
        start.ArgumentList.Add("--environment=Production");
        foreach (var (key, value) in settings)
        {
            start.ArgumentList.Add($"--{key}={value}");
        }

        var child = new ChildProgram(new Process { StartInfo = start, EnableRaisingEvents = true });
        child._process.OutputDataReceived += (_, line) => child.Hear(line.Data);
        child._process.ErrorDataReceived += (_, line) => child.Hear(line.Data);
        child._process.Exited += (_, _) => child._ready.TrySetException(new InvalidOperationException($"It ended: {child.Said}"));
        child._process.Start();
        child._process.BeginOutputReadLine();
        child._process.BeginErrorReadLine();
        await child._ready.Task.WaitAsync(Patience);
        return child;
    }

    /// <summary>As a power cut would.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private void Hear(string? line)
    {
        lock (_said)
        {
            _said.Add(line ?? "");
        }

        if (line?.StartsWith("  Health ", StringComparison.Ordinal) == true)
        {
            _ready.TrySetResult();
        }
    }
}
