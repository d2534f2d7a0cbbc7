using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Demo;
using SlrtBot.Host.Demo;

namespace SlrtBot.Host.Verbs;

internal static class FillInDemo
{
    private const int UsualCount = 1000;

    private static readonly Option<int> Count = new("--complaints")
    {
        Description = $"How many complaints, up to {DemoPlan.Most}.",
        HelpName = "N",
        DefaultValueFactory = _ => UsualCount,
        Validators =
        {
            told =>
            {
                // A word that is no number has been refused already.
                if (told.Errors.Any() || told.GetValueOrDefault<int>() is < 1 or > DemoPlan.Most)
                {
                    told.AddError($"--complaints is a number from 1 to {DemoPlan.Most}.");
                }
            },
        },
    };

    private static readonly Option<long> Seed = new("--seed")
    {
        Description = "The same seed, count and date give the same demo.",
        HelpName = "S",
        DefaultValueFactory = _ => PrepareDemo.UsualSeed,
    };

    private static readonly Option<DateOnly?> Until = new("--until")
    {
        Description = "The day before which it all happens; today otherwise.",
        HelpName = "YYYY-MM-DD",
        CustomParser = told =>
        {
            if (DateOnly.TryParseExact(told.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return day;
            }

            told.AddError("--until is a day like 2026-11-24.");
            return null;
        },
    };

    private static readonly Option<bool> NoIndex = new("--no-search-index")
    {
        Description = "Leave out the index of words: faster, and nothing is found by words.",
    };

    private static readonly Option<bool> NoAccounts = new("--no-accounts")
    {
        Description = "Add no account that anybody could sign in with: the database may then serve in Production, to be measured.",
    };

    public static Verb Verb { get; } = new(
        "demo-data", VerbKind.Writes, "Fill in made-up staff, partners and complaints, for trying out and for measuring.", RunAsync)
    {
        Options = [Count, Seed, Until, NoIndex, NoAccounts],
    };

    private static async Task<int> RunAsync(VerbCall call, CancellationToken cancellationToken)
    {
        var services = call.Services;
        DemoRule.AssertAllowed(services.GetRequiredService<IConfiguration>(), services.GetRequiredService<IHostEnvironment>());
        var demo = services.GetRequiredService<PrepareDemo>();
        await services.GetRequiredService<PrepareAreas>().AtStartAsync(cancellationToken);
        var plan = new DemoPlan(call.Value(Count), call.Value(Seed), call.Value(Until) ?? demo.Today, !call.Value(NoIndex));
        if (!call.Value(NoAccounts) && await services.GetRequiredService<DemoStart>().AddAccountsAsync(cancellationToken) is { } password)
        {
            await call.Out.WriteLineAsync($"Accounts named like their roles (manager, analyst, facilitator …), password {password}.");
        }

        var watch = Stopwatch.StartNew();
        var filled = await demo.RunAsync(plan, call.Provenance, new Lines(call.Out, watch), cancellationToken);
        var perSecond = filled.Rows / Math.Max(watch.Elapsed.TotalSeconds, 0.001);
        await call.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{filled.Complaints} complaints filled in, {filled.Found} were there; {filled.Rows} rows in {watch.Elapsed.TotalSeconds:F1} s ({perSecond:F0} rows/s)."));
        return ExitCode.Done;
    }

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
