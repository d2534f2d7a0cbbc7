namespace SlrtBot.Bench;

/// <summary>One person's chat: what the bot has said in it, and what the person waits for.</summary>
internal sealed class Resident(long id)
{
    private readonly Lock _gate = new();
    private readonly List<string> _heard = [];
    private string? _wanted;
    private TaskCompletionSource? _found;

    public long Id => id;

    /// <summary>Everything that arrived, in order.</summary>
    public IReadOnlyList<string> Heard
    {
        get
        {
            lock (_gate)
            {
                return [.. _heard];
            }
        }
    }

    /// <summary>Completes with the next message that holds these words.</summary>
    public Task WaitFor(string words)
    {
        lock (_gate)
        {
            _wanted = words;
            _found = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _found.Task;
        }
    }

    /// <returns>False when it did not come in time.</returns>
    public static async Task<bool> HasHeardAsync(Task heard, TimeSpan patience)
    {
        await heard.WaitAsync(patience).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return heard.IsCompletedSuccessfully;
    }

    public void Hear(string text)
    {
        TaskCompletionSource? found = null;
        lock (_gate)
        {
            _heard.Add(text);
            if (_wanted is not null && text.Contains(_wanted, StringComparison.Ordinal))
            {
                (found, _found, _wanted) = (_found, null, null);
            }
        }

        found?.SetResult();
    }
}

/// <summary>What a resident says, and words of the answer.</summary>
internal sealed record Line(string Says, string Hears)
{
    /// <summary>From the first word to the number, typed: eleven turns.</summary>
    public static IReadOnlyList<Line> Complaint { get; } =
    [
        new("lapor", "Apakah Anda setuju?"),
        new("setuju", "Langkah 1 dari 6"),
        new("saya sendiri", "Langkah 2 dari 6"),
        new("sekolah", "Langkah 3 dari 6"),
        new("ijazah anak saya ditahan sekolah karena belum lunas", "Selesai bercerita"),
        new("selesai", "Langkah 4 dari 6"),
        new("Sadu", "Langkah 5 dari 6"),
        new("lewati", "Langkah 6 dari 6"),
        new("Siti Aminah", "nomor HP"),
        new("0840 3456 7890", "Periksa dulu"),
        new("kirim", "Laporan terkirim"),
    ];
}
