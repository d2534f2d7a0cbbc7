using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Language;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Proposals;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Meetings;

/// <param name="Version">Of the item, as the staff member saw it: others decide about other families meanwhile.</param>
/// <param name="Decision">A code of <see cref="MeetingDecision"/>.</param>
/// <param name="Reason">A code of <see cref="ProposalReasons.Refusing"/>; only where the village does not agree.</param>
public sealed record DecideItemInput(Guid MeetingId, Guid ItemId, int Version, string? Decision, string? Reason, string? Words)
{
    public IEnumerable<Refusal> Problems()
    {
        if (!Codes.TryParse<MeetingDecision>(Decision, out var decision))
        {
            yield return new Refusal("required", "decision");
        }
        else if (decision == MeetingDecision.Refuse && !ProposalReasons.Refusing.Contains(Reason ?? ""))
        {
            yield return new Refusal("required", "reason");
        }
        else if (decision == MeetingDecision.Refuse && Reason == "other" && string.IsNullOrWhiteSpace(Words))
        {
            yield return new Refusal("required", "words");
        }

        if (Words?.Length > MeetingItem.LongestWords)
        {
            yield return new Refusal("too_long", "words");
        }
    }
}

/// <summary>Notes what the village says of one family. Until the meeting is closed a later press corrects it; the audit keeps both.</summary>
public sealed class DecideItem(SlrtDbContext db, MeetingReach reach, FieldCipher cipher, AuditTrail audit)
{
    /// <returns>Refused with <c>meeting_closed</c> and <c>stale</c>.</returns>
    public async Task<Outcome<MeetingItem>> DoAsync(DecideItemInput input, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var reached = await reach.PlannedAsync(input.MeetingId, actor, cancellationToken);
        if (!reached.Succeeded)
        {
            return reached.Refusals.ToList();
        }

        var meeting = reached.Value;
        var seen = db.Proposals.VisibleTo(actor);
        if (await db.MeetingItems.SingleOrDefaultAsync(i => i.Id == input.ItemId && i.MeetingId == meeting.Id && seen.Any(p => p.Id == i.ProposalId), cancellationToken) is not { } item)
        {
            return Refusal.NotFound();
        }

        if (input.Problems().ToList() is { Count: > 0 } problems)
        {
            return problems;
        }

        var decision = Codes.Parse<MeetingDecision>(input.Decision!);
        var reason = decision == MeetingDecision.Refuse ? input.Reason : null;
        var words = string.IsNullOrWhiteSpace(input.Words) ? null : TextFolding.Clean(input.Words).Trim();
        if (item.DecidedBy == actor.StaffId && (item.Decision, item.Reason) == (decision, reason)
            && cipher.OpenOptional(item.Words, MeetingItem.Table, item.Id, "words") == words)
        {
            // Pressed twice.
            return item;
        }

        if (item.Version != input.Version)
        {
            return Refusal.Conflict("stale");
        }

        var before = new { decision = item.Decision is { } old ? Codes.Of(old) : null, reason = item.Reason };
        item.Decide(decision, reason, cipher.SealOptional(words, MeetingItem.Table, item.Id, "words"), actor.StaffId, by.At);
        meeting.Write(by.At);
        audit.Record(by, "meeting.item_decided", "meeting", meeting.Id, new { item = item.Id, proposal = item.ProposalId, decision = Codes.Of(decision), reason, before });
        return item;
    }
}
