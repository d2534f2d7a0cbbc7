using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Proposals;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Meetings;

/// <param name="ProposalId">Null: all that wait for a meeting of that village.</param>
public sealed record AddToAgendaInput(Guid MeetingId, Guid? ProposalId = null);

/// <summary>What was proposed after the meeting was planned comes on its agenda.</summary>
public sealed class AddToAgenda(SlrtDbContext db, MeetingReach reach, MoveItems items, AuditTrail audit)
{
    /// <returns>
    /// Refused with <c>meeting_closed</c>, <c>meeting_full</c>, <c>meeting_item_gone</c> where it waits no more, <c>meeting_delicate</c>
    /// where people around a table must not hear of it, and <c>meeting_nothing</c> where nothing waits.
    /// </returns>
    public async Task<Outcome<VillageMeeting>> DoAsync(AddToAgendaInput input, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var reached = await reach.PlannedAsync(input.MeetingId, actor, cancellationToken);
        if (!reached.Succeeded)
        {
            return reached.Refusals.ToList();
        }

        var meeting = reached.Value;
        var there = await db.MeetingItems.Where(i => i.MeetingId == meeting.Id).ToListAsync(cancellationToken);
        if (there.Exists(i => i.ProposalId == input.ProposalId))
        {
            // Pressed twice.
            return meeting;
        }

        var chosen = input.ProposalId is { } one ? await OneAsync(meeting, one, actor, cancellationToken) : await WaitingAsync(meeting, actor, cancellationToken);
        if (!chosen.Succeeded)
        {
            return chosen.Refusals.ToList();
        }

        if (there.Count + chosen.Value.Count > VillageMeeting.MostItems)
        {
            return Refusal.Conflict("meeting_full") with { Values = new Dictionary<string, string> { ["most"] = $"{VillageMeeting.MostItems}" } };
        }

        var last = there.Select(i => i.Ordinal).DefaultIfEmpty().Max();
        foreach (var proposal in chosen.Value)
        {
            var item = new MeetingItem { Id = SequentialId.Next(by.At), MeetingId = meeting.Id, ProposalId = proposal, Ordinal = ++last };
            db.Add(item);
            audit.Record(by, "meeting.item_added", "meeting", meeting.Id, new { item = item.Id, proposal });
        }

        meeting.Write(by.At);
        var put = await items.ApplyAsync(chosen.Value, ProposalWorkflow.PutOnAgenda, _ => MoveItems.Of(meeting, actor, by), cancellationToken);
        return put.Succeeded ? meeting : put.Refusals.ToList();
    }

    private async Task<Outcome<List<Guid>>> OneAsync(VillageMeeting meeting, Guid proposalId, StaffScope actor, CancellationToken cancellationToken)
    {
        if (await db.Proposals.VisibleTo(actor).SingleOrDefaultAsync(p => p.Id == proposalId && p.VillageCode == meeting.VillageCode, cancellationToken) is not { } proposal)
        {
            return Refusal.NotFound();
        }

        if (proposal.Status != ProposalStatus.Collected)
        {
            return Refusal.Conflict("meeting_item_gone");
        }

        return meeting.Form == MeetingForm.Meeting && proposal.IsDelicate() ? Refusal.Conflict("meeting_delicate") : new List<Guid> { proposal.Id };
    }

    private async Task<Outcome<List<Guid>>> WaitingAsync(VillageMeeting meeting, StaffScope actor, CancellationToken cancellationToken)
    {
        var waiting = meeting.Form == MeetingForm.Statement
            ? []
            : await db.Proposals.VisibleTo(actor).Ordinary().Where(p => p.VillageCode == meeting.VillageCode && p.Status == ProposalStatus.Collected)
                .OrderBy(p => p.Id).Take(VillageMeeting.MostItems).Select(p => p.Id).ToListAsync(cancellationToken);
        return waiting.Count > 0 ? waiting : Refusal.Conflict("meeting_nothing");
    }
}
