using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Staff;

public sealed record AbsenceWanted(AccountSeen Seen, DateOnly? From, DateOnly? To, string? Reason);

/// <summary>Days on which somebody takes no new work. A second one that touches the first takes its place.</summary>
public sealed class SetAbsence(SlrtDbContext db, AccountReach reach, DecisionLog log)
{
    public const int LongestDays = 366;

    public async Task<Outcome<Done>> DoAsync(AbsenceWanted input, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var found = await reach.FindAsync(input.Seen, actor, by, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Refusals.ToList();
        }

        var problems = DayProblems(input.From, input.To, reach.Today(by)).ToList();
        if (input.Reason?.Length > DecisionLog.LongestReason)
        {
            problems.Add(new Refusal("too_long", "reason"));
        }

        if (problems.Count > 0)
        {
            return problems;
        }

        var (staff, from, to) = (found.Value, input.From!.Value, input.To!.Value);
        if (!staff.IsActive)
        {
            return Refusal.Conflict("account_closed");
        }

        var touching = await db.StaffAbsences
            .Where(a => a.StaffId == staff.Id && a.CancelledAt == null && a.LastDay >= from && a.FirstDay <= to).ToListAsync(cancellationToken);
        touching.ForEach(a => a.CancelledAt = by.At);
        db.Add(new StaffAbsence { Id = SequentialId.Next(by.At), StaffId = staff.Id, FirstDay = from, LastDay = to });
        log.Record(staff, new(DecisionKind.AbsenceSet, null, HeldRole.Days(from, to), input.Reason), by);
        return default(Done);
    }

    /// <summary>Days that nobody can mean: missing, over, the wrong way round, more than a year.</summary>
    internal static IEnumerable<Refusal> DayProblems(DateOnly? from, DateOnly? to, DateOnly today)
    {
        if (from is null)
        {
            yield return new Refusal("required", "from");
        }

        if (to is not { } last)
        {
            yield return new Refusal("required", "to");
        }
        else if (last < today)
        {
            yield return new Refusal("day_is_over", "to");
        }
        else if (from is { } first && last < first)
        {
            yield return new Refusal("days_wrong_way", "to");
        }
        else if (from is { } begin && last.DayNumber - begin.DayNumber >= LongestDays)
        {
            yield return new Refusal("days_too_many", "to");
        }
    }
}

public sealed record AbsenceToEnd(AccountSeen Seen, Guid AbsenceId);

/// <summary>The person works again, or does not go after all.</summary>
public sealed class EndAbsence(SlrtDbContext db, AccountReach reach, DecisionLog log)
{
    public async Task<Outcome<Done>> DoAsync(AbsenceToEnd input, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var found = await reach.FindAsync(input.Seen, actor, by, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Refusals.ToList();
        }

        var absence = await db.StaffAbsences.SingleOrDefaultAsync(
            a => a.Id == input.AbsenceId && a.StaffId == input.Seen.StaffId && a.CancelledAt == null, cancellationToken);
        if (absence is null)
        {
            return Refusal.NotFound();
        }

        absence.CancelledAt = by.At;
        log.Record(found.Value, new(DecisionKind.AbsenceEnded, HeldRole.Days(absence.FirstDay, absence.LastDay)), by);
        return default(Done);
    }
}
