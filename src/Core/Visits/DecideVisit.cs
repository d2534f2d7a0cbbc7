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

/// <param name="Version">The version that the staff member saw.</param>
/// <param name="Verb"><see cref="VisitWorkflow.Approve"/> or <see cref="VisitWorkflow.Return"/>.</param>
/// <param name="Reasons">Codes of <see cref="VisitReasons.Returning"/>.</param>
/// <param name="Words">What is to be corrected; none are needed to approve.</param>
public sealed record DecideVisitInput(Guid VisitId, int Version, string? Verb, IReadOnlyList<string> Reasons, string? Words)
{
    public IEnumerable<Refusal> Problems()
    {
        if (Words?.Length > MoveComplaintInput.LongestText)
        {
            yield return new Refusal("too_long", VisitWorkflow.Words);
        }

        if (Reasons.Any(r => !VisitReasons.Returning.Contains(r)))
        {
            yield return new Refusal("not_a_choice", VisitWorkflow.Reason);
        }
    }
}

/// <summary>
/// Somebody who had no hand in the report approves it, and what it has found counts from then on; or returns it with reasons,
/// which stay with it.
/// </summary>
public sealed class DecideVisit(
    SlrtDbContext db, VisitReach reach, ApplyMove moves, StaffQueries staff, AreaCatalogue areas, FieldCipher cipher, AuditTrail audit, DomainEvents events)
{
    /// <returns>Refused with <c>own_report</c>, or with <c>visit_decided</c> where a colleague was first.</returns>
    public async Task<Outcome<Visit>> DoAsync(DecideVisitInput input, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var reached = await reach.WithAsync(input.VisitId, Permission.ApproveComplaints, actor, cancellationToken);
        if (!reached.Succeeded)
        {
            return reached.Refusals.ToList();
        }

        if (input.Verb is not (VisitWorkflow.Approve or VisitWorkflow.Return))
        {
            return new Refusal("not_a_choice");
        }

        var (visit, complaint) = reached.Value;
        var round = await db.VisitRounds.Where(r => r.VisitId == visit.Id).OrderByDescending(r => r.Round).FirstOrDefaultAsync(cancellationToken);
        if (round is null || visit.Status != VisitStatus.Sent)
        {
            return await DecidedAsync(visit, round, input, actor, cancellationToken);
        }

        if ((await reach.AuthorsAsync(visit.Id, cancellationToken)).Contains(actor.StaffId))
        {
            return Refusal.Conflict("own_report");
        }

        if (visit.Version != input.Version)
        {
            return Refusal.Conflict("stale");
        }

        var given = new Given(by) { May = p => actor.MayDo(p, complaint) }
            .With(ComplaintWorkflow.Visit, $"{visit.Id}").With(VisitWorkflow.Reason, string.Join(' ', input.Reasons)).With(VisitWorkflow.Words, input.Words);
        var taken = VisitWorkflow.Table.Take(visit.Status, input.Verb, given);
        if (taken.And(input.Problems()) is { Count: > 0 } problems)
        {
            return problems;
        }

        var moved = await MoveAsync(complaint, input.Verb, given, cancellationToken);
        if (!moved.Succeeded)
        {
            return moved.Refusals.ToList();
        }

        round.Decide(
            input.Verb == VisitWorkflow.Approve, input.Verb == VisitWorkflow.Return ? input.Reasons : [],
            cipher.SealOptional(given[VisitWorkflow.Words], VisitRound.Table, round.Id, "words"), actor.StaffId, by.At);
        visit.Move(taken.Value, round.Outcome);
        audit.Record(
            by, $"visit.{Codes.Of(visit.Status)}", "visit", visit.Id,
            new { complaint = complaint.Id, round = round.Round, outcome = Codes.Of(round.Outcome), reasons = round.Reasons });
        if (visit.Status == VisitStatus.Returned)
        {
            await GiveBackAsync(visit, complaint, by, cancellationToken);
        }

        return visit;
    }

    /// <summary>By the one who asks now, in the same way: pressed twice. Else a colleague was first, or it never came here.</summary>
    private async Task<Outcome<Visit>> DecidedAsync(
        Visit visit, VisitRound? round, DecideVisitInput input, StaffScope actor, CancellationToken cancellationToken)
    {
        if (round?.DecidedBy is not { } decider)
        {
            return Refusal.Conflict("visit_not_sent");
        }

        return decider == actor.StaffId && round.IsApproved == (input.Verb == VisitWorkflow.Approve)
            ? visit
            : Refusal.Conflict("visit_decided") with
            {
                Values = new Dictionary<string, string> { ["name"] = await staff.NameOfAsync(decider, cancellationToken) },
            };
    }

    /// <summary>What is to be corrected stands in the complaint's history as well.</summary>
    private Task<Outcome<Complaint>> MoveAsync(Complaint complaint, string verb, Given given, CancellationToken cancellationToken) => moves.ApplyAsync(
        complaint, verb == VisitWorkflow.Approve ? ComplaintWorkflow.ApproveVisit : ComplaintWorkflow.ReturnToField,
        OfComplaint(given).With(ComplaintWorkflow.Note, given[VisitWorkflow.Words]), cancellationToken);

    // A visit's reasons are no reasons of the complaint's list, which its resident reads.
    private static Given OfComplaint(Given given) => new Given(given.By) { May = given.May }.With(ComplaintWorkflow.Visit, given[ComplaintWorkflow.Visit]);

    /// <summary>To whoever went there, where they still work in the field.</summary>
    private async Task GiveBackAsync(Visit visit, Complaint complaint, Provenance by, CancellationToken cancellationToken)
    {
        var today = LocalDay.Of(by.At, areas.ZoneOf(complaint.VillageCode));
        if ((await staff.ScopeOfAsync(visit.VisitorId, today, cancellationToken)) is { } visitor
            && visitor.MayHold(complaint) && visitor.MayDo(Permission.VerifyComplaints, complaint))
        {
            complaint.AssignedTo = visitor.StaffId;
            events.Raise(new ComplaintAssigned(ComplaintKey.Of(complaint), visitor.StaffId, by));
        }

        events.Raise(new VisitReturned(ComplaintKey.Of(complaint), visit.Id, by));
    }
}
