using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Complaints.Moves;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Visits;

/// <param name="VisitId">Made with the form, so that a double press plans once.</param>
/// <param name="Note">What to look at there; for colleagues.</param>
public sealed record PlanVisitInput(Guid VisitId, Guid ComplaintId, DateOnly? On, PartOfDay? Part, string? Note)
{
    /// <summary>Whoever plans further ahead has forgotten it by then.</summary>
    public const int LongestDays = 60;

    public IEnumerable<Refusal> Problems(DateOnly today) => Note?.Length > MoveComplaintInput.LongestText
        ? [.. OfDay(On, Part, today), new Refusal("too_long", "note")]
        : OfDay(On, Part, today);

    internal static IEnumerable<Refusal> OfDay(DateOnly? on, PartOfDay? part, DateOnly today)
    {
        if (on is not { } day || day < today || day > today.AddDays(LongestDays))
        {
            yield return new Refusal("visit_day_wrong", "on");
        }

        if (part is null)
        {
            yield return new Refusal("required", "part");
        }
    }
}

/// <summary>
/// Whoever visits says when. A complaint that nobody has received yet begins with it; the resident is told the day, and who
/// comes.
/// </summary>
public sealed class PlanVisit(SlrtDbContext db, ApplyMove moves, FieldCipher cipher, AreaCatalogue areas, AuditTrail audit, DomainEvents events)
{
    /// <returns>Refused with <c>not_in_field</c> where the complaint lies elsewhere, <c>visit_runs</c> where one is planned or reported.</returns>
    public async Task<Outcome<Visit>> DoAsync(PlanVisitInput input, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        if (await db.Visits.VisibleTo(actor).SingleOrDefaultAsync(v => v.Id == input.VisitId, cancellationToken) is { } made)
        {
            return made;
        }

        var complaint = await db.Complaints.VisibleTo(actor).SingleOrDefaultAsync(c => c.Id == input.ComplaintId, cancellationToken);
        if (complaint is null)
        {
            return Refusal.NotFound();
        }

        if (!actor.MayDo(Permission.VerifyComplaints, complaint))
        {
            return Refusal.Forbidden();
        }

        if (complaint.Status is not (ComplaintStatus.Received or ComplaintStatus.FieldVerification))
        {
            return Refusal.Conflict("not_in_field");
        }

        if (await db.Visits.AnyAsync(v => v.ComplaintId == complaint.Id && v.IsRunning, cancellationToken))
        {
            return Refusal.Conflict("visit_runs");
        }

        if (input.Problems(LocalDay.Of(by.At, areas.ZoneOf(complaint.VillageCode))).ToList() is { Count: > 0 } problems)
        {
            return problems;
        }

        if (complaint.Status == ComplaintStatus.Received)
        {
            var given = new Given(by) { May = p => actor.MayDo(p, complaint) }.With(ComplaintWorkflow.Visit, $"{input.VisitId}");
            var begun = await moves.ApplyAsync(complaint, ComplaintWorkflow.BeginVisit, given, cancellationToken);
            if (!begun.Succeeded)
            {
                return begun.Refusals.ToList();
            }
        }

        return Plan(input, complaint, actor, by);
    }

    private Visit Plan(PlanVisitInput input, Complaint complaint, StaffScope actor, Provenance by)
    {
        var visit = new Visit
        {
            Id = input.VisitId,
            Complaint = complaint,
            PlannedAt = by.At,
            Note = cipher.SealOptional(string.IsNullOrWhiteSpace(input.Note) ? null : input.Note.Trim(), Visit.Table, input.VisitId, "note"),
        };
        visit.Plan(input.On!.Value, input.Part!.Value, actor.StaffId);
        db.Add(visit);
        audit.Record(by, "visit.planned", "visit", visit.Id, new { complaint = complaint.Id, on = visit.PlannedOn, part = Codes.Of(visit.Part) });
        if (complaint.AssignedTo is null)
        {
            complaint.AssignedTo = actor.StaffId;
            audit.Record(by, "complaint.taken", "complaint", complaint.Id);
            events.Raise(new ComplaintAssigned(ComplaintKey.Of(complaint), actor.StaffId, by));
        }

        events.Raise(new VisitPlanned(ComplaintKey.Of(complaint), visit.Id, by));
        return visit;
    }
}
