using System.Globalization;

namespace SlrtBot.Core.Backups;

/// <summary>The nightly backups: which there are, and which have had their time.</summary>
public sealed class BackupShelf(BackupOptions options)
{
    private const string Form = "'slrt-'yyyyMMdd-HHmmss'Z.backup'";
    private const int Days = 7;
    private const int Weeks = 4;

    /// <summary>Who was erased is gone from the last backup after this time (docs/domain.md, retention).</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(35);

    /// <summary>UTC; null when none was ever made.</summary>
    public DateTime? Newest => Taken().Select(t => (DateTime?)t).FirstOrDefault();

    /// <summary>The file of a backup taken at that instant (UTC); its folder is there.</summary>
    public string PathOf(DateTime taken)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(options.Directory);
        }
        else
        {
            Directory.CreateDirectory(options.Directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return Path.Combine(options.Directory, taken.ToString(Form, CultureInfo.InvariantCulture));
    }

    public void Prune(DateTime now)
    {
        foreach (var taken in Outdated(Taken(), now))
        {
            File.Delete(PathOf(taken));
        }
    }

    /// <summary>All but the newest of each of the last seven days and of the last four weeks that have one.</summary>
    internal static IReadOnlyList<DateTime> Outdated(IReadOnlyList<DateTime> newestFirst, DateTime now)
    {
        var kept = newestFirst.GroupBy(t => t.Date).Take(Days).Select(d => d.First())
            .Concat(newestFirst.GroupBy(t => (ISOWeek.GetYear(t), ISOWeek.GetWeekOfYear(t))).Take(Weeks).Select(w => w.First()))
            .Where(t => now - t <= Longest).ToHashSet();
        return [.. newestFirst.Where(t => !kept.Contains(t))];
    }

    private IReadOnlyList<DateTime> Taken() => !Directory.Exists(options.Directory) ? [] :
    [
        .. Directory.EnumerateFiles(options.Directory, "slrt-*.backup")
            .Select(f => DateTime.TryParseExact(
                Path.GetFileName(f), Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var taken) ? taken : default)
            .Where(t => t != default).OrderDescending(),
    ];
}
