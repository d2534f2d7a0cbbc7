using System.Diagnostics;
using System.Globalization;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Demo;
using SlrtBot.Host.Demo;

namespace SlrtBot.Host.Verbs;

internal static class FillInDemo
{
    private const int UsualCount = 1000;

    private static readonly VerbOption Count = new("complaints", $"How many complaints, up to {DemoPlan.Most}; {UsualCount} otherwise.", "N");
    private static readonly VerbOption Seed = new("seed", "The same seed, count and date give the same demo; 1 otherwise.", "S");
    private static readonly VerbOption Until = new("until", "The day before which it all happens; today otherwise.", "YYYY-MM-DD");
    private static readonly VerbOption NoIndex = new("no-search-index", "Leave out the index of words: faster, and nothing is found by words.");

    public static Verb Verb { get; } = new(
        "demo-data", VerbKind.Writes, "Fill in made-up staff, partners and complaints, for trying out and for measuring.", RunAsync)
    {
        Options = [Count, Seed, Until, NoIndex],
    };

    private static async Task<int> RunAsync(VerbCall call, CancellationToken cancellationToken)
    {
        var services = call.Services;
        var (count, seed, until) = (ReadCount(call), ReadSeed(call), ReadDay(call));
        DemoRule.AssertAllowed(services.GetRequiredService<IConfiguration>(), services.GetRequiredService<IHostEnvironment>());
        var demo = services.GetRequiredService<PrepareDemo>();
        await services.GetRequiredService<PrepareAreas>().AtStartAsync(cancellationToken);
        var plan = new DemoPlan(count, seed, until ?? demo.Today, !call.Has(NoIndex.Name));
        var watch = Stopwatch.StartNew();
        var filled = await demo.RunAsync(plan, call.Provenance, new Lines(call.Out, watch), cancellationToken);
        var perSecond = filled.Rows / Math.Max(watch.Elapsed.TotalSeconds, 0.001);
        await call.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{filled.Complaints} complaints filled in, {filled.Found} were there; {filled.Rows} rows in {watch.Elapsed.TotalSeconds:F1} s ({perSecond:F0} rows/s)."));
        return ExitCode.Done;
    }

    private static int ReadCount(VerbCall call) => call.Value(Count.Name) switch
    {
        null => UsualCount,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= DemoPlan.Most => count,
        _ => throw new WrongCallException($"--{Count.Name} is a number from 1 to {DemoPlan.Most}."),
    };

    private static long ReadSeed(VerbCall call) => call.Value(Seed.Name) switch
    {
        null => PrepareDemo.UsualSeed,
        var text when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seed) => seed,
        _ => throw new WrongCallException($"--{Seed.Name} is a whole number."),
    };

    private static DateOnly? ReadDay(VerbCall call) => call.Value(Until.Name) switch
    {
        null => null,
        var text when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day,
        _ => throw new WrongCallException($"--{Until.Name} is a day like 2026-11-24."),
    };

    /// <summary>A line every few seconds: a large demo takes minutes.</summary>
    private sealed class Lines(TextWriter output, Stopwatch watch) : IProgress<DemoProgress>
    {
        private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);
        private readonly Lock _gate = new();
        private TimeSpan _last;

        public void Report(DemoProgress value)
        {
            lock (_gate)
            {
                if (watch.Elapsed - _last >= Every)
                {
                    _last = watch.Elapsed;
                    output.WriteLine($"{value.Complaints} of {value.Of} complaints after {watch.Elapsed.TotalSeconds:F0} s");
                }
            }
        }
    }
}
