using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Complaints.Moves;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Handovers;

/// <param name="Version">The version that the staff member saw.</param>
/// <param name="Words">The answer or the question; none to accept.</param>
public sealed record AnswerHandoverInput(Guid HandoverId, int Version, string Verb, string? Words = null)
{
    public IEnumerable<Refusal> Problems()
    {
        if (Words?.Length > MoveComplaintInput.LongestText)
        {
            yield return new Refusal("too_long", HandoverWorkflow.Words);
        }
    }
}

/// <summary>Somebody at the receiving desk accepts, answers or returns; somebody at the sending desk takes it back.</summary>
public sealed class AnswerHandover(SlrtDbContext db, StaffQueries staff, MoveHandover moves)
{
    /// <returns>Refused with <c>accepted_by_other</c>, or <c>handover_ended</c> where it was ended meanwhile.</returns>
    public async Task<Outcome<Handover>> DoAsync(AnswerHandoverInput input, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var handover = await db.Handovers.VisibleTo(actor).SingleOrDefaultAsync(h => h.Id == input.HandoverId, cancellationToken);
        if (handover is null)
        {
            return Refusal.NotFound();
        }

        if (HandoverWorkflow.Table.Moves.All(m => m.Verb != input.Verb) || input.Verb == HandoverWorkflow.Lapse)
        {
            return new Refusal("not_a_choice");
        }

        if (!await MayAsync(handover, input.Verb, actor, cancellationToken))
        {
            return Refusal.Forbidden();
        }

        // Pressed twice.
        if (input.Verb == HandoverWorkflow.Accept && handover.AcceptedBy == actor.StaffId)
        {
            return handover;
        }

        if (await OverAsync(handover, input, cancellationToken) is { } over)
        {
            return over;
        }

        if (input.Problems().ToList() is { Count: > 0 } problems)
        {
            return problems;
        }

        var complaint = await db.Complaints.SingleAsync(c => c.Id == handover.ComplaintId, cancellationToken);
        var given = new Given(by) { May = p => p == Permission.HandleTasks || actor.MayDo(p, complaint) }.With(HandoverWorkflow.Words, input.Words);
        return await moves.MoveAsync(handover, input.Verb, given, cancellationToken);
    }

    private async Task<bool> MayAsync(Handover handover, string verb, StaffScope actor, CancellationToken cancellationToken) => HandoverWorkflow.OfReceiver.Contains(verb)
        ? actor.Receives(handover)
        : actor.Sends(handover.FromDesk, await db.Complaints.SingleAsync(c => c.Id == handover.ComplaintId, cancellationToken));

    private async Task<Refusal?> OverAsync(Handover handover, AnswerHandoverInput input, CancellationToken cancellationToken)
    {
        if (handover.IsRunning)
        {
            return handover.Version == input.Version || input.Verb == HandoverWorkflow.Accept ? null : Refusal.Conflict("stale");
        }

        return handover.AcceptedBy is { } other
            ? Refusal.Conflict("accepted_by_other") with { Values = new Dictionary<string, string> { ["name"] = await staff.NameOfAsync(other, cancellationToken) } }
            : Refusal.Conflict("handover_ended");
    }
}
