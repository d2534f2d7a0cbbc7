using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints.Promises;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Complaints;

/// <content>What its resident was promised, and whether that was kept.</content>
public sealed partial class Complaint
{
    private const int LeastPart = 4;

    /// <summary>The service day by which the resident was promised a first answer; follows from the segments, stored because queues go by it.</summary>
    public DateOnly PromiseOn { get; private set; }

    /// <summary>From this day on no more than a quarter of the promised working days is left; never before the promise began.</summary>
    public DateOnly? AtRiskOn { get; private set; }

    /// <summary>Set by a job when that day has come, while there is no answer.</summary>
    public bool IsAtRisk { get; private set; }

    /// <summary>Set by a job when an open complaint's promise has passed.</summary>
    public bool IsOverdue { get; private set; }

    /// <summary>When the resident asked superiors to look, the promise having passed; null again after the next move.</summary>
    public DateTime? RaisedAt { get; private set; }

    /// <summary>The promised day for which its resident was told that the answer may come later; null while nobody was.</summary>
    public DateOnly? DelayToldOn { get; private set; }

    /// <summary>The version of the calendar by which its newest segment counts; empty where none was written.</summary>
    public string PromiseCalendar { get; private set; } = "";

    /// <param name="today">The service day of the complaint's village.</param>
    public bool IsPast(DateOnly today) => StatusType == StatusType.Open && PromiseOn < today;

    /// <summary>Whether the clock runs again after a wait: only then is the day counted anew, from all segments.</summary>
    internal static bool EndsWait(Move<ComplaintStatus> row) =>
        row.To.Clock() == PromiseClock.Running && row.From.Clock() != PromiseClock.Running && !ComplaintWorkflow.BeginsPromise(row.Verb);

    internal void Raise(DateTime at) => RaisedAt = at;

    internal void NoteDelayTold() => DelayToldOn = PromiseOn;

    /// <summary>What is late is no longer only about to be.</summary>
    internal void MarkOverdue() => (IsOverdue, IsAtRisk) = (true, false);

    internal void MarkAtRisk() => IsAtRisk = true;

    /// <param name="days">Working days of the newest promise.</param>
    private void Promise(DateOnly on, int days, WorkingCalendar calendar)
    {
        PromiseOn = on;
        // A promise of a day or two is short from the start: it is at risk on its last day.
        AtRiskOn = calendar.WorkingDaysBefore(on, Math.Min((days + LeastPart - 1) / LeastPart, days - 1), VillageCode);
        IsAtRisk = false;
    }

    private static int DaysOf(IEnumerable<PromiseSegment> segments) => segments.Last(s => s.Days is not null).Days!.Value;

    /// <summary>
    /// The calendar is another than it was: from now on days count by the new one, what has passed stays counted as it was.
    /// </summary>
    /// <param name="before">All segments, oldest first.</param>
    /// <returns>The segment that begins now; null where the clock does not run, and where it counts so already.</returns>
    internal PromiseSegment? Recount(IReadOnlyList<PromiseSegment> before, DateTime at, WorkingCalendar calendar, Func<string, WorkingCalendar> calendarOf)
    {
        PromiseCalendar = calendar.Version;
        if (before is not [.., { Clock: PromiseClock.Running } last] || last.Calendar == calendar.Version || StatusType != StatusType.Open)
        {
            return null;
        }

        var segment = Segment(PromiseClock.Running, at, at, calendar);
        Promise(PromiseDay.Of([.. before, segment], VillageCode, calendarOf), DaysOf(before), calendar);
        return segment;
    }

    /// <summary>A day that its urgency brings forward; one that is sooner already stays.</summary>
    /// <param name="before">All segments, oldest first.</param>
    /// <returns>The segment that begins now; null where the clock does not run, and where the day stays.</returns>
    internal PromiseSegment? Hasten(IReadOnlyList<PromiseSegment> before, DateTime at, MoveTerms terms) =>
        before is [.., { Clock: not PromiseClock.Running }] || StatusType != StatusType.Open || terms.Calendar.DueOn(at, Days(terms), VillageCode) >= PromiseOn
            ? null
            : BeginPromise(at, terms);

    private int Days(MoveTerms terms) => terms.Limits.DaysFor(ComplaintCategory.Get(CategoryCode), Kind, Urgency, Concerns);

    private PromiseSegment BeginPromise(DateTime at, MoveTerms terms)
    {
        var days = Days(terms);
        Promise(terms.Calendar.DueOn(at, days, VillageCode), days, terms.Calendar);
        return Segment(PromiseClock.Running, at, at, terms.Calendar, days);
    }

    private List<PromiseSegment> MoveClock(Move<ComplaintStatus> row, DateTime at, MoveTerms terms, IReadOnlyList<PromiseSegment> before)
    {
        var calendar = terms.Calendar;
        var (was, now, isNew) = (row.From.Clock(), row.To.Clock(), ComplaintWorkflow.BeginsPromise(row.Verb));
        var added = new List<PromiseSegment>();
        if (now == PromiseClock.Stopped)
        {
            // Where it stops is the time at which the complaint is settled.
            return added;
        }

        if (was == PromiseClock.Stopped)
        {
            was = isNew ? PromiseClock.Stopped : PromiseClock.WithResident;
            added.Add(Segment(was, SettledAt ?? MovedAt, at, calendar));
        }

        if (isNew)
        {
            added.Add(BeginPromise(at, terms));
        }
        else if (now != was)
        {
            added.Add(Segment(now, at, at, calendar));
            if (EndsWait(row))
            {
                added.InsertRange(0, Unwritten(before, at, calendar));
                PromiseSegment[] all = [.. before.Concat(added).OrderBy(s => s.FromAt).ThenBy(s => s.Id)];
                Promise(PromiseDay.Of(all, VillageCode, _ => calendar), DaysOf(all), calendar);
            }
        }

        return added;
    }

    /// <summary>
    /// A complaint that was lodged before segments were written has run since then towards the day that it was promised, and
    /// stands since its last move where none of them tells.
    /// </summary>
    private IEnumerable<PromiseSegment> Unwritten(IReadOnlyList<PromiseSegment> before, DateTime at, WorkingCalendar calendar)
    {
        if (before.Any(s => s.Days is not null))
        {
            yield break;
        }

        var days = calendar.WorkingDaysBetween(calendar.CountsFrom(LodgedAt, VillageCode), PromiseOn, VillageCode);
        yield return Segment(PromiseClock.Running, LodgedAt, at, calendar, days);
        if (before.Count == 0 && StatusType == StatusType.Waiting)
        {
            yield return Segment(Status.Clock(), MovedAt, at, calendar);
        }
    }

    private PromiseSegment Segment(PromiseClock clock, DateTime from, DateTime writtenAt, WorkingCalendar calendar, int? days = null)
    {
        PromiseCalendar = calendar.Version;
        return new()
        {
            ComplaintId = Id,
            Id = SequentialId.Next(writtenAt),
            FromAt = from,
            Clock = clock,
            Days = days,
            Calendar = calendar.Version,
        };
    }
}
