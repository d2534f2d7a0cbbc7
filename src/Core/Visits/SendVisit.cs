using SlrtBot.Core.Areas;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Complaints.Moves;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Visits;

/// <param name="Version">The version that the staff member saw.</param>
public sealed record SendVisitInput(Guid VisitId, int Version)
{
    /// <summary>Paper is entered late, but not a season late.</summary>
    public const int OldestDays = 60;
}

/// <summary>
/// The report goes to the supervisor, and the complaint with it: the report is what that arrow demands. Whoever had a hand in it
/// lays the complaint down, also where they work at both desks.
/// </summary>
public sealed class SendVisit(
    SlrtDbContext db, VisitReach reach, VisitValues values, ApplyMove moves, LayDown layDown, AreaCatalogue areas, AuditTrail audit)
{
    /// <returns>Refused with <c>visit_closed</c>, <c>stale</c>, and <c>required</c> for each field that is missing.</returns>
    public async Task<Outcome<Visit>> DoAsync(SendVisitInput input, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var reached = await reach.WithAsync(input.VisitId, Permission.VerifyComplaints, actor, cancellationToken);
        if (!reached.Succeeded)
        {
            return reached.Refusals.ToList();
        }

        var (visit, complaint) = reached.Value;
        if (!visit.IsOpen)
        {
            // Pressed twice.
            return visit.Status == VisitStatus.Sent && (await reach.AuthorsAsync(visit.Id, cancellationToken)).Contains(actor.StaffId)
                ? visit
                : Refusal.Conflict("visit_closed");
        }

        if (visit.Version != input.Version)
        {
            return Refusal.Conflict("stale");
        }

        var now = values.Now(await values.RowsAsync(visit.Id, cancellationToken));
        if (Problems(visit, now, LocalDay.Of(by.At, areas.ZoneOf(complaint.VillageCode))).ToList() is { Count: > 0 } problems)
        {
            return problems;
        }

        var given = new Given(by) { May = p => actor.MayDo(p, complaint) }
            .With(ComplaintWorkflow.Visit, $"{visit.Id}").With(ComplaintWorkflow.Note, now[VisitFields.Advice]);
        var sent = VisitWorkflow.Table.Take(visit.Status, VisitWorkflow.Send, given);
        var moved = sent.Succeeded ? await moves.ApplyAsync(complaint, ComplaintWorkflow.ReportVisit, given, cancellationToken) : sent.Refusals.ToList();
        if (!moved.Succeeded)
        {
            return moved.Refusals.ToList();
        }

        visit.Move(sent.Value);
        Report(visit, now, actor, by);
        await LayDownAsync(visit, complaint, actor, by, cancellationToken);
        return visit;
    }

    private static IEnumerable<Refusal> Problems(Visit visit, IReadOnlyDictionary<string, string> now, DateOnly today)
    {
        foreach (var field in VisitFields.Missing(now))
        {
            yield return new Refusal("required", field.Code);
        }

        if (now.TryGetValue(VisitFields.Day, out var day)
            && (On(day) > today || On(day) < today.AddDays(-SendVisitInput.OldestDays) || On(day) < DateOnly.FromDateTime(visit.PlannedAt).AddDays(-1)))
        {
            yield return new Refusal("visited_on_wrong", VisitFields.Day);
        }
    }

    private void Report(Visit visit, IReadOnlyDictionary<string, string> now, StaffScope actor, Provenance by)
    {
        var round = new VisitRound
        {
            Id = SequentialId.Next(by.At),
            VisitId = visit.Id,
            Round = visit.Round,
            SentBy = actor.StaffId,
            SentAt = by.At,
            VisitedOn = On(now[VisitFields.Day]),
            Outcome = VisitFields.OutcomeOf(now)!.Value,
        };
        db.Add(round);
        audit.Record(by, "visit.sent", "visit", visit.Id, new { complaint = visit.ComplaintId, round = visit.Round, outcome = Codes.Of(round.Outcome) });
    }

    private async Task LayDownAsync(Visit visit, Complaint complaint, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        if (complaint.AssignedTo is { } holder && (holder == actor.StaffId || (await reach.AuthorsAsync(visit.Id, cancellationToken)).Contains(holder)))
        {
            layDown.Now(complaint, by);
        }
    }

    private static DateOnly On(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd");
}
