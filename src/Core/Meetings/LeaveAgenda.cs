using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Proposals;

namespace SlrtBot.Core.Meetings;

/// <summary>
/// As long as a meeting is planned, its agenda follows the complaints: what became delicate, lies in another village now, or was withdrawn
/// comes off by itself. What a closed meeting has said aloud is not unsaid.
/// </summary>
public sealed class LeaveAgenda(SlrtDbContext db, MoveItems items, ApplyProposalMove proposals, AuditTrail audit)
    : IEventHandler<ComplaintMoved>, IEventHandler<ComplaintRecategorised>, IEventHandler<StaffRecused>, IEventHandler<ComplaintPlaced>
{
    public async Task HandleAsync(ComplaintMoved happened, CancellationToken cancellationToken)
    {
        if (happened.To != ComplaintStatus.Withdrawn)
        {
            return;
        }

        var given = new Given(Provenance.Job(ProposalReasons.ResidentWithdrew, happened.By.At)).With(ProposalWorkflow.Reason, ProposalReasons.ResidentWithdrew);
        foreach (var proposal in await LeaveAsync(happened.Complaint, _ => true, happened.By, cancellationToken))
        {
            proposals.Apply(proposal, await items.ComplaintAsync(proposal, cancellationToken), ProposalWorkflow.Withdraw, given);
        }
    }

    public Task HandleAsync(ComplaintRecategorised happened, CancellationToken cancellationToken) => FollowAsync(happened.Complaint, happened.By, cancellationToken);

    public Task HandleAsync(StaffRecused happened, CancellationToken cancellationToken) => FollowAsync(happened.Complaint, happened.By, cancellationToken);

    public Task HandleAsync(ComplaintPlaced happened, CancellationToken cancellationToken) => FollowAsync(happened.Complaint, happened.By, cancellationToken);

    private Task<IReadOnlyList<Proposal>> FollowAsync(ComplaintKey complaint, Provenance by, CancellationToken cancellationToken) => LeaveAsync(
        complaint, meeting => meeting.VillageCode != complaint.VillageCode || (meeting.Form == MeetingForm.Meeting && complaint.IsDelicate()), by, cancellationToken);

    /// <returns>What came off.</returns>
    private async Task<IReadOnlyList<Proposal>> LeaveAsync(ComplaintKey complaint, Func<VillageMeeting, bool> leaves, Provenance by, CancellationToken cancellationToken)
    {
        var lying = await (
            from item in db.MeetingItems
            where item.IsOpen
            join proposal in db.Proposals on item.ProposalId equals proposal.Id
            where proposal.ComplaintId == complaint.Id
            join meeting in db.VillageMeetings on item.MeetingId equals meeting.Id
            where meeting.Status == MeetingStatus.Planned
            select new { item, meeting }).ToListAsync(cancellationToken);
        var left = new List<Proposal>();
        foreach (var (item, meeting) in lying.Where(l => leaves(l.meeting)).Select(l => (l.item, l.meeting)))
        {
            db.Remove(item);
            meeting.Write(by.At);
            // As the clock: whoever moved the complaint need not know of the meeting.
            var job = Provenance.Job("agenda_left", by.At);
            audit.Record(job, "meeting.item_taken_off", "meeting", meeting.Id, new { item = item.Id, proposal = item.ProposalId });
            left.Add((await items.ApplyAsync(item.ProposalId, ProposalWorkflow.TakeOff, MoveItems.Of(meeting, job), cancellationToken)).Value);
        }

        return left;
    }
}
