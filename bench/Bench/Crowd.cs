using System.Diagnostics;

namespace SlrtBot.Bench;

/// <summary>Residents who lodge complaints over the webhook, and how long everything took.</summary>
internal sealed class Crowd(BotApi api, Webhook webhook)
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // Of all crowds: nobody comes twice, or the bot would go on where they left off.
    private static long _resident = 7_000_000_000;

    private int _unanswered;
    private string? _stuck;

    public Times Acknowledged { get; } = new();

    public Times Replied { get; } = new();

    public bool Holds => _unanswered == 0;

    /// <summary>How many, and what was heard instead the first time.</summary>
    public string Unanswered => $"{_unanswered}{_stuck}";

    public Resident Enter()
    {
        var resident = new Resident(Interlocked.Increment(ref _resident));
        api.Add(resident);
        return resident;
    }

    /// <summary>One turn: says it, waits for the answer.</summary>
    /// <returns>False when no answer came.</returns>
    public async Task<bool> TurnAsync(Resident resident, Line line)
    {
        var heard = resident.WaitFor(line.Hears);
        var begun = Stopwatch.GetTimestamp();
        if (!await webhook.PostAsync(webhook.Says(resident, line.Says)))
        {
            Interlocked.Increment(ref _unanswered);
            return false;
        }

        Acknowledged.Add(Stopwatch.GetElapsedTime(begun));
        if (!await Resident.HasHeardAsync(heard, Patience))
        {
            Interlocked.Increment(ref _unanswered);
            _stuck ??= $": '{line.Says}' was answered with '{string.Join(" / ", resident.Heard.TakeLast(1))}'";
            return false;
        }

        Replied.Add(Stopwatch.GetElapsedTime(begun));
        return true;
    }

    /// <summary>One after the other lodges a complaint, each a new person, until the time is up.</summary>
    public async Task LodgeUntilAsync(CancellationToken timeUp)
    {
        while (!timeUp.IsCancellationRequested)
        {
            var resident = Enter();
            foreach (var line in Line.Complaint)
            {
                if (timeUp.IsCancellationRequested || !await TurnAsync(resident, line))
                {
                    break;
                }
            }

            api.Remove(resident);
        }
    }
}
