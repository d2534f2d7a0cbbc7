using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Files;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Language;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Proposals;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Meetings;

/// <param name="Version">The version that the staff member saw.</param>
/// <param name="FileId">Of bytes that the door has looked at and put into the store.</param>
/// <param name="Sha256">Of these bytes.</param>
/// <param name="Number">As it stands on the paper; where other minutes take the place of the first, empty leaves it.</param>
/// <param name="Reason">A code of <see cref="MeetingReasons.Replacing"/>; only where minutes are here already.</param>
public sealed record AttachMinutesInput(Guid MeetingId, int Version, Guid FileId, FileType Type, long Size, byte[] Sha256, string? Number, string? Reason)
{
    public IEnumerable<Refusal> Problems(bool isFirst)
    {
        if (isFirst && string.IsNullOrWhiteSpace(Number))
        {
            yield return new Refusal("required", "number");
        }

        if (Number?.Length > VillageMeeting.LongestLine)
        {
            yield return new Refusal("too_long", "number");
        }

        if (!isFirst && !MeetingReasons.Replacing.Contains(Reason ?? ""))
        {
            yield return new Refusal("required", "reason");
        }
    }
}

/// <summary>
/// The signed minutes come back, and only now what was decided counts: each proposal goes on as the village said. A wrong file gives way to
/// the right one as long as nobody has built on it.
/// </summary>
public sealed class AttachMinutes(SlrtDbContext db, MeetingReach reach, MoveItems moves, ApplyProposalMove proposals, FieldCipher cipher, AuditTrail audit, DomainEvents events)
{
    /// <returns>
    /// Refused with <c>meeting_not_closed</c>, <c>stale</c>, and with <c>minutes_in_use</c> once a proposal has gone further; the bytes have
    /// no row then, nor where the same file was sent twice.
    /// </returns>
    public async Task<Outcome<VillageMeeting>> DoAsync(AttachMinutesInput input, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var reached = await reach.ToAsync(input.MeetingId, actor, cancellationToken);
        if (!reached.Succeeded)
        {
            return reached.Refusals.ToList();
        }

        var meeting = reached.Value;
        if (meeting.Status is not (MeetingStatus.Closed or MeetingStatus.Signed))
        {
            return Refusal.Conflict("meeting_not_closed");
        }

        if (await db.StoredFiles.SingleOrDefaultAsync(f => f.Id == meeting.MinutesId, cancellationToken) is { } here && here.Sha256!.AsSpan().SequenceEqual(input.Sha256))
        {
            // Sent twice over a weak line.
            return meeting;
        }

        if (meeting.Version != input.Version)
        {
            return Refusal.Conflict("stale");
        }

        if (input.Problems(meeting.Status == MeetingStatus.Closed).ToList() is { Count: > 0 } problems)
        {
            return problems;
        }

        return meeting.Status == MeetingStatus.Closed
            ? await SignAsync(meeting, input, actor, by, cancellationToken)
            : await ReplaceAsync(meeting, input, by, cancellationToken);
    }

    private async Task<Outcome<VillageMeeting>> SignAsync(
        VillageMeeting meeting, AttachMinutesInput input, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var given = MoveItems.Of(meeting, actor, by);
        var taken = MeetingWorkflow.Table.Take(meeting.Status, MeetingWorkflow.Sign, given.With(MeetingWorkflow.Minutes, $"{input.FileId}"));
        if (!taken.Succeeded)
        {
            return taken.Refusals.ToList();
        }

        Keep(meeting, input, by);
        meeting.Move(taken.Value);
        var items = await db.MeetingItems.Where(i => i.MeetingId == meeting.Id).OrderBy(i => i.Ordinal).ToListAsync(cancellationToken);
        audit.Record(by, "meeting.signed", "meeting", meeting.Id, new { file = input.FileId, items = items.Count });
        foreach (var item in items)
        {
            var words = cipher.OpenOptional(item.Words, MeetingItem.Table, item.Id, "words");
            var moved = await moves.ApplyAsync(
                item.ProposalId, Codes.Of(item.Decision!.Value), given.With(ProposalWorkflow.Reason, item.Reason).With(ProposalWorkflow.Words, words), cancellationToken);
            if (!moved.Succeeded)
            {
                return moved.Refusals.ToList();
            }

            item.End();
            await WithdrawAsync(moved.Value, by, cancellationToken);
        }

        return meeting;
    }

    /// <summary>Whoever withdrew the complaint while the paper was on its way does not want to be proposed any more.</summary>
    private async Task WithdrawAsync(Proposal proposal, Provenance by, CancellationToken cancellationToken)
    {
        var complaint = await moves.ComplaintAsync(proposal, cancellationToken);
        if (complaint.Status == ComplaintStatus.Withdrawn && ProposalWorkflow.Table.Find(proposal.Status, ProposalWorkflow.Withdraw) is not null)
        {
            proposals.Apply(
                proposal, complaint, ProposalWorkflow.Withdraw,
                new Given(Provenance.Job(ProposalReasons.ResidentWithdrew, by.At)).With(ProposalWorkflow.Reason, ProposalReasons.ResidentWithdrew));
        }
    }

    private async Task<Outcome<VillageMeeting>> ReplaceAsync(VillageMeeting meeting, AttachMinutesInput input, Provenance by, CancellationToken cancellationToken)
    {
        var agreed = await db.MeetingItems.Where(i => i.MeetingId == meeting.Id && i.Decision == MeetingDecision.Agree)
            .Join(db.Proposals, i => i.ProposalId, p => p.Id, (i, p) => p.Status).ToListAsync(cancellationToken);
        if (agreed.Any(IsFurther))
        {
            return Refusal.Conflict("minutes_in_use");
        }

        var before = meeting.MinutesId!.Value;
        db.RemoveRange(await db.StoredFiles.Where(f => f.Id == before).ToListAsync(cancellationToken));
        events.Raise(new FilesForgotten([before]));
        Keep(meeting, input, by);
        audit.Record(by, "meeting.minutes_replaced", "meeting", meeting.Id, new { file = input.FileId, before, reason = input.Reason });
        return meeting;
    }

    /// <summary>Somebody above has built on the paper.</summary>
    private static bool IsFurther(ProposalStatus status) =>
        status is ProposalStatus.Struck or ProposalStatus.Sent or ProposalStatus.Accepted or ProposalStatus.Declined;

    private void Keep(VillageMeeting meeting, AttachMinutesInput input, Provenance by)
    {
        var number = string.IsNullOrWhiteSpace(input.Number) ? null : TextFolding.CleanLine(input.Number);
        meeting.Keep(input.FileId, cipher.SealOptional(number, VillageMeeting.Table, meeting.Id, "number"), by.At);
        // It came by no chat and hangs on no complaint: the meeting alone says who may read it.
        db.Add(new StoredFile
        {
            Id = input.FileId,
            ConversationId = meeting.Id,
            Kind = input.Type.Kind,
            State = FileState.Stored,
            ContentType = input.Type.ContentType,
            Size = input.Size,
            Sha256 = input.Sha256,
            CreatedAt = by.At,
        });
    }
}
