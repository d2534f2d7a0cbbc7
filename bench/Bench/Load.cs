using System.Diagnostics;
using System.Globalization;

namespace SlrtBot.Bench;

/// <summary>
/// Who used the processor meanwhile. Time of the program's own process says what a turn costs, however busy the machine
/// is with other things; what others used says how far the rates and latencies may be believed.
/// </summary>
internal sealed class Load(BotProcess program)
{
    /// <summary>Of /proc/stat, in hundredths of a second (proc(5), USER_HZ).</summary>
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);

    private readonly long _begun = Stopwatch.GetTimestamp();
    private readonly TimeSpan _program = program.ProcessorTime;
    private readonly TimeSpan _generator = Environment.CpuUsage.TotalTime;
    private readonly TimeSpan _machine = Machine();

    public double Seconds => Stopwatch.GetElapsedTime(_begun).TotalSeconds;

    /// <param name="count">Turns or requests that were served.</param>
    public IEnumerable<(string What, string Found)> Lines(int count)
    {
        var seconds = Seconds;
        var (program1, generator) = (program.ProcessorTime - _program, Environment.CpuUsage.TotalTime - _generator);
        var others = Machine() - _machine - program1 - generator;
        yield return ("processor time each, program / generator", Text($"{program1.TotalMicroseconds / count:F0} / {generator.TotalMicroseconds / count:F0} µs"));
        yield return (
            $"cores used, program / generator / others, of {Environment.ProcessorCount}",
            Text($"{program1.TotalSeconds / seconds:F1} / {generator.TotalSeconds / seconds:F1} / {others.TotalSeconds / seconds:F1}"));
    }

    private static string Text(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);

    private static TimeSpan Machine()
    {
        var fields = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(f => long.Parse(f, CultureInfo.InvariantCulture)).ToList();

        // user, nice, system, (idle, iowait,) irq, softirq: guests are in user already.
        return Tick * (fields[0] + fields[1] + fields[2] + fields[5] + fields[6]);
    }
}
