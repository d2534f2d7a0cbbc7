using SlrtBot.Core.Areas;

namespace SlrtBot.Core.Complaints.Promises;

/// <summary>The service day of a promise, counted from its segments alone.</summary>
public static class PromiseDay
{
    /// <summary>
    /// Working days count while the clock runs. What is laid aside takes the days that were left with it and finds them again
    /// afterwards; a promise that was broken before stays broken.
    /// </summary>
    /// <param name="segments">Of one complaint, oldest first; its newest promise is counted.</param>
    /// <param name="calendarOf">The calendar of a version: days of a segment count as they did when it was written.</param>
    /// <returns>While the clock stands: the day as it was when it last ran.</returns>
    /// <exception cref="ArgumentException">No promise begins in them.</exception>
    public static DateOnly Of(IReadOnlyList<PromiseSegment> segments, string villageCode, Func<string, WorkingCalendar> calendarOf)
    {
        var begun = segments.Select(s => s.Days is not null).ToList().LastIndexOf(true);
        if (begun < 0)
        {
            throw new ArgumentException("No promise begins in these segments.", nameof(segments));
        }

        var (left, due) = (segments[begun].Days!.Value, default(DateOnly));
        for (var i = begun; i < segments.Count; i++)
        {
            if (segments[i].Clock != PromiseClock.Running)
            {
                continue;
            }

            var calendar = calendarOf(segments[i].Calendar);
            var from = calendar.CountsFrom(segments[i].FromAt, villageCode);
            due = calendar.AddWorkingDays(from, left, villageCode);
            if (i + 1 < segments.Count)
            {
                var end = segments[i + 1].FromAt;
                if (calendar.DayOf(end, villageCode) > due)
                {
                    break;
                }

                left = Math.Max(0, left - calendar.WorkingDaysBetween(from, calendar.CountsFrom(end, villageCode), villageCode));
            }
        }

        return due;
    }
}
