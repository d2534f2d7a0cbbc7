using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Complaints.Moves;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Handovers;

/// <param name="HandoverId">Made with the form, so that a double press hands over once.</param>
/// <param name="Version">The complaint's version that the staff member saw.</param>
/// <param name="Reason">A code of <see cref="HandoverReasons.Chosen"/>.</param>
/// <param name="Request">What the receiver is asked to do.</param>
public sealed record HandOnInput(Guid HandoverId, Guid ComplaintId, int Version, HandoverDesk? To, string? Reason, string? Request, DateOnly? DueOn)
{
    /// <summary>Whoever waits longer has forgotten it.</summary>
    public const int LongestDays = 60;

    public IEnumerable<Refusal> Problems(DateOnly today)
    {
        if (To is null)
        {
            yield return new Refusal("required", "to");
        }

        if (Reason is null || !HandoverReasons.Chosen.Contains(Reason))
        {
            yield return new Refusal("required", "reason");
        }

        if (string.IsNullOrWhiteSpace(Request))
        {
            yield return new Refusal("required", "request");
        }
        else if (Request.Length > MoveComplaintInput.LongestText)
        {
            yield return new Refusal("too_long", "request");
        }

        if (DueOn is not { } due || due <= today)
        {
            yield return new Refusal("due_in_past", "due_on");
        }
        else if (due > today.AddDays(LongestDays))
        {
            yield return new Refusal("due_too_late", "due_on");
        }
    }
}

/// <param name="Secret">Of the link, for an office outside; null for a desk of ours.</param>
public sealed record HandedOver(Handover Handover, string? Secret);

/// <summary>
/// Hands a complaint to another desk. Until that accepts, the sender owns it and its clock runs.
/// </summary>
public sealed class HandOnComplaint(SlrtDbContext db, DeskStaff desks, SendHandover send, AreaCatalogue areas)
{
    /// <returns>
    /// Refused with <c>not_at_desk</c> where the complaint lies at none of ours, <c>handover_runs</c> while another one waits,
    /// <c>desk_closed</c> where nobody there would take it.
    /// </returns>
    public async Task<Outcome<HandedOver>> DoAsync(HandOnInput input, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        if (await db.Handovers.VisibleTo(actor).SingleOrDefaultAsync(h => h.Id == input.HandoverId, cancellationToken) is { } made)
        {
            return new HandedOver(made, null);
        }

        var complaint = await db.Complaints.VisibleTo(actor).SingleOrDefaultAsync(c => c.Id == input.ComplaintId, cancellationToken);
        if (complaint is null)
        {
            return Refusal.NotFound();
        }

        if (HandoverDesks.Of(complaint.Status) is not { } from)
        {
            return Refusal.Conflict("not_at_desk");
        }

        if (!actor.Sends(from, complaint))
        {
            return Refusal.Forbidden();
        }

        if (complaint.Version != input.Version)
        {
            return Refusal.Conflict("stale");
        }

        if (await db.Handovers.AnyAsync(h => h.ComplaintId == complaint.Id && h.IsRunning, cancellationToken))
        {
            return Refusal.Conflict("handover_runs");
        }

        if (input.Problems(LocalDay.Of(by.At, areas.ZoneOf(complaint.VillageCode))).ToList() is { Count: > 0 } problems)
        {
            return problems;
        }

        var desk = (await desks.ForAsync(complaint, by.At, cancellationToken)).SingleOrDefault(d => d.Desk == input.To);
        if (desk is not { Takes: true })
        {
            return new Refusal("desk_closed", "to");
        }

        return await send.SendAsync(
            complaint, new(input.HandoverId, from, actor.StaffId, desk, input.Reason!, input.Request!.Trim(), input.DueOn!.Value), by, cancellationToken);
    }
}
